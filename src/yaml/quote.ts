/** Quotes a text of one line (YAML 1.2, 7.3.1 and 7.3.2), in single quotes if double ones would need escapes. */
export function inQuotes(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** Characters that need an escape: line breaks, lone surrogates, and what YAML excludes or a terminal would obey. */
const toEscape = /[^\P{Cc}\t]|\p{Cs}|[\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u;

export function quotedText(text: string): string {
  if (!toEscape.test(text)) return inQuotes(text);
  // JSON's escapes are valid in YAML (YAML 1.2, 1.3).
  return JSON.stringify(text).replace(new RegExp(toEscape, 'gu'), (character) => `\\u${code(character)}`);
}

function code(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0');
}

export function plainOrQuoted(name: string): string {
  return /^[A-Za-z][\w.-]*$/.test(name) && !/^(?:null|true|false)$/i.test(name) ? name : quotedText(name);
}

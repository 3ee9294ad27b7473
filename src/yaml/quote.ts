/** A text of one line as a quoted scalar of YAML 1.2 (7.3.1, 7.3.2): in double quotes, or in single ones where those would need escapes. */
export function inQuotes(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/**
 * Characters that stand in no quotes of one line as they are: line breaks, halves of a surrogate pair, and what YAML
 * excludes or a terminal would obey.
 */
const toEscape = /[^\P{Cc}\t]|\p{Cs}|[\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u;

export function quotedText(text: string): string {
  if (!toEscape.test(text)) return inQuotes(text);
  // JSON's escapes are YAML's as well (YAML 1.2, 1.3).
  return JSON.stringify(text).replace(new RegExp(toEscape, 'gu'), (character) => `\\u${code(character)}`);
}

function code(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0');
}

export function plainOrQuoted(name: string): string {
  return /^[A-Za-z][\w.-]*$/.test(name) && !/^(?:null|true|false)$/i.test(name) ? name : quotedText(name);
}

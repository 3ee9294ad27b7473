/** C0 and C1 control characters and DEL, and the marks that turn the direction of a text around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal.
const invisible = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text with what could steer a terminal written out, as `\x1b` or `\u202e`; line feeds and tabs stay where `multiline`. */
export function visible(text: string, multiline = false): string {
  return text.replace(invisible, (character) => {
    if (multiline && (character === '\n' || character === '\t')) return character;
    const code = character.charCodeAt(0).toString(16);
    return code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`;
  });
}

/**
 * The lines of a text, each with what could steer a terminal written out. None starts with `::`, which GitHub
 * Actions takes for a command; a line feed in what is quoted would put one there.
 */
export function visibleLines(text: string): string[] {
  return text.split('\n').map((line) => visible(line).replace(/^([^\p{L}\p{N}\p{P}\p{S}]*)::/u, '$1\\x3a:'));
}

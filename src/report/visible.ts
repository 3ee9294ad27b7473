/** C0 and C1 control characters and DEL, and the marks that change the direction of a text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal.
const steering = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Returns a text with what could steer a terminal escaped as in JSON, `\u001b`; `multiline` keeps line feeds. */
export function visible(text: string, multiline = false): string {
  return text.replace(steering, (character) => {
    if (multiline && character === '\n') return character;
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/**
 * Returns a text in which the runner of GitHub Actions finds no command, whoever wrote what it quotes: the runner obeys
 * a line whose first visible characters are `::`, and `##[` anywhere (actions/runner, ActionCommand.cs).
 */
export function inert(text: string): string {
  if (!text.includes('::') && !text.includes('##[')) return text;
  return text.replaceAll('##[', '##\\x5b').replace(/^([^\p{L}\p{N}\p{P}\p{S}]*)::/gmu, '$1\\x3a:');
}

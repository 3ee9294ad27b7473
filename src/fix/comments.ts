import { Lexer } from 'yaml';

/**
 * A text with the comments that another form of it has, and neither it nor the merge base: on lines of their own, below the
 * comments that it starts with, since what they stand behind there may not be here.
 */
export function withCommentsOf(text: string, other: string, base: string): string {
  const known = new Set([text, base].flatMap(commentsIn));
  const missing = [...new Set(commentsIn(other))].filter((comment) => !known.has(comment));
  const above = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*/.exec(text)?.[0].length ?? 0;
  const indentation = /^ */.exec(text.slice(above))?.[0] ?? '';
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  return text.slice(0, above) + missing.map((each) => indentation + each + lineEnd).join('') + text.slice(above);
}

function commentsIn(text: string): string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith('#')).map((comment) => comment.trimEnd());
}

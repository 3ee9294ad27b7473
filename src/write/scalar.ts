import { inQuotes, quotedText } from '../yaml/quote.js';

/** What every reader of YAML takes for the text that it is: words, addresses and paths; a date and time. */
const plain = /^(?:\.?\/)?\p{L}(?:[\p{L}\p{M}\p{N} .,;!?()'’«»/_+=…–—-]|:\/)*$|^\d{4}-\d\d-\d\dT[\d:+-]+$/u;

/** Words that some reader takes for true, false or nothing. */
const reserved = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** What YAML 1.2 excludes or some reader takes for a line break, and halves of a surrogate pair. */
const escaped = /[^\P{Cc}\t\n]|[\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/u;

/** A text as a YAML scalar that reads back identical, the lines of a block scalar `indentation` columns deep. */
export function scalar(text: string, indentation: number): string {
  if (escaped.test(text) || text !== text.trim()) return quotedText(text);
  if (text.includes('\n')) return ['|-', ...text.split('\n').map((line) => indented(line, indentation))].join('\n');
  return plain.test(text) && !reserved.test(text) ? text : inQuotes(text);
}

function indented(line: string, indentation: number): string {
  return line === '' ? '' : `${' '.repeat(indentation)}${line}`;
}

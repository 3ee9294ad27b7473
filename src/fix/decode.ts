import type { UnreadableReason } from '../yaml/problem.js';
import { readText } from '../yaml/text.js';
import type { Repair, Repaired } from './repaired.js';

const fileMode = '100644';

/** A file's text, without byte order marks, from UTF-16 too where that decodes without loss; or why there is none. */
export function decode(bytes: Uint8Array): Repaired | UnreadableReason {
  const read = readText({ mode: fileMode, size: bytes.length, bytes });
  const text = typeof read === 'string' ? read : read.kind === 'utf-16' ? fromUtf16(bytes) : null;
  if (text === null) return read as UnreadableReason;
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const repairs: Repair[] = typeof read !== 'string' ? [{ kind: 'utf-16' }] : hasMark ? [{ kind: 'bom' }] : [];
  return { text: text.replace(/^\ufeff+/, ''), repairs };
}

/** The text of UTF-16 in either byte order; null where decoding would lose something. */
function fromUtf16(bytes: Uint8Array): string | null {
  if (bytes.length % 2 === 1) return null;
  const copy = Buffer.from(bytes);
  const isBigEndian = copy[0] === 0xfe || copy[0] === 0;
  const units = isBigEndian ? copy.swap16() : copy;
  const text = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units);
  return Buffer.from(text, 'utf16le').equals(units) ? text : null;
}

const names = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' } as const;
type LineEnd = keyof typeof names;

/** The text with all of its line ends like most of them; LF where none has the majority. */
export function evenLineEnds({ text, repairs }: Repaired): Repaired {
  const counts = new Map<LineEnd, number>();
  for (const [end] of text.matchAll(/\r\n|\n|\r/g)) counts.set(end as LineEnd, (counts.get(end as LineEnd) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, one], [, other]) => other - one);
  if (!first || !second) return { text, repairs };
  const end = first[1] === second[1] ? '\n' : first[0];
  return { text: text.replace(/\r\n|\n|\r/g, end), repairs: [...repairs, { kind: 'line-ends', to: names[end] }] };
}

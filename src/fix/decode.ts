import type { UnreadableReason } from '../yaml/problem.js';
import { type Blob, readText } from '../yaml/text.js';

/** A file's text, without byte order marks, from UTF-16 too where that decodes without loss; or why there is none. */
export function decode(file: Blob): string | UnreadableReason {
  const read = readText(file);
  const text = typeof read === 'object' && read.kind === 'utf-16' ? fromUtf16(file.bytes) : read;
  return typeof text === 'string' ? text.replace(/^\ufeff+/, '') : (text ?? read);
}

/** The text of UTF-16 in either byte order; null where decoding would lose something. */
function fromUtf16(bytes: Uint8Array): string | null {
  const isBigEndian = bytes[0] === 0xfe || bytes[0] === 0;
  try {
    return new TextDecoder(isBigEndian ? 'utf-16be' : 'utf-16le', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

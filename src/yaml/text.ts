import { isUtf8 } from 'node:buffer';
import type { UnreadableReason } from './problem.js';

/** A file as git holds it. */
export interface Blob {
  /** Octal as git prints it: `100644`, `120000` for a symbolic link, `160000` for a submodule. */
  readonly mode: string;
  /** Bytes. */
  readonly size: number;
  /** The content; may be empty where `mode` or `size` alone make it unreadable. */
  readonly bytes: Uint8Array;
}

const largestSize = 1024 * 1024;

/** How many levels deep a file may be nested, its root included. */
export const deepest = 64;

/** How many scalars and indicators a file may hold where all of it is parsed at once. Each takes up to 700 bytes. */
export const densest = 120_000;

/** The text of a blob, without a byte order mark, or why it is none. */
export function readText({ mode, size, bytes }: Blob): string | UnreadableReason {
  if (mode === '120000') return { kind: 'symlink' };
  if (mode === '160000') return { kind: 'submodule' };
  if (size > largestSize) return { kind: 'too-large', size };
  if (isUtf16(bytes)) return { kind: 'utf-16' };
  if (!isUtf8(bytes)) return { kind: 'not-utf-8' };
  const text = new TextDecoder().decode(bytes);
  return text.startsWith('version https://git-lfs.github.com/spec/') ? { kind: 'lfs-pointer' } : text;
}

// YAML 1.2, 5.2 tells encodings apart by the first bytes; without a byte order mark more of them are asked, as one NUL
// is no encoding.
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes;
  const utf32 = third === 0 && fourth === 0;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return !utf32;
  if ((first === 0) === (second === 0) || utf32 || bytes.length % 2 === 1) return false;
  const start = bytes.subarray(0, 256);
  return start.filter((byte) => byte === 0).length >= start.length / 4;
}

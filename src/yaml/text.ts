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

/** How many words, marks, blanks and line ends a file may hold: all of it is parsed at once, and each takes up to 700 bytes. */
export const mostLexemes = 300_000;

/** The text of a blob, without a byte order mark, or why it is none. */
export function readText({ mode, size, bytes }: Blob): string | UnreadableReason {
  if (mode === '120000') return { kind: 'symlink' };
  if (mode === '160000') return { kind: 'submodule' };
  if (size > largestSize) return { kind: 'too-large' };
  if (isUtf16(bytes)) return { kind: 'utf-16' };
  if (!isUtf8(bytes)) return { kind: 'not-utf-8' };
  const text = new TextDecoder().decode(bytes);
  return text.startsWith('version https://git-lfs.github.com/spec/') ? { kind: 'lfs-pointer' } : text;
}

/** Whether a byte order mark says so, as PowerShell's `>` writes it. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

import { isUtf8 } from 'node:buffer';
import type { UnreadableReason } from './problem.js';

export interface Blob {
  /** Octal, as git prints it: `100644`, `120000` for a symbolic link, `160000` for a submodule. */
  readonly mode: string;
  /** Bytes. */
  readonly size: number;
  /** May be empty if `mode` or `size` already make the blob unreadable. */
  readonly bytes: Uint8Array;
}

const maxSize = 1024 * 1024;

/** Levels of nesting, the root included. */
export const maxDepth = 64;

/** Words, marks, blanks and line ends. All of them are parsed at once, and each takes up to 700 bytes. */
export const maxLexemes = 300_000;

/** Returns the text without a byte order mark, or why there is none. */
export function readText({ mode, size, bytes }: Blob): string | UnreadableReason {
  if (mode === '120000') return { kind: 'symlink' };
  if (mode === '160000') return { kind: 'submodule' };
  if (size > maxSize) return { kind: 'too-large' };
  if (isUtf16(bytes)) return { kind: 'utf-16' };
  if (!isUtf8(bytes)) return { kind: 'not-utf-8' };
  const text = new TextDecoder().decode(bytes);
  return text.startsWith('version https://git-lfs.github.com/spec/') ? { kind: 'lfs-pointer' } : text;
}

/** Looks for the byte order mark that PowerShell's `>` writes. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Returns null if the bytes are not UTF-16 without loss. */
export function fromUtf16(bytes: Uint8Array): string | null {
  const isBigEndian = bytes[0] === 0xfe || bytes[0] === 0;
  try {
    return new TextDecoder(isBigEndian ? 'utf-16be' : 'utf-16le', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

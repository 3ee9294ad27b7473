import type { Blob } from '../../src/yaml/text.ts';

/** A regular file with this content. */
export function blob(content: string | Uint8Array, mode = '100644'): Blob {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { mode, size: bytes.length, bytes };
}

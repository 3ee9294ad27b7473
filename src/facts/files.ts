import type { Config } from '../config/config.js';
import { objectMissing } from '../git/failures.js';
import { type GitObject, largestBlob, type ObjectReader } from '../git/objects.js';
import type { GitContext } from '../git/process.js';
import type { TreeEntry } from '../git/tree.js';
import type { Journal } from '../journal/journal.js';
import { readJournal } from '../journal/read.js';
import { type Notes, readNotes } from './notes.js';

/** Modes of non-files: a symbolic link's blob is its target, a submodule's object is in another repository. */
const notAFile = new Set(['120000', '160000']);

export interface Reading {
  readonly context: GitContext;
  /** The moment of the check, in milliseconds since the epoch. */
  readonly now: number;
  readonly files: Files;
  readonly config: Config;
}

/** In bytes of journals: parsed, a hostile one takes twenty times as much memory. */
const cacheLimit = 8 * 1024 * 1024;

/** Reads blobs, each once, however many snapshots hold it. Reading throws Failure if git lacks the blob. */
export class Files {
  readonly #asked = new Map<string, Promise<GitObject | null>>();
  readonly #notes = new Map<string, Promise<Notes>>();
  readonly #journals = new Map<string, Promise<Journal>>();
  #cachedBytes = 0;

  constructor(readonly objects: Pick<ObjectReader, 'read'>) {}

  notes(path: string, entry: TreeEntry): Promise<Notes> {
    return remember(this.#notes, `${entry.mode} ${entry.oid} ${path}`, async () =>
      readNotes({ path, ...(await this.bytes(path, entry)) }),
    );
  }

  journal(path: string, sprint: number, entry: TreeEntry): Promise<Journal> {
    return remember(this.#journals, `${entry.mode} ${entry.oid} ${path}`, async () => {
      const blob = await this.bytes(path, entry);
      this.#cachedBytes += blob.bytes.length;
      if (this.#cachedBytes > cacheLimit) {
        this.#journals.clear();
        this.#cachedBytes = 0;
      }
      return readJournal({ path, sprint, ...blob });
    });
  }

  /** Asks git for blobs that will be read soon, all at once: to wait for each in turn makes long ranges slow. */
  prefetch(entries: readonly TreeEntry[]): void {
    for (const { mode, oid } of entries) {
      if (notAFile.has(mode) || this.#asked.has(oid)) continue;
      const object = this.objects.read(oid);
      // The failure is thrown to whoever reads the blob.
      object.catch(() => {});
      this.#asked.set(oid, object);
    }
  }

  /** Reads a blob; `bytes` is empty for a non-file, and for a blob that is too large. */
  async bytes(path: string, entry: TreeEntry): Promise<{ mode: string; size: number; bytes: Buffer }> {
    if (notAFile.has(entry.mode)) return { mode: entry.mode, size: 0, bytes: Buffer.alloc(0) };
    const asked = this.#asked.get(entry.oid) ?? this.objects.read(entry.oid);
    this.#asked.delete(entry.oid);
    const blob = await asked;
    if (!blob) throw objectMissing(path, entry.oid);
    return { mode: entry.mode, size: blob.size, bytes: contentOf(blob) };
  }
}

function remember<Value>(values: Map<string, Value>, key: string, compute: () => Value): Value {
  const value = values.get(key) ?? compute();
  values.set(key, value);
  return value;
}

function contentOf(blob: GitObject): Buffer {
  if (blob.content) return blob.content;
  if (blob.size <= largestBlob) throw new Error(`no content for ${blob.oid}`);
  return Buffer.alloc(0);
}

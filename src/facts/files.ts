import type { Config } from '../config/config.js';
import { objectMissing } from '../git/failures.js';
import { type GitObject, largestBlob, type ObjectReader } from '../git/objects.js';
import type { GitContext } from '../git/process.js';
import type { TreeEntry } from '../git/tree.js';
import type { Journal } from '../journal/journal.js';
import { readJournal } from '../journal/read.js';
import { type Notes, readNotes } from './notes.js';

/** Modes of what is no file: a symbolic link's blob is its target, a submodule's object lies in another repository. */
const notAFile = new Set(['120000', '160000']);

/** What the facts of a check are read through. */
export interface Reading {
  readonly context: GitContext;
  /** The moment of the check, in milliseconds since the epoch. */
  readonly now: number;
  readonly files: Files;
  readonly config: Config;
}

/** Journals of this many bytes are kept; hostile ones take twenty times that in memory. */
const mostKept = 8 * 1024 * 1024;

/** Reads the blobs of a check, each once however many snapshots hold it. */
export class Files {
  readonly #asked = new Map<string, Promise<GitObject | null>>();
  readonly #notes = new Map<string, Promise<Notes>>();
  readonly #journals = new Map<string, Promise<Journal>>();
  /** Bytes of the journals that are kept. */
  #kept = 0;

  constructor(readonly objects: Pick<ObjectReader, 'read'>) {}

  /** The notes at an entry of a tree. Throws Failure when git lacks the blob. */
  notes(path: string, entry: TreeEntry): Promise<Notes> {
    return remember(this.#notes, `${entry.mode} ${entry.oid} ${path}`, async () =>
      readNotes({ path, ...(await this.bytes(path, entry)) }),
    );
  }

  /** The journal of S<sprint> at an entry of a tree. Throws Failure when git lacks the blob. */
  journal(path: string, sprint: number, entry: TreeEntry): Promise<Journal> {
    return remember(this.#journals, `${entry.mode} ${entry.oid} ${path}`, async () => {
      const blob = await this.bytes(path, entry);
      this.#kept += blob.bytes.length;
      if (this.#kept > mostKept) {
        this.#journals.clear();
        this.#kept = 0;
      }
      return readJournal({ path, sprint, ...blob });
    });
  }

  /** Asks git for blobs that will be read soon, all at once: an answer waited for by itself costs a range dearly. */
  prefetch(entries: readonly TreeEntry[]): void {
    for (const { mode, oid } of entries) {
      if (notAFile.has(mode) || this.#asked.has(oid)) continue;
      const object = this.objects.read(oid);
      // Whoever reads it is told of its failure.
      object.catch(() => {});
      this.#asked.set(oid, object);
    }
  }

  /** The mode, size and bytes of a blob; `bytes` is empty for what is no file or is too large to be kept. */
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

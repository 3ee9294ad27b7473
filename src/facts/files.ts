import type { Config } from '../config/config.js';
import { Failure } from '../failure.js';
import { type GitObject, largestBlob, type ObjectReader } from '../git/objects.js';
import type { GitContext } from '../git/process.js';
import type { TreeEntry } from '../git/tree.js';
import type { Entry, Journal } from '../journal/journal.js';
import type { KnownEntry } from '../journal/known-entries.js';
import { readEntries, readJournal, type Validate } from '../journal/read.js';
import { visible } from '../report/visible.js';
import { type Notes, readNotes } from './notes.js';
import { Recent, remember } from './recent.js';

/** Modes of what is no file: a symbolic link's blob is its target, a submodule's object lies in another repository. */
const notAFile = new Set(['120000', '160000']);

/** What the facts of a check are read through. */
export interface Reading {
  readonly context: GitContext;
  /** The moment of the check, in milliseconds since the epoch. */
  readonly now: number;
  readonly objects: ObjectReader;
  readonly files: Files;
  readonly config: Config;
}

/** Journals of this many bytes are read before older ones are let go: both sides of a commit, whatever their size. */
const generation = 2 * largestBlob;

/** Reads the blobs of a check, each once however many snapshots hold it. */
export class Files {
  readonly #objects: ObjectReader;
  readonly #validate: Validate | undefined;
  readonly #blobs = new Recent<Promise<GitObject | null>>();
  readonly #notes = new Map<string, Promise<Notes>>();
  readonly #journals = new Recent<Promise<Journal>>();
  readonly #entries = new Recent<KnownEntry | null>();
  /** Bytes of the journals read in this generation. */
  #read = 0;

  /** `validate` stands for a schema of the repository's own; without it the built-in one judges journals. */
  constructor(objects: ObjectReader, validate?: Validate) {
    this.#objects = objects;
    this.#validate = validate;
  }

  /** The notes at an entry of a tree. Throws Failure when git lacks the blob. */
  notes(path: string, entry: TreeEntry): Promise<Notes> {
    return remember(this.#notes, `${entry.mode} ${entry.oid}`, async () =>
      readNotes({ path, ...(await this.bytes(path, entry)) }),
    );
  }

  /** The journal of S<sprint> at an entry of a tree. Throws Failure when git lacks the blob. */
  journal(path: string, sprint: number, entry: TreeEntry): Promise<Journal> {
    const key = `${entry.mode} ${entry.oid} ${sprint}`;
    return remember(this.#journals, key, () => this.#readJournal(path, sprint, entry));
  }

  async #readJournal(path: string, sprint: number, entry: TreeEntry): Promise<Journal> {
    const blob = await this.bytes(path, entry);
    this.#count(blob.bytes);
    return readJournal({ path, sprint, ...blob }, { validate: this.#validate, known: this.#entries });
  }

  #count({ length }: Buffer): void {
    this.#read += length;
    if (this.#read <= generation) return;
    this.#read = length;
    this.#journals.age();
    this.#entries.age();
  }

  /**
   * Asks git for blobs that will be read soon, all at once: an answer waited for by itself costs a range dearly. What
   * was asked for the last time, and read since, is kept too; what before that not.
   */
  prefetch(entries: readonly TreeEntry[]): void {
    this.#blobs.age();
    for (const { mode, oid } of entries) {
      if (notAFile.has(mode) || this.#blobs.get(oid)) continue;
      const object = this.#objects.read(oid);
      // Whoever reads it is told of its failure.
      object.catch(() => {});
      this.#blobs.set(oid, object);
    }
  }

  /**
   * What a journal gained at its end, where its bytes tell that it only gained entries there; null also where they do
   * not tell.
   */
  async added(path: string, before: TreeEntry, after: TreeEntry): Promise<Buffer | null> {
    if (notAFile.has(before.mode) || notAFile.has(after.mode)) return null;
    const { bytes: old } = await this.bytes(path, before);
    const { bytes } = await this.bytes(path, after);
    const added = bytes.subarray(old.length);
    return bytes.subarray(0, old.length).equals(old) && addsEntries(old, added) ? added : null;
  }

  /** The entries in what a journal gained; null where they can't be read by themselves. */
  entriesIn(added: Buffer): readonly Entry[] | null {
    if (this.#validate) return null;
    this.#count(added);
    return readEntries(added.toString(), this.#entries);
  }

  /** The mode, size and bytes of a blob; `bytes` is empty for what is no file or is too large to be kept. */
  async bytes(path: string, entry: TreeEntry): Promise<{ mode: string; size: number; bytes: Buffer }> {
    if (notAFile.has(entry.mode)) return { mode: entry.mode, size: 0, bytes: Buffer.alloc(0) };
    const blob = await (this.#blobs.peek(entry.oid) ?? this.#objects.read(entry.oid));
    if (!blob) throw objectMissing(path, entry.oid);
    return { mode: entry.mode, size: blob.size, bytes: contentOf(blob) };
  }
}

/** Whether entries begin in what is added, of which the last entry before it takes nothing for its own. */
function addsEntries(old: Buffer, added: Buffer): boolean {
  // Without a line break at its end, or with a block that keeps blank lines, the last entry would change.
  if (old.at(-1) !== 0x0a) return false;
  const start = /^(?:\r?\n)*- /.exec(added.toString('latin1', 0, 64))?.[0];
  return (
    start === '- ' || (start !== undefined && !/[|>]\d?\+/.test(old.toString('latin1', old.lastIndexOf('\n- ') + 1)))
  );
}

function contentOf(blob: GitObject): Buffer {
  if (blob.content) return blob.content;
  if (blob.size <= largestBlob) throw new Error(`no content for ${blob.oid}`);
  return Buffer.alloc(0);
}

function objectMissing(path: string, oid: string): Failure {
  return new Failure('git', {
    en: { message: `git does not have the content of ${visible(path)} (${oid}).`, help: 'git fsck --full' },
    fr: { message: `git n’a pas le contenu de ${visible(path)} (${oid}).`, help: 'git fsck --full' },
  });
}

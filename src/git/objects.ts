import type { ChildProcess } from 'node:child_process';
import { gitFailed, gitGarbled } from './failures.js';
import { type GitContext, startGit } from './process.js';

export interface GitObject {
  readonly oid: string;
  readonly type: 'blob' | 'tree' | 'commit' | 'tag';
  /** Bytes. */
  readonly size: number;
  /** Null for a blob over `largestBlob`, which is skipped. */
  readonly content: Buffer | null;
}

/** Bytes. Larger blobs are not kept in memory: all that is ever parsed is smaller. */
export const largestBlob = 1024 * 1024;

interface Request {
  readonly resolve: (object: GitObject | null) => void;
  readonly reject: (reason: unknown) => void;
}

/** Runs one `git cat-file --batch`, which answers any number of requests in order, until it is closed. */
export class ObjectReader {
  readonly #child: ChildProcess;
  /** In order; null once answered, because a request keeps its answer in memory. */
  readonly #requests: (Request | null)[] = [];
  #answered = 0;
  /** Output about objects that are not complete yet. */
  #pending: Buffer = Buffer.alloc(0);
  /** Bytes still to come of a blob that is too large to keep. */
  #toSkip = 0;
  #failure: unknown = null;

  constructor(context: GitContext) {
    const args = ['cat-file', '--batch'];
    const { child, ended } = startGit(context, args);
    this.#child = child;
    child.stdout?.on('data', (chunk: Buffer) => this.#receive(chunk));
    ended.then(
      ({ exitCode, errors }) => this.#fail(gitFailed(args, exitCode, errors)),
      (reason: unknown) => this.#fail(reason),
    );
  }

  /** Takes a name as in gitrevisions(7); gives null if there is none. Throws Failure if git ends before it answers. */
  read(name: string): Promise<GitObject | null> {
    if (this.#failure) return Promise.reject(this.#failure);
    // Names are sent one a line.
    if (name.includes('\n')) return Promise.resolve(null);
    return new Promise((resolve, reject) => {
      this.#requests.push({ resolve, reject });
      this.#child.stdin?.write(`${name}\n`);
    });
  }

  close(): void {
    this.#child.stdin?.end();
  }

  #fail(reason: unknown): void {
    this.#failure ??= reason;
    for (const request of this.#requests.slice(this.#answered)) request?.reject(this.#failure);
    this.#requests.length = 0;
    this.#answered = 0;
  }

  #receive(chunk: Buffer): void {
    const skipped = Math.min(this.#toSkip, chunk.length);
    this.#toSkip -= skipped;
    this.#pending = Buffer.concat([this.#pending, chunk.subarray(skipped)]);
    let isWhole = true;
    while (isWhole) isWhole = this.#readObject();
  }

  // 3b18e512dba79e4c8300dd08aeb37f8e728b8dad blob 12
  // HEAD:nowhere missing
  /** Answers a request with the next object; false if it is not complete yet. */
  #readObject(): boolean {
    const start = this.#pending.indexOf(0x0a) + 1;
    if (start === 0) return false;
    const line = this.#pending.toString('utf8', 0, start - 1);
    const match = /^([0-9a-f]{40,64}) (blob|tree|commit|tag) (\d+)$/.exec(line);
    if (!match) {
      this.#advance(start);
      if (/ (missing|ambiguous|submodule)$/.test(line)) this.#answer(null);
      else this.#fail(gitGarbled(line));
      return true;
    }
    const head = { oid: match[1] as string, type: match[2] as GitObject['type'], size: Number(match[3]) };
    const end = start + head.size;
    const isKept = head.type !== 'blob' || head.size <= largestBlob;
    // A line feed follows the content.
    if (isKept && this.#pending.length <= end) return false;
    const content = isKept ? this.#pending.subarray(start, end) : null;
    this.#advance(end + 1);
    this.#answer({ ...head, content });
    return true;
  }

  #advance(length: number): void {
    this.#toSkip = Math.max(length - this.#pending.length, 0);
    this.#pending = this.#pending.subarray(length);
  }

  #answer(object: GitObject | null): void {
    const request = this.#requests[this.#answered];
    this.#requests[this.#answered] = null;
    this.#answered++;
    if (this.#answered === this.#requests.length) {
      this.#requests.length = 0;
      this.#answered = 0;
    }
    request?.resolve(object);
  }
}

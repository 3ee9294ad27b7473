import type { ChildProcess } from 'node:child_process';
import { gitFailed, gitGarbled } from './failures.js';
import type { Watch } from './patience.js';
import { type GitContext, startGit } from './process.js';

export interface GitObject {
  readonly oid: string;
  readonly type: 'blob' | 'tree' | 'commit' | 'tag';
  /** Bytes. */
  readonly size: number;
  /** The content; null for a blob over `largestBlob`, which is read past and not kept. */
  readonly content: Buffer | null;
}

/** Blobs over this many bytes are not kept in memory; all that is ever parsed is smaller. */
export const largestBlob = 1024 * 1024;

interface Request {
  readonly resolve: (object: GitObject | null) => void;
  readonly reject: (reason: unknown) => void;
}

interface Content {
  readonly head: Omit<GitObject, 'content'>;
  readonly parts: Buffer[];
  /** Bytes still to come, the line feed behind the content included. */
  remaining: number;
}

/** One `git cat-file --batch` that answers any number of requests, in their order, until it is closed. */
export class ObjectReader {
  readonly #child: ChildProcess;
  readonly #watch: Watch;
  /** In the order in which they were asked; null once it is answered, since it holds on to its answer. */
  readonly #requests: (Request | null)[] = [];
  #answered = 0;
  #content: Content | null = null;
  #pending: Buffer = Buffer.alloc(0);
  #toWrite = '';
  #failure: unknown = null;

  constructor(context: GitContext) {
    const args = ['cat-file', '--batch'];
    const { child, ended, watch } = startGit(context, args);
    this.#child = child;
    this.#watch = watch;
    watch.stop();
    child.stdout?.on('data', (chunk: Buffer) => {
      this.#receive(chunk);
      if (this.#requests.length > 0) watch.restart();
      else watch.stop();
    });
    child.stdout?.on('error', (reason: unknown) => this.#fail(reason));
    ended.then(
      ({ exitCode, errors }) => this.#fail(gitFailed(args, exitCode, errors)),
      (reason: unknown) => this.#fail(reason),
    );
  }

  /**
   * The object of a name as gitrevisions(7) writes it (`HEAD^{commit}`, `HEAD:docs`, an oid); null where there is none.
   *
   * @throws Failure when git ends before it has answered.
   */
  read(name: string): Promise<GitObject | null> {
    if (this.#failure) return Promise.reject(this.#failure);
    // Each name goes to git on a line of its own.
    if (name.includes('\n')) return Promise.resolve(null);
    return new Promise((resolve, reject) => {
      if (this.#requests.length === 0) this.#watch.restart();
      this.#requests.push({ resolve, reject });
      // One write for all that is asked in the same turn: a range asks thousands of times.
      if (this.#toWrite === '') queueMicrotask(() => this.#flush());
      this.#toWrite += `${name}\n`;
    });
  }

  /** Ends git; nothing can be read afterwards. */
  close(): void {
    this.#child.stdin?.end();
  }

  #flush(): void {
    this.#child.stdin?.write(this.#toWrite);
    this.#toWrite = '';
  }

  #fail(reason: unknown): void {
    this.#failure ??= reason;
    for (const request of this.#requests.slice(this.#answered)) request?.reject(this.#failure);
    this.#requests.length = 0;
    this.#answered = 0;
  }

  #receive(chunk: Buffer): void {
    let data = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    this.#pending = Buffer.alloc(0);
    while (data.length > 0) {
      if (this.#content) {
        data = this.#take(this.#content, data);
        continue;
      }
      const end = data.indexOf(0x0a);
      if (end < 0) {
        this.#pending = data;
        return;
      }
      this.#readHead(data.toString('utf8', 0, end));
      data = data.subarray(end + 1);
    }
  }

  // 3b18e512dba79e4c8300dd08aeb37f8e728b8dad blob 12
  // HEAD:nowhere missing
  #readHead(line: string): void {
    const match = /^([0-9a-f]{40,64}) (blob|tree|commit|tag) (\d+)$/.exec(line);
    if (!match) {
      if (/ (missing|ambiguous|submodule)$/.test(line)) this.#answer(null);
      else this.#fail(gitGarbled(line));
      return;
    }
    const size = Number(match[3]);
    const type = match[2] as GitObject['type'];
    this.#content = { head: { oid: match[1] as string, type, size }, parts: [], remaining: size + 1 };
  }

  #take(content: Content, data: Buffer): Buffer {
    const kept = content.head.type !== 'blob' || content.head.size <= largestBlob;
    const part = data.subarray(0, content.remaining);
    if (kept) content.parts.push(part);
    content.remaining -= part.length;
    if (content.remaining === 0) {
      this.#content = null;
      const { parts, head } = content;
      const whole = parts.length === 1 ? part : Buffer.concat(parts);
      this.#answer({ ...head, content: kept ? whole.subarray(0, head.size) : null });
    }
    return data.subarray(part.length);
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

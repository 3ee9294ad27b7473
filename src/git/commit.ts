import type { Change } from './diff.js';
import { repositoryDamaged } from './failures.js';
import type { ObjectReader } from './objects.js';
import { shallow } from './shallow.js';

export interface CommitHeader {
  /** In order; empty for a root commit. */
  readonly parents: readonly string[];
  /** An e-mail address; null if the line can't be read. */
  readonly author: string | null;
  /** Milliseconds since the epoch; null if the date can't be read. */
  readonly authoredAt: number | null;
  /** Milliseconds since the epoch; null if the date can't be read. */
  readonly committedAt: number | null;
}

export interface Commit extends CommitHeader {
  /** Null for the commit being made. */
  readonly oid: string | null;
  /** Against each parent; for a root commit, against the empty tree. */
  readonly diffs: readonly (readonly Change[])[];
}

/** Throws Failure if a shallow clone lacks the commit. */
export async function readCommit(objects: Pick<ObjectReader, 'read'>, oid: string): Promise<CommitHeader> {
  const commit = await objects.read(oid);
  if (!commit?.content || commit.type !== 'commit') throw shallow();
  return parseCommit(commit.content);
}

// tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904
// parent 1f6f8ac2b3a9d0c6e1a6d1a2bd7d1a3c9a0f3b11
// author Ada <ada@example.com> 1758542400 +0200
// committer Ada <ada@example.com> 1758542400 +0200
//
// the message
/** Parses what `git cat-file` prints of a commit. Throws Failure if it is damaged. */
export function parseCommit(content: Buffer): CommitHeader {
  const [headers = ''] = content.toString('utf8').split('\n\n', 1);
  const parents: string[] = [];
  const first = new Map<string, string>();
  for (const line of headers.split('\n')) {
    const space = line.indexOf(' ');
    const key = line.slice(0, space);
    const value = line.slice(space + 1);
    if (key === 'parent') parents.push(value);
    else if (!first.has(key)) first.set(key, value);
  }
  if (parents.some((name) => !/^[0-9a-f]{40,64}$/.test(name))) throw repositoryDamaged();
  return {
    parents,
    author: /<([^<>]*)>/.exec(first.get('author') ?? '')?.[1] ?? null,
    authoredAt: parseDate(first.get('author') ?? ''),
    committedAt: parseDate(first.get('committer') ?? ''),
  };
}

function parseDate(person: string): number | null {
  const seconds = /> (\d{1,12}) [+-]\d{4}$/.exec(person)?.[1];
  return seconds === undefined ? null : Number(seconds) * 1000;
}

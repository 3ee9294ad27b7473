import { type Commit, type CommitHeader, parseHeader, readCommit } from '../git/commit.js';
import { type Change, parseChange, rawDiff } from '../git/diff.js';
import { gitGarbled } from '../git/failures.js';
import type { ObjectReader } from '../git/objects.js';
import type { GitContext } from '../git/process.js';
import { recordsOf } from '../git/records.js';
import { shallow } from '../git/shallow.js';

/** A commit of a range, as it names itself. */
export interface ListedCommit extends CommitHeader {
  readonly oid: string;
}

/** A commit of a range, as git has it. */
export interface RangeCommit extends Commit {
  readonly oid: string;
}

// 9a3c1de… 1f6f8ac… 77b0c1a…
// tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904
// parent 1f6f8ac2b3a9d0c6e1a6d1a2bd7d1a3c9a0f3b11
// parent 77b0c1a…
// author Ada <ada@example.com> 1758542400 +0200
// committer Ada <ada@example.com> 1758542400 +0200
//
//     the message
// \0
/**
 * The commits that `tip` reaches and none of `excluded` does, parents before children.
 *
 * @throws Failure where a shallow clone cuts the range off.
 */
export async function listCommits(
  context: GitContext,
  objects: ObjectReader,
  tip: string,
  excluded: readonly string[],
): Promise<ListedCommit[]> {
  const negative = excluded.map((oid) => `^${oid}`);
  // Else i18n.logOutputEncoding would have a say in the headers.
  const raw = ['--header', '--encoding=none'];
  const args = ['rev-list', '--topo-order', '--reverse', '--parents', ...raw, tip, ...negative, '--'];
  const commits: ListedCommit[] = [];
  for await (const records of recordsOf(context, args)) {
    for (const record of records) commits.push(parseListed(record) ?? (await readListed(objects, record)));
  }
  return commits;
}

/** Null where no message follows the headers: then git has trimmed them, or cut them off at a NUL. */
function parseListed(record: string): ListedCommit | null {
  const end = record.indexOf('\n');
  const blank = record.indexOf('\n\n', end);
  return blank < 0 ? null : listed(record.slice(0, end), parseHeader(record.slice(end + 1, blank)));
}

async function readListed(objects: ObjectReader, record: string): Promise<ListedCommit> {
  const line = record.slice(0, record.indexOf('\n'));
  return listed(line, await readCommit(objects, line.split(' ', 1).join()));
}

// 9a3c1de… 1f6f8ac… 77b0c1a…
/** Throws where git knows fewer parents than the commit names: there the clone is cut off. */
function listed(line: string, header: CommitHeader): ListedCommit {
  const [oid = '', ...known] = line.split(' ');
  if (header.parents.length !== known.length) throw shallow();
  return { oid, ...header };
}

/**
 * The same commits with what they change, some at a time, as git tells it. The number of processes does not depend on
 * the number of commits.
 */
export async function* withDiffs(
  context: GitContext,
  commits: readonly ListedCommit[],
): AsyncGenerator<readonly RangeCommit[]> {
  if (commits.length === 0) return;
  // A line for each parent: "commit parent" compares the two; a root commit stands alone.
  const lines = commits.flatMap(({ oid, parents }) =>
    parents.length === 0 ? [oid] : parents.map((one) => `${oid} ${one}`),
  );
  const read: Change[][] = [];
  let next = 0;
  for await (const diffs of readDiffs(context, lines)) {
    read.push(...diffs);
    const complete: RangeCommit[] = [];
    for (; next < commits.length; next++) {
      const commit = commits[next] as ListedCommit;
      const count = Math.max(commit.parents.length, 1);
      if (read.length < count) break;
      complete.push({ ...commit, diffs: read.splice(0, count) });
    }
    yield complete;
  }
  if (next < commits.length) throw gitGarbled('');
}

// 9a3c1de…\0:100644 100644 bcd1234… 0123456… M\0app.ts\0
async function* readDiffs(context: GitContext, lines: readonly string[]): AsyncGenerator<readonly Change[][]> {
  const args = ['diff-tree', '--stdin', '--root', '--always', ...rawDiff];
  const diffs: Change[][] = [];
  let raw: string | null = null;
  for await (const fields of recordsOf(context, args, `${lines.join('\n')}\n`)) {
    for (const field of fields) {
      if (raw !== null) {
        diffs.at(-1)?.push(parseChange(raw, field));
        raw = null;
      } else if (field.startsWith(':')) raw = field;
      else if (/^[0-9a-f]{40,64}$/.test(field)) diffs.push([]);
      else throw gitGarbled(field);
    }
    // The last one may go on.
    yield diffs.splice(0, diffs.length - 1);
  }
  yield diffs;
}

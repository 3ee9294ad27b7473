import { Failure } from '../failure.js';
import { visible } from '../report/visible.js';
import { quoted } from '../words/commands.js';
import { gitGarbled } from './failures.js';
import { type GitContext, runGit } from './process.js';
import type { TreeEntry } from './tree.js';

/** A path that `git diff-tree --raw` lists. */
export interface Change {
  readonly path: string;
  /** Null for an addition. */
  readonly before: TreeEntry | null;
  /** Null for a deletion. */
  readonly after: TreeEntry | null;
}

/** Options that shield a diff from the user's config. */
export const rawDiff = ['--raw', '-r', '-z', '--no-renames', '--no-abbrev', '--ignore-submodules=none'];

export function indexDiff(treeish: string): string[] {
  return ['diff-index', '--cached', '--ita-invisible-in-index', ...rawDiff, treeish, '--'];
}

export function treeDiff(treeish: string, commit: string): string[] {
  return ['diff-tree', ...rawDiff, treeish, commit, '--'];
}

/** Computes the empty tree's name, which depends on the repository's hash. Writes nothing. */
export async function emptyTree(context: GitContext): Promise<string> {
  return (await runGit(context, ['hash-object', '-t', 'tree', '--stdin'], '')).trim();
}

/** Throws Failure if git fails, or for a path with conflicts. */
export async function readDiff(context: GitContext, args: readonly string[]): Promise<Change[]> {
  return parseRawDiffs(await runGit(context, args)).flat();
}

// :100644 100644 bcd1234… 0123456… M\0docs/sprints/S3/INTERACTIONS.yaml\0
// :000000 100644 0000000… 1234567… A\0app.ts\0
// 9a3c1de…\0:100644 100644 bcd1234… 0123456… M\0app.ts\0
/** Parses one diff, or several, each after the name of its commit. Throws Failure for a path with conflicts. */
export function parseRawDiffs(output: string): Change[][] {
  const fields = output.split('\0');
  // The last field ends with a NUL too.
  if (fields.pop()) throw gitGarbled(output);
  const diffs: Change[][] = fields[0]?.startsWith(':') ? [[]] : [];
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index] as string;
    if (/^[0-9a-f]{40,64}$/.test(field)) {
      diffs.push([]);
      continue;
    }
    const change = parseChange(field, fields[++index]);
    diffs.at(-1)?.push(change);
  }
  return diffs;
}

// :100644 100644 bcd1234… 0123456… M
/** Parses the part before a path. Throws Failure for a path with conflicts. */
function parseChange(raw: string, path: string | undefined): Change {
  const match = /^:(\d{6}) (\d{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([A-Z])$/.exec(raw);
  if (!match || path === undefined) throw gitGarbled(raw);
  const [, modeBefore = '', modeAfter = '', oidBefore = '', oidAfter = '', status = ''] = match;
  if (status === 'U') throw unmerged(path);
  return {
    path,
    before: status === 'A' ? null : { mode: modeBefore, oid: oidBefore },
    after: status === 'D' ? null : { mode: modeAfter, oid: oidAfter },
  };
}

function unmerged(path: string): Failure {
  return new Failure('unmerged', {
    en: [`${visible(path)} still has merge conflicts.`, `resolve them, then: git add ${quoted(path)}`],
    fr: [`${visible(path)} contient encore des conflits de fusion.`, `résolvez-les, puis : git add ${quoted(path)}`],
  });
}

import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { configPaths } from '../config/problem.js';
import type { Git } from '../git/git.js';
import { type GitVersion, isBefore, oldestGit } from '../git/version.js';
import { replyForm } from '../init/ci.js';
import type { Project } from '../init/project.js';
import { clockTolerance } from '../rules/freeze-future.js';
import { clockBehind, formNotOfPO, gitOld, poEmpty, type Remark } from '../words/doctor.js';
import { readTextFile } from '../worktree/files.js';

/** Before 2.38 git can't tell what a merge added of its own. */
export function gitRemarks(version: GitVersion): Remark[] {
  if (!isBefore(version, [2, 38])) return [];
  return [gitOld(version.join('.'), isBefore(version, oldestGit) ? 'error' : 'warn')];
}

/** Reports a clock that is behind the newest commit by more than `freeze/future` tolerates. */
export async function clockRemarks(git: Git, now: number): Promise<Remark[]> {
  // 1795719414
  const newest = await git.ask(
    'for-each-ref',
    '--sort=-committerdate',
    '--count=1',
    '--format=%(committerdate:unix)',
    'refs/heads',
    'refs/remotes',
  );
  const length = Number(newest.trim()) * 1000 - now;
  return length > clockTolerance ? [clockBehind(length)] : [];
}

export function poRemarks({ root, config, toRoot }: Project): Remark[] {
  const [email] = config.po;
  if (email === undefined) {
    // A package.json may have no config, and two files with one are a Failure.
    const file = configPaths.findLast((path) => existsSync(join(root, path))) ?? '.sprint-checkrc.yaml';
    return [poEmpty(toRoot + file)];
  }
  // The form has the address that was in `po` when it was written.
  const form = readTextFile(join(root, replyForm));
  const isPO = form === null || config.po.some((address) => form.toLowerCase().includes(address.toLowerCase()));
  return isPO ? [] : [formNotOfPO(toRoot + replyForm, email)];
}

/** Returns the PATH of a program started from the desktop, without what shells add; null if it is the same. */
export function barePath(): string | null {
  if (platform() === 'win32') return null;
  return platform() === 'darwin' ? '/usr/bin:/bin:/usr/sbin:/sbin' : '/usr/local/bin:/usr/bin:/bin';
}

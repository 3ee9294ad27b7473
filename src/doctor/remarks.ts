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

/** A clock that lies behind the newest commit by more than `freeze/future` lets pass. */
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
    // A package.json may hold no config, and two files that do are a Failure.
    const file = configPaths.findLast((path) => existsSync(join(root, path))) ?? '.sprint-checkrc.yaml';
    return [poEmpty(toRoot + file)];
  }
  // The form was written with the address that was known then.
  const form = readTextFile(join(root, replyForm));
  const isPO = form === null || config.po.some((address) => form.toLowerCase().includes(address.toLowerCase()));
  return isPO ? [] : [formNotOfPO(toRoot + replyForm, email)];
}

/** The PATH of a program that the desktop starts, without what shells add to it; null where it is the same as theirs. */
export function barePath(): string | null {
  if (platform() === 'win32') return null;
  return platform() === 'darwin' ? '/usr/bin:/bin:/usr/sbin:/sbin' : '/usr/local/bin:/usr/bin:/bin';
}

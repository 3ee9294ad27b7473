import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure } from '../failure.js';
import { gitDirectory } from './head.js';
import { type GitContext, runGit } from './process.js';

/**
 * Whether the repository is a shallow clone: it has a file `shallow` (gitrepository-layout(5)). Asks git where its
 * folder is not in plain sight, as from a subfolder.
 */
export async function isShallow(context: GitContext): Promise<boolean> {
  const directory = commonDirectory(gitDirectory(context));
  if (existsSync(join(directory, 'objects'))) return existsSync(join(directory, 'shallow'));
  return (await runGit(context, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
}

/** The history that a verdict needs is not in this clone. */
export function shallow(): Failure {
  const help = 'git fetch --unshallow';
  return new Failure('shallow', {
    en: [
      'This clone is shallow: the history that the check needs is cut off.',
      `${help}   (GitHub Actions: actions/checkout with fetch-depth: 0; GitLab: variables: GIT_DEPTH: 0)`,
    ],
    fr: [
      'Ce clone est superficiel (shallow) : l’historique nécessaire au contrôle est tronqué.',
      `${help}   (GitHub Actions : actions/checkout avec fetch-depth: 0 ; GitLab : variables: GIT_DEPTH: 0)`,
    ],
  });
}

/** What the linked worktrees of a repository share. */
function commonDirectory(directory: string): string {
  const file = join(directory, 'commondir');
  return existsSync(file) ? resolve(directory, readFileSync(file, 'utf8').trim()) : directory;
}

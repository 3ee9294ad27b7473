import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.js';
import { visible } from '../report/visible.js';

export function gitNotStarted(directory: string, code: string): Failure {
  // The system reports a missing folder as ENOENT or ENOTDIR too.
  if (!existsSync(join(directory, '.'))) return folderMissing();
  if (code !== 'ENOENT') {
    return new Failure('git-not-started', {
      en: [`git could not be started: ${code}.`, `see which git is on the PATH, and fix it: ${findGit}`],
      fr: [`git n’a pas pu être lancé : ${code}.`, `vérifiez quel git est dans le PATH, et réparez-le : ${findGit}`],
    });
  }
  return new Failure('git-missing', {
    en: [
      'git could not be started: it is not on the PATH.',
      'install git (https://git-scm.com/downloads), then check with: git --version',
    ],
    fr: [
      'git n’a pas pu être lancé : il n’est pas dans le PATH.',
      'installez git (https://git-scm.com/downloads), puis vérifiez avec : git --version',
    ],
  });
}

const findGit = 'which -a git   (Windows: where git)';

export function gitFailed(args: readonly string[], exitCode: number | null, stderr: string): Failure {
  // A process that a signal ended has no exit code.
  const said = stderr.trim() || (exitCode === null ? 'killed' : `exit ${exitCode}`);
  if (/not a git repository/i.test(said)) return notARepository();
  if (/must be run in a work tree/i.test(said)) return workTreeMissing();
  if (/detected dubious ownership/i.test(said)) return dubiousOwnership(said);
  // A partial clone whose remote is gone.
  const promised = /could not fetch (\S+) from promisor remote/.exec(said)?.[1];
  if (promised) return objectMissing('', visible(promised));
  const line = visible(/^fatal: .*/m.exec(said)?.[0] ?? said.split('\n', 1).join());
  return new Failure('git', {
    en: [`git failed: ${line}`, `run it by hand to see more: ${commandOf(args)}`],
    fr: [`git a échoué : ${line}`, `lancez-le à la main pour en voir plus : ${commandOf(args)}`],
  });
}

/** Returns what to type to see more: a git that waits for input would show nothing. */
function commandOf(args: readonly string[]): string {
  return args.some((arg) => arg === '--batch' || arg === '--stdin')
    ? 'git fsck --full'
    : visible(`git ${args.join(' ')}`);
}

export function gitGarbled(output: string): Failure {
  const excerpt = visible(output.slice(0, 60));
  return new Failure('git', {
    en: [`git printed something unexpected: ${excerpt}`, `see which git is on the PATH: ${findGit}`],
    fr: [
      `git a affiché autre chose que la réponse attendue : ${excerpt}`,
      `vérifiez quel git est dans le PATH : ${findGit}`,
    ],
  });
}

export function gitSilent(commands: string): Failure {
  return new Failure('git-silent', {
    en: [`git did not answer in time: ${commands}`, 'check that the disk of the repository responds, then try again'],
    fr: [`git n’a pas répondu à temps : ${commands}`, 'vérifiez que le disque du dépôt répond, puis réessayez'],
  });
}

/** A commit is not one that git could have written, or HEAD leads to none. */
export function repositoryDamaged(): Failure {
  const help = 'git fsck --full';
  return new Failure('git', {
    en: ['The repository is damaged: a commit that the check needs can’t be read.', help],
    fr: ['Le dépôt est endommagé : un commit nécessaire au contrôle est illisible.', help],
  });
}

function workTreeMissing(): Failure {
  return new Failure('not-a-repository', {
    en: [
      'This folder is not in a work tree, so no commit can be made here.',
      'cd into the work tree; for a bare repository, add one first: git worktree add <path>',
    ],
    fr: [
      'Ce dossier n’est dans aucun arbre de travail : impossible d’y faire un commit.',
      'placez-vous dans l’arbre de travail (cd) ; dans un dépôt nu, ajoutez-en un : git worktree add <chemin>',
    ],
  });
}

export function folderMissing(): Failure {
  return new Failure('not-a-repository', {
    en: ['The folder to check does not exist.', 'cd into the repository'],
    fr: ['Le dossier à contrôler n’existe pas.', 'placez-vous dans le dépôt (cd)'],
  });
}

function notARepository(): Failure {
  return new Failure('not-a-repository', {
    en: ['This folder is not in a git repository.', 'cd into the repository, or create one: git init'],
    fr: ['Ce dossier n’est pas dans un dépôt git.', 'placez-vous dans le dépôt (cd), ou créez-en un : git init'],
  });
}

function dubiousOwnership(said: string): Failure {
  const directory = /safe\.directory (\S+)/.exec(said)?.[1] ?? '"$PWD"';
  const help = `git config --global --add safe.directory ${directory}`;
  return new Failure('git', {
    en: ['git refuses to read this repository, since it belongs to another user.', help],
    fr: ['git refuse de lire ce dépôt, car il appartient à un autre utilisateur.', help],
  });
}

/** `path` is where a tree names the object; empty for the tree itself. */
export function objectMissing(path: string, oid: string): Failure {
  const name = path === '' ? oid : `${visible(path)} (${oid})`;
  const help = 'git fetch   and, if that does not help: git fsck --full';
  const helpFr = 'git fetch   et, si cela ne suffit pas : git fsck --full';
  return new Failure('git', {
    en: [`git does not have the content of ${name}.`, help],
    fr: [`git n’a pas le contenu de ${name}.`, helpFr],
  });
}

import { Failure } from '../failure.js';
import { visible } from '../report/visible.js';

/** git can't be started: it is not on the PATH. */
export function gitMissing(): Failure {
  return new Failure('git-missing', {
    en: {
      message: 'git could not be started: it is not on the PATH.',
      help: 'install git (https://git-scm.com/downloads), then check with: git --version',
    },
    fr: {
      message: 'git n’a pas pu être lancé : il n’est pas dans le PATH.',
      help: 'installez git (https://git-scm.com/downloads), puis vérifiez avec : git --version',
    },
  });
}

/** git ended with an error; `stderr` is what it said. */
export function gitFailed(args: readonly string[], exitCode: number | null, stderr: string): Failure {
  const said = stderr.trim() || `exit ${exitCode}`;
  if (/not a git repository|must be run in a work tree/i.test(said)) return notARepository();
  if (/detected dubious ownership/i.test(said)) return dubiousOwnership(said);
  const command = visible(`git ${args.join(' ')}`);
  return new Failure('git', {
    en: { message: `git failed: ${said}`, help: `run it by hand to see more: ${command}` },
    fr: { message: `git a échoué : ${said}`, help: `lancez-le à la main pour en voir plus : ${command}` },
  });
}

/** The folder to work in does not exist. */
export function folderMissing(): Failure {
  return new Failure('not-a-repository', {
    en: { message: 'The folder to check does not exist.', help: 'cd into the repository' },
    fr: { message: 'Le dossier à vérifier n’existe pas.', help: 'placez-vous dans le dépôt (cd)' },
  });
}

function notARepository(): Failure {
  return new Failure('not-a-repository', {
    en: { message: 'This folder is not in a git repository.', help: 'cd into the repository, or create one: git init' },
    fr: {
      message: 'Ce dossier n’est pas dans un dépôt git.',
      help: 'placez-vous dans le dépôt (cd), ou créez-en un : git init',
    },
  });
}

function dubiousOwnership(said: string): Failure {
  const directory = /safe\.directory (\S+)/.exec(said)?.[1] ?? '"$PWD"';
  const help = `git config --global --add safe.directory ${directory}`;
  return new Failure('git', {
    en: { message: 'git refuses to read this repository, since it belongs to another user.', help },
    fr: { message: 'git refuse de lire ce dépôt, car il appartient à un autre utilisateur.', help },
  });
}

/** git lacks an object that a tree names; `path` is where the tree has it, empty for the tree itself. */
export function objectMissing(path: string, oid: string): Failure {
  const name = path === '' ? oid : `${visible(path)} (${oid})`;
  const help = 'git fetch   and, where that brings nothing: git fsck --full';
  const helpFr = 'git fetch   et, si cela n’apporte rien : git fsck --full';
  return new Failure('git', {
    en: { message: `git does not have the content of ${name}.`, help },
    fr: { message: `git n’a pas le contenu de ${name}.`, help: helpFr },
  });
}

import { Failure } from '../failure.js';
import { type GitContext, runGit } from './process.js';

/** The oldest git that all of this was run on. Before 2.38 it can't tell what merging gives, see `isPlainMerge`. */
export const oldestGit = { major: 2, minor: 30 };

/** The failure that explains another: git fails where it is too old to know what it is asked. Asks git only then. */
export async function explainFailure(failure: Failure, context: () => GitContext): Promise<Failure> {
  if (failure.code !== 'git') return failure;
  try {
    // git version 2.39.5 (Apple Git-154)
    const [, version = '', major, minor] =
      /(([0-9]+)\.([0-9]+)[\w.-]*)/.exec(await runGit(context(), ['version'])) ?? [];
    const isOld =
      Number(major) < oldestGit.major || (Number(major) === oldestGit.major && Number(minor) < oldestGit.minor);
    return isOld ? gitTooOld(version) : failure;
  } catch {
    // The first failure says more than that of a question about it.
    return failure;
  }
}

function gitTooOld(version: string): Failure {
  const needed = `${oldestGit.major}.${oldestGit.minor}`;
  const where = 'https://git-scm.com/downloads';
  return new Failure('git-too-old', {
    en: {
      message: `git ${version} is too old: sprint-check needs ${needed} or later.`,
      help: `install a newer git: ${where}`,
    },
    fr: {
      message: `git ${version} est trop ancien : il faut au moins la version ${needed}.`,
      help: `installez une version plus récente de git : ${where}`,
    },
  });
}

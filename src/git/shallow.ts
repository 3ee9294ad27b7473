import { Failure } from '../failure.js';
import { type GitContext, runGit } from './process.js';

export async function isShallow(context: GitContext): Promise<boolean> {
  return (await runGit(context, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
}

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

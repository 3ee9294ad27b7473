import { refArgument } from '../words/commands.js';
import { definePushRule } from './rule.js';

interface Deletion {
  readonly branch: string;
  readonly remote: string;
  readonly defaultBranch: string | null;
}

/** A push to a URL instead of a remote has no remote-tracking branches. */
const isUrl = (remote: string) => /[/\\:]/.test(remote);

/** A pull request that squashes its commits leaves them out of the default branch, so they are merged as well. */
function help({ branch, remote, defaultBranch }: Deletion, first: string, whereSquashed: string): string {
  if (defaultBranch === null || isUrl(remote)) return first;
  return [
    `${first}${whereSquashed}`,
    `git switch ${refArgument(defaultBranch)}`,
    `git pull ${remote} ${refArgument(defaultBranch)}`,
    `git merge ${remote}/${refArgument(branch)}`,
    `git push ${remote} ${refArgument(defaultBranch)}`,
  ].join('\n');
}

export default definePushRule({
  id: 'push/deletion',
  severity: 'error',
  where: 'push',
  check: ({ branch, deletion, contained, remote, defaultBranch }) =>
    deletion && !contained ? [{ data: { branch, remote, defaultBranch }, mend: 'help' }] : [],
  words: {
    en: {
      summary: 'A protected branch is deleted only once the default branch contains it.',
      why: 'Deleting the branch would delete the sprint’s work and its journal before the PR has merged them.',
      remedy: 'Merge the branch into the default branch first, through its PR.',
      message: ({ branch }) => `This push deletes ${branch}, whose commits the default branch does not contain.`,
      help: (data) =>
        help(
          data,
          `merge ${data.branch} into the default branch first, through its PR`,
          '; where that squashed the commits:',
        ),
    },
    fr: {
      summary: 'Une branche protégée n’est supprimée qu’une fois contenue dans la branche par défaut.',
      why: 'Supprimer la branche supprimerait le travail du sprint et son journal avant que la PR les ait fusionnés.',
      remedy: 'Fusionnez d’abord la branche dans la branche par défaut, via sa PR.',
      message: ({ branch }) => `Ce push supprime ${branch}, dont la branche par défaut ne contient pas les commits.`,
      help: (data) =>
        help(
          data,
          `fusionnez d’abord ${data.branch} dans la branche par défaut, via sa PR`,
          ' ; si celle-ci a regroupé les commits :',
        ),
    },
  },
});

import { refArgument } from '../words/commands.js';
import { definePushRule } from './rule.js';

interface Deletion {
  readonly branch: string;
  readonly remote: string;
  readonly defaultBranch: string | null;
}

/** A push may be given a URL in place of a remote, which then has no branches here. */
const isUrl = (remote: string) => /[/\\:]/.test(remote);

/** A pull request that squashes its commits leaves them out of the default branch. */
const merge = ({ branch, remote, defaultBranch }: Deletion) =>
  defaultBranch === null || isUrl(remote)
    ? []
    : [
        `git switch ${refArgument(defaultBranch)}`,
        `git pull ${remote} ${refArgument(defaultBranch)}`,
        `git merge ${remote}/${refArgument(branch)}`,
        `git push ${remote} ${refArgument(defaultBranch)}`,
      ];

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
        [
          `merge ${data.branch} into the default branch first, through its PR${merge(data).length === 0 ? '' : '; where that squashed the commits:'}`,
          ...merge(data),
        ].join('\n'),
    },
    fr: {
      summary: 'Une branche protégée n’est supprimée qu’une fois contenue dans la branche par défaut.',
      why: 'Supprimer la branche supprimerait le travail du sprint et son journal avant que la PR les ait fusionnés.',
      remedy: 'Fusionnez d’abord la branche dans la branche par défaut, via sa PR.',
      message: ({ branch }) => `Ce push supprime ${branch}, dont la branche par défaut ne contient pas les commits.`,
      help: (data) =>
        [
          `fusionnez d’abord ${data.branch} dans la branche par défaut, via sa PR${merge(data).length === 0 ? '' : ' ; si celle-ci a regroupé les commits :'}`,
          ...merge(data),
        ].join('\n'),
    },
  },
});

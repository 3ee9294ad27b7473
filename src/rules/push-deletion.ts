import type { PushFacts } from '../facts/facts.js';
import type { Language } from '../language.js';
import { findDefaultBranch, refArgument } from '../words/commands.js';
import { definePushRule } from './rule.js';

type Deletion = Pick<PushFacts, 'branch' | 'remote' | 'defaultBranch'>;

const phrases = {
  en: {
    nameIt: (branch: string) =>
      `name the remote (git remote add) and fetch its branches (git fetch), then delete ${branch} by that name, not by the URL`,
    another: 'make another branch the default one on the server first',
    merge: (branch: string) => `merge ${branch} into the default branch first, through its PR`,
    whereSquashed: '; where that squashed the commits:',
  },
  fr: {
    nameIt: (branch: string) =>
      `donnez un nom au dépôt distant (git remote add) et récupérez ses branches (git fetch), puis supprimez ${branch} en le désignant par ce nom, et non par l’URL`,
    another: 'choisissez d’abord une autre branche par défaut sur le serveur',
    merge: (branch: string) => `fusionnez d’abord ${branch} dans la branche par défaut, via sa PR`,
    whereSquashed: ' ; si celle-ci a regroupé les commits :',
  },
};

function help(language: Language, { branch, remote, defaultBranch }: Deletion): string {
  const words = phrases[language];
  if (defaultBranch === null) return remote === null ? words.nameIt(branch) : findDefaultBranch(remote).join('\n');
  if (defaultBranch === branch)
    return [words.another, ...(remote === null ? [] : findDefaultBranch(remote))].join('\n');
  if (remote === null) return words.merge(branch);
  // A pull request that squashes its commits leaves them out of the default branch, so they are merged as well.
  return [
    `${words.merge(branch)}${words.whereSquashed}`,
    `git switch ${refArgument(defaultBranch)}`,
    `git pull ${remote} ${refArgument(defaultBranch)}`,
    `git merge ${remote}/${refArgument(branch)}`,
    `git push ${remote} ${refArgument(defaultBranch)}`,
  ].join('\n');
}

export default definePushRule<Deletion>({
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
      message: ({ branch, defaultBranch }) => {
        if (defaultBranch === null)
          return `This push deletes ${branch}, and whether the default branch contains its commits is not known here.`;
        if (defaultBranch === branch) return `This push deletes ${branch}, the default branch.`;
        return `This push deletes ${branch}, whose commits the default branch does not contain.`;
      },
      help: (data) => help('en', data),
    },
    fr: {
      summary: 'Une branche protégée n’est supprimée qu’une fois contenue dans la branche par défaut.',
      why: 'Supprimer la branche supprimerait le travail du sprint et son journal avant que la PR les ait fusionnés.',
      remedy: 'Fusionnez d’abord la branche dans la branche par défaut, via sa PR.',
      message: ({ branch, defaultBranch }) => {
        if (defaultBranch === null)
          return `Ce push supprime ${branch}, et on ignore ici si la branche par défaut en contient les commits.`;
        if (defaultBranch === branch) return `Ce push supprime ${branch}, la branche par défaut.`;
        return `Ce push supprime ${branch}, dont la branche par défaut ne contient pas les commits.`;
      },
      help: (data) => help('fr', data),
    },
  },
});

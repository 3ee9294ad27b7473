import type { Notice } from '../checks/result.js';
import { visible } from '../report/visible.js';

/** The branch is not among those whose commits are judged. */
export function notJudged(branch: string): Notice {
  return {
    en: `Commits on ${branch} are not judged (config key "branches").`,
    fr: `Les commits sur ${branch} ne sont pas jugés (clé de configuration « branches »).`,
  };
}

/** No range could be found: the last commit is judged. */
export const headAlone: Notice = {
  en: 'There is no upstream and no default branch of a remote to compare with: HEAD alone is judged.',
  fr: 'Il n’y a ni branche amont ni branche par défaut distante à laquelle comparer : seul HEAD est jugé.',
};

/** A push with merges was refused, and what the remote's default branch has already could not be left out. */
export function noDefaultBranch(remote: string): Notice {
  const help = `git remote set-head ${visible(remote)} --auto`;
  return {
    en: `The default branch of ${remote} is not known here: what was merged in from it is judged too. To tell it: ${help}`,
    fr: `La branche par défaut de ${remote} n’est pas connue ici : ce qui en vient par fusion est jugé aussi. Pour la faire connaître : ${help}`,
  };
}

/** The range holds no commit. */
export const emptyRange: Notice = {
  en: 'The range holds no commit: its tip alone is judged.',
  fr: 'Aucun commit dans l’intervalle : seul le dernier est contrôlé.',
};

/** The pushed branch is not among those whose pushes are judged. */
export function pushNotJudged(branch: string): Notice {
  return {
    en: `Pushes to ${branch} are not judged (config key "push").`,
    fr: `Les pushs vers ${branch} ne sont pas jugés (clé de configuration « push »).`,
  };
}

/** The push made or moved no branch. */
export function nothingPushed(ref: string): Notice {
  return {
    en: `The push of ${ref} brings no commits to a branch: there is nothing to judge.`,
    fr: `Le push de ${ref} n’apporte aucun commit à une branche : il n’y a rien à juger.`,
  };
}

/** The PO's newest answer is a KO that no entry follows yet; `details` may be empty. */
export function workResumes(details: string): Notice {
  const said = visible(details.replace(/\s+/g, ' '));
  return {
    en: `Work resumes from the PO’s KO${said ? `: ${said}` : '.'}`,
    fr: `Le travail reprend au KO du PO${said ? ` : ${said}` : '.'}`,
  };
}

/** git has not answered for some seconds; `args` are its arguments. */
export function waitingForGit(args: readonly string[]): Notice {
  const command = visible(`git ${args.join(' ')}`);
  return { en: `Still waiting for: ${command}`, fr: `Toujours en attente de : ${command}` };
}

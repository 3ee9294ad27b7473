import type { Translated } from '../language.js';
import { visible } from '../report/visible.js';
import { findDefaultBranch, refArgument } from './commands.js';

export function notJudged(branch: string, key: 'branches' | 'push'): Translated {
  return {
    en: `Commits on ${branch} are not checked (config key "${key}").`,
    fr: `Les commits sur ${branch} ne sont pas contrôlés (clé « ${key} » de la configuration).`,
  };
}

export const headAlone: Translated = {
  en: 'There is no upstream branch and no remote default branch to compare with: only HEAD is checked.',
  fr: 'Ni branche amont, ni branche par défaut distante avec laquelle comparer : seul HEAD est contrôlé.',
};

/** Said when a push with merges is refused, and the commits of the remote's default branch could not be left out. */
export function noDefaultBranch(remote: string): Translated {
  const [fetch, set] = findDefaultBranch(remote);
  return {
    en: `The default branch of ${remote} is not known here, so what was merged from it is checked too. To set it: ${fetch}, then: ${set}`,
    fr: `La branche par défaut du dépôt distant ${remote} n’est pas connue ici : ce qui en a été fusionné est contrôlé aussi. Pour la définir : ${fetch}, puis : ${set}`,
  };
}

export const emptyRange: Translated = {
  en: 'There is no commit in the range: only its tip is checked.',
  fr: 'Aucun commit dans l’intervalle : seul le dernier est contrôlé.',
};

export const configChanged: Translated = {
  en: 'The config is changed; it takes effect from the next commit on.',
  fr: 'La configuration change ; elle s’appliquera dès le prochain commit.',
};

export function configChangedFor(base: string): Translated {
  return {
    en: `The config is changed; it takes effect once it is on ${base}.`,
    fr: `La configuration change ; elle s’appliquera une fois sur ${base}.`,
  };
}

/** The help for what the base's config alone refuses, and not that of the branch to merge. */
export function configFirst(base: string, head: string): Translated {
  const commands = `git pull --no-rebase origin ${refArgument(base)}\ngit push origin ${refArgument(head)}`;
  return {
    en: `the config of ${base} judges this, and does not allow it yet: change the config on ${base} first (on its web page, say), then merge ${base} into this branch and push:\n${commands}`,
    fr: `c’est la configuration de ${base} qui juge ici, et elle ne le permet pas encore : changez-la d’abord sur ${base} (sur sa page web, par exemple), puis fusionnez ${base} dans cette branche et poussez :\n${commands}`,
  };
}

/** `first` is the command that pushes the config's commit alone; null if that would not help. */
export function configChangedInRange(first: string | null): Translated {
  const [en, fr] = [
    'To have it judge what follows, push this commit first:',
    'Pour qu’elle juge la suite, poussez d’abord ce commit :',
  ];
  return {
    en: `The config is changed; it takes effect from the next push on.${first ? ` ${en} ${first}` : ''}`,
    fr: `La configuration change ; elle s’appliquera dès le prochain push.${first ? ` ${fr} ${first}` : ''}`,
  };
}

export function nothingPushed(ref: string): Translated {
  return {
    en: `The push of ${ref} adds no commits to a branch: there is nothing to check.`,
    fr: `Le push de ${ref} n’ajoute de commit à aucune branche : il n’y a rien à contrôler.`,
  };
}

export function workResumes(details: string): Translated {
  const said = visible(details.replace(/\s+/g, ' '));
  return {
    en: `Work resumes from the PO’s KO${said ? `: ${said}` : '.'}`,
    fr: `Le travail reprend au KO du PO${said ? ` : ${said}` : '.'}`,
  };
}

export function stillChecking(commands: string): Translated {
  return { en: `Still checking; running: ${commands}`, fr: `Contrôle toujours en cours, par : ${commands}` };
}

import { oldestGit } from '../git/version.js';
import type { HookName } from '../init/hook-files.js';
import type { Translated, Words } from '../language.js';
import { duration } from './time.js';

/** Only an `error` means that hooks do not fire. */
export interface Remark extends Translated<Words<string | null>> {
  readonly severity: 'error' | 'warn' | 'note';
}

const en = {
  fires: (hook: string, place: string) => `${hook} fires (${place})`,
  problem: (hooks: string, message: string) => `${hooks}: ${message}`,
  allFire: 'All hooks fire in this work tree.',
  notAllFire: 'Not all hooks fire in this work tree.',
};

export const doctorWords: Translated<typeof en> = {
  en,
  fr: {
    fires: (hook, place) => `${hook} se déclenche (${place})`,
    problem: (hooks, message) => `${hooks} : ${message}`,
    allFire: 'Tous les hooks se déclenchent dans cet arbre de travail.',
    notAllFire: 'Des hooks ne se déclenchent pas dans cet arbre de travail.',
  },
};

export const pathRemedy = `mkdir -p ~/.config/husky && echo "export PATH=\\"$(dirname "$(command -v node)"):\\$PATH\\"" >> ~/.config/husky/init.sh`;

export function gitOld(version: string, severity: 'error' | 'warn'): Remark {
  const needed = oldestGit.join('.');
  const isTooOld = severity === 'error';
  const downloads = 'https://git-scm.com/downloads';
  return {
    severity,
    en: [
      isTooOld
        ? `git ${version} is too old: sprint-check needs ${needed} or later.`
        : `git ${version} can’t tell what a merge adds of its own; 2.38 or later can.`,
      `install a newer git: ${downloads}`,
    ],
    fr: [
      isTooOld
        ? `git ${version} est trop ancien : il faut au moins la version ${needed}.`
        : `git ${version} ne sait pas isoler ce qu’une fusion ajoute d’elle-même ; il faut la version 2.38.`,
      `installez une version plus récente de git : ${downloads}`,
    ],
  };
}

/** `length` in milliseconds. */
export function clockBehind(length: number): Remark {
  return {
    severity: 'warn',
    en: [`The clock is ${duration(length, 'en')} behind the newest commit.`, 'set the clock of this machine'],
    fr: [
      `L’horloge retarde de ${duration(length, 'fr')} sur le dernier commit.`,
      'mettez l’horloge de cette machine à l’heure',
    ],
  };
}

/** `path` is the PATH of desktop programs, which has no node. */
export function nodeUnknownTo(path: string): Remark {
  return {
    severity: 'warn',
    en: [`Desktop programs (PATH: ${path}) can’t find node; their commits will be refused.`, pathRemedy],
    fr: [
      `Les applications graphiques (PATH : ${path}) ne trouvent pas node ; leurs commits seront refusés.`,
      pathRemedy,
    ],
  };
}

/** `place` is the config of another hook manager. */
export function onlyRead(hook: HookName, place: string): Remark {
  return {
    severity: 'note',
    en: [`${hook}: ${place} calls sprint-check; this was read, not tried.`, null],
    fr: [`${hook} : ${place} appelle sprint-check ; cela a été lu, non essayé.`, null],
  };
}

/** `file` is the form, from where the user stands; `email` is one of the PO's addresses, none of which is in it. */
export function formNotOfPO(file: string, email: string): Remark {
  const help = `GIT_AUTHOR_EMAIL: ${JSON.stringify(email)}`;
  return {
    severity: 'warn',
    en: [
      `${file} signs the PO’s answers with an address that is not in po; they will be refused.`,
      `in ${file}: ${help}`,
    ],
    fr: [
      `${file} signe les réponses du PO d’une adresse qui n’est pas dans po ; elles seront refusées.`,
      `dans ${file} : ${help}`,
    ],
  };
}

/** `file` is the config's path, or the one to create, from where the user stands. */
export function poEmpty(file: string): Remark {
  const po = '"po": ["po@example.com"]';
  const help = file.endsWith('package.json') ? `"sprint-check": { ${po} }` : po;
  return {
    severity: 'note',
    en: ['po is empty: anybody can write the PO’s answers.', `in ${file}: ${help}`],
    fr: ['po est vide : n’importe qui peut écrire les réponses du PO.', `dans ${file} : ${help}`],
  };
}

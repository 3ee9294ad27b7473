import type { Absence, Obstacle } from '../facts/facts.js';
import { addsOnly } from '../facts/journal-changes.js';
import { isFrozen } from '../facts/start.js';
import type { Translated } from '../language.js';
import { logCommand, type PathArgument, stageSprint } from '../words/commands.js';
import { defineRule } from './rule.js';

interface Missing {
  readonly sprint: number;
  readonly journal: string;
  readonly notes: string;
  readonly sprints: string;
  readonly absence: Absence;
  /** The revision to restore it from: opening the sprint anew would lose its entries. */
  readonly deletedFrom: string | null;
  /** The sprint takes no more entries, as freeze/closed says. */
  readonly isFrozen: boolean;
}

/** Returns what restores the journal if nothing is in its place; `log` then adds an entry. */
function bringBack(missing: Missing, path: PathArgument, log: string): string {
  const { sprint, journal, deletedFrom, isFrozen } = missing;
  return deletedFrom
    ? `git checkout ${deletedFrom} -- ${path(journal)}${isFrozen ? '' : `\n${log}`}`
    : `npx sprint-check start ${sprint}\n${stageSprint(missing, path)}`;
}

function obstacleWords({ sprint }: Missing, { folder, is }: Obstacle): Translated {
  return {
    'a link': {
      en: `${folder} is a symbolic link: git stores no files behind it, so sprint S${sprint} has no journal.`,
      fr: `${folder} est un lien symbolique : git n’y suit aucun fichier, donc le sprint S${sprint} n’a pas de journal.`,
    },
    'a submodule': {
      en: `${folder} is a submodule: its files belong to another repository, so sprint S${sprint} has no journal.`,
      fr: `${folder} est un sous-module : ses fichiers sont ceux d’un autre dépôt, donc le sprint S${sprint} n’a pas de journal.`,
    },
    'a file': {
      en: `${folder} is a file where a folder belongs, so sprint S${sprint} has no journal.`,
      fr: `${folder} est un fichier et non un dossier, donc le sprint S${sprint} n’a pas de journal.`,
    },
  }[is];
}

function help(missing: Missing, path: PathArgument, log: string, makeFolder: string): string {
  const { journal, absence } = missing;
  if (absence === 'untracked') return `git add -f ${path(journal)}`;
  if (absence === 'nowhere') return bringBack(missing, path, log);
  const at = path(absence.folder);
  return {
    'a link': `${makeFolder}\ngit add ${at}`,
    'a submodule': `git rm --cached ${at}\n${makeFolder}\ngit add ${at}`,
    'a file': `mv ${at} ${path(`${absence.folder}.old`)}\n${bringBack(missing, path, log)}`,
  }[absence.is];
}

export default defineRule<Missing>({
  id: 'journal/missing',
  severity: 'error',
  where: 'K',
  after: ['sprint/reopened'],
  check: (facts) => {
    const { oid, now, sprint, config, journalAbsence: absence, journalDeletedFrom: deletedFrom } = facts;
    if (!sprint || absence === null) return [];
    const { id, journal } = sprint;
    const { notes, sprints } = config;
    const ofCommit = deletedFrom !== null;
    const data = {
      sprint: id,
      journal,
      notes,
      sprints,
      absence,
      deletedFrom,
      isFrozen: oid === null && isFrozen(sprint, now),
    };
    if (!ofCommit || !addsOnly(facts, journal, [])) return [{ data, file: journal, ofCommit }];
    // Leaving the commit out would restore an older journal over the one on disk, which git refuses.
    return [{ data, file: journal, ofCommit, mend: absence === 'untracked' ? 'all in one' : 'leave out' }];
  },
  words: {
    en: {
      summary: 'The sprint has its journal.',
      why: 'It says what was delivered, asked and answered; without it, nobody knows what the sprint did.',
      remedy: 'npx sprint-check start <N> writes it, with its first entry; then git add the sprint’s folder.',
      message: (data) => {
        const { sprint, journal, absence } = data;
        if (absence === 'nowhere') return `Sprint S${sprint} has no journal: ${journal}`;
        if (absence === 'untracked') return `The journal of sprint S${sprint} is on disk, but not staged: ${journal}`;
        return obstacleWords(data, absence).en;
      },
      help: (data, path) => help(data, path, logCommand.en, 'make it a folder, with its files in it, then:'),
    },
    fr: {
      summary: 'Le sprint a son journal.',
      why: 'Il dit ce qui a été livré, demandé et répondu ; sans lui, personne ne sait ce que le sprint a donné.',
      remedy: 'npx sprint-check start <N> l’écrit, avec sa première entrée ; puis git add sur le dossier du sprint.',
      message: (data) => {
        const { sprint, journal, absence } = data;
        if (absence === 'nowhere') return `Le sprint S${sprint} n’a pas de journal : ${journal}`;
        if (absence === 'untracked')
          return `Le journal du sprint S${sprint} est sur le disque, mais pas indexé : ${journal}`;
        return obstacleWords(data, absence).fr;
      },
      help: (data, path) => help(data, path, logCommand.fr, 'faites-en un vrai dossier, avec ses fichiers, puis :'),
    },
  },
});

import type { Absence } from '../facts/facts.js';
import { logCommand } from '../words/commands.js';
import { defineRule } from './rule.js';

interface Missing {
  readonly sprint: number;
  readonly journal: string;
  readonly folder: string;
  readonly absence: Absence;
  /** Where it is still to be had: opening the sprint anew would lose its entries. */
  readonly deletedFrom: string | null;
}

export default defineRule<Missing>({
  id: 'journal/missing',
  severity: 'error',
  where: 'K',
  words: {
    en: {
      summary: 'The sprint has its journal.',
      why: 'It says what was delivered, asked and answered; without it, nobody knows what the sprint did.',
      remedy: 'npx sprint-check start <N> writes it, with its first entry; then git add the sprint’s folder.',
      message: ({ sprint, journal, folder, absence }) =>
        ({
          nowhere: `Sprint S${sprint} has no journal: ${journal}`,
          untracked: `The journal of sprint S${sprint} is on disk, but not staged: ${journal}`,
          'folder-is-a-link': `${folder} is a symbolic link: git stores no files behind it, so sprint S${sprint} has no journal.`,
          'folder-is-a-submodule': `${folder} is a submodule: its files belong to another repository, so sprint S${sprint} has no journal.`,
        })[absence],
      help: (data, path) => {
        const { sprint, journal, folder, absence, deletedFrom } = data;
        const log = logCommand.en;
        return {
          nowhere: deletedFrom
            ? `git checkout ${deletedFrom} -- ${path(journal)}\n${log}`
            : `npx sprint-check start ${sprint}\ngit add ${path(folder)}`,
          untracked: `git add -f ${path(journal)}`,
          'folder-is-a-link': `make it a folder, with its files in it, then:\ngit add ${path(folder)}`,
          'folder-is-a-submodule': `git rm --cached ${path(folder)}\nmake it a folder, with its files in it, then:\ngit add ${path(folder)}`,
        }[absence];
      },
    },
    fr: {
      summary: 'Le sprint a son journal.',
      why: 'Il dit ce qui a été livré, demandé et répondu ; sans lui, personne ne sait ce que le sprint a donné.',
      remedy: 'npx sprint-check start <N> l’écrit, avec sa première entrée ; puis git add sur le dossier du sprint.',
      message: ({ sprint, journal, folder, absence }) =>
        ({
          nowhere: `Le sprint S${sprint} n’a pas de journal : ${journal}`,
          untracked: `Le journal du sprint S${sprint} est sur le disque, mais pas indexé : ${journal}`,
          'folder-is-a-link': `${folder} est un lien symbolique : git n’y suit aucun fichier, donc le sprint S${sprint} n’a pas de journal.`,
          'folder-is-a-submodule': `${folder} est un sous-module : ses fichiers sont ceux d’un autre dépôt, donc le sprint S${sprint} n’a pas de journal.`,
        })[absence],
      help: (data, path) => {
        const { sprint, journal, folder, absence, deletedFrom } = data;
        const log = logCommand.fr;
        return {
          nowhere: deletedFrom
            ? `git checkout ${deletedFrom} -- ${path(journal)}\n${log}`
            : `npx sprint-check start ${sprint}\ngit add ${path(folder)}`,
          untracked: `git add -f ${path(journal)}`,
          'folder-is-a-link': `faites-en un vrai dossier, avec ses fichiers, puis :\ngit add ${path(folder)}`,
          'folder-is-a-submodule': `git rm --cached ${path(folder)}\nfaites-en un vrai dossier, avec ses fichiers, puis :\ngit add ${path(folder)}`,
        }[absence];
      },
    },
  },
  check: ({ sprint, config, journalAbsence: absence, journalDeletedFrom: deletedFrom }) => {
    if (!sprint || absence === null) return [];
    const { id, journal } = sprint;
    const folder = `${config.sprints}/S${id}`;
    return [{ data: { sprint: id, journal, folder, absence, deletedFrom }, file: journal }];
  },
});

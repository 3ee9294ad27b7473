import type { Absence } from '../facts/facts.js';
import { revisionBefore } from '../words/commit.js';
import { logCommand } from '../words/log-command.js';
import { defineRule } from './rule.js';

interface Missing {
  readonly sprint: number;
  readonly journal: string;
  readonly folder: string;
  readonly absence: Absence;
  readonly oid: string | null;
  /** What this is compared with still has it: opening the sprint anew would lose its entries. */
  readonly isDeleted: boolean;
}

const restore = ({ journal, oid }: Missing, path: (fromRoot: string) => string) =>
  `git checkout ${revisionBefore(oid)} -- ${path(journal)}`;

/** The sprint has its journal. */
export default defineRule<Missing>({
  id: 'journal/missing',
  severity: 'error',
  where: 'K',
  words: {
    en: {
      summary: 'The sprint has its journal.',
      why: 'What was delivered, asked and answered stands there; without it nobody knows what the sprint was.',
      remedy: 'npx sprint-check start <N> writes it, with its first entry; then git add the sprint’s folder.',
      message: ({ sprint, journal, folder, absence }) =>
        ({
          nowhere: `Sprint S${sprint} has no journal: ${journal}`,
          untracked: `The journal of sprint S${sprint} lies on disk, but is not staged: ${journal}`,
          'folder-is-a-link': `${folder} is a symbolic link: git keeps no files behind it, so sprint S${sprint} has no journal.`,
        })[absence],
      help: (data, path) => {
        const { sprint, journal, folder, absence, isDeleted } = data;
        const log = logCommand.en;
        return {
          nowhere: isDeleted
            ? `${restore(data, path)}\n${log}`
            : `npx sprint-check start ${sprint}\ngit add ${path(folder)}`,
          untracked: `git add -f ${path(journal)}`,
          'folder-is-a-link': `make it a folder, with its files in it, then:\ngit add ${path(folder)}`,
        }[absence];
      },
    },
    fr: {
      summary: 'Le sprint a son journal.',
      why: 'Ce qui a été livré, demandé et répondu s’y trouve ; sans lui, personne ne sait ce que fut le sprint.',
      remedy: 'npx sprint-check start <N> l’écrit, avec sa première entrée ; puis git add sur le dossier du sprint.',
      message: ({ sprint, journal, folder, absence }) =>
        ({
          nowhere: `Le sprint S${sprint} n’a pas de journal : ${journal}`,
          untracked: `Le journal du sprint S${sprint} est sur le disque, mais n’est pas indexé : ${journal}`,
          'folder-is-a-link': `${folder} est un lien symbolique : git n’y garde aucun fichier, le sprint S${sprint} n’a donc pas de journal.`,
        })[absence],
      help: (data, path) => {
        const { sprint, journal, folder, absence, isDeleted } = data;
        const log = logCommand.fr;
        return {
          nowhere: isDeleted
            ? `${restore(data, path)}\n${log}`
            : `npx sprint-check start ${sprint}\ngit add ${path(folder)}`,
          untracked: `git add -f ${path(journal)}`,
          'folder-is-a-link': `faites-en un vrai dossier, avec ses fichiers, puis :\ngit add ${path(folder)}`,
        }[absence];
      },
    },
  },
  check: ({ oid, sprint, config, parents: [base], baseHoldsJournal, journalAbsence: absence }) => {
    if (!sprint || absence === null) return [];
    const { id, journal } = sprint;
    const folder = `${config.sprints}/S${id}`;
    const isDeleted = baseHoldsJournal && base?.sprint === id;
    return [{ data: { sprint: id, journal, folder, absence, oid, isDeleted }, file: journal }];
  },
});

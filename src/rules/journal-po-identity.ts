import { isAddressOfPO } from '../config/config.js';
import { newAnswers } from '../journal/merged-history.js';
import { leCommit, theCommit } from '../words/commit.js';
import { defineRule, type Finding } from './rule.js';

interface Forged {
  readonly journal: string;
  readonly oid: string | null;
  readonly author: string | null;
  /** The addresses that the config names. */
  readonly po: readonly string[];
  /** The entry's index in the journal, from 0. */
  readonly index: number;
}

/** Only the PO writes the PO's entries. */
export default defineRule<Forged>({
  id: 'journal/po-identity',
  severity: 'error',
  where: 'C',
  words: {
    en: {
      summary: 'An entry of the PO is committed by the PO, where the config names the PO’s addresses.',
      why: 'An OK that the developer can write is no OK.',
      remedy:
        'Take the PO’s entry out of the commit and let the PO commit it, from an address that the config has under "po".',
      message: ({ oid, author, po, index }) =>
        `Entry ${index + 1} is the PO’s, and ${theCommit(oid)} is by ${author ?? 'an unknown author'} instead of ${po.join(' or ')}.`,
      help: ({ journal }, path) =>
        `put the journal’s PO entries back as they were; the PO writes and commits its own\ngit add ${path(journal)}`,
    },
    fr: {
      summary: 'Une entrée du PO est commitée par le PO, quand la configuration donne ses adresses.',
      why: 'Un OK que le développeur peut écrire lui-même n’est pas un OK.',
      remedy:
        'Retirez du commit l’entrée du PO et laissez le PO la commiter, depuis une adresse que la configuration donne dans "po".',
      message: ({ oid, author, po, index }) =>
        `L’entrée ${index + 1} est celle du PO, et ${leCommit(oid)} est de ${author ?? 'un auteur inconnu'} au lieu de ${po.join(' ou ')}.`,
      help: ({ journal }, path) =>
        `remettez les entrées du PO comme elles étaient ; le PO écrit et commite les siennes\ngit add ${path(journal)}`,
    },
  },
  check: ({ oid, config, author, journalChanges }) => {
    const { po } = config;
    if (po.length === 0 || isAddressOfPO(config, author)) return [];
    return journalChanges.flatMap(({ path, before, mergeBase, entries }): Finding<Forged>[] => {
      const lists = before.map((list) => list.entries);
      const answers = newAnswers(lists, mergeBase, entries?.entries ?? []);
      return answers.map((index) => ({
        data: { journal: path, oid, author, po, index },
        file: path,
        path: `/${index}`,
      }));
    });
  },
});

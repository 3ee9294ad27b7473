import { isAddressOfPO } from '../config/config.js';
import { addsOnly } from '../facts/journal-changes.js';
import { newAnswers } from '../journal/merged-history.js';
import { templateAnswers } from '../journal/sound.js';
import { leCommit, theCommit } from '../words/commit.js';
import { defineRule } from './rule.js';

export default defineRule({
  id: 'journal/po-identity',
  severity: 'error',
  where: 'C',
  check: (facts) => {
    const { oid, config, author, journalChanges } = facts;
    const { po } = config;
    if (po.length === 0 || isAddressOfPO(config, author)) return [];
    return journalChanges.flatMap(({ path, before, mergeBase, after, entries }) => {
      const lists = before.map((list) => list.entries);
      const answers = newAnswers(lists, mergeBase, entries?.entries ?? []);
      if (answers.length === 0) return [];
      // An unfilled template is no answer: journal/schema has it deleted.
      const templates = after?.state === 'read' ? templateAnswers(after) : new Set();
      const mend = addsOnly(facts, path, answers) ? 'leave out' : 'amend';
      return answers
        .filter((index) => !templates.has(index))
        .map((index) => ({
          data: { journal: path, oid, author, po, index },
          ...{ file: path, path: `/${index}`, mend },
        }));
    });
  },
  words: {
    en: {
      summary: 'The PO’s entries are committed by the PO, if the config gives the PO’s addresses.',
      why: 'An OK that the developer can write is not an OK.',
      remedy:
        'Remove the PO’s entry from the commit and let the PO commit it, from an address listed under "po" in the config.',
      message: ({ oid, author, po, index }) =>
        `Entry ${index + 1} is the PO’s, but ${theCommit(oid)} is by ${author ?? 'an unknown author'} instead of ${po.join(' or ')}.`,
      help: ({ journal }, path) =>
        `put the PO’s entries back as they were, without the new one, and set the asks that only it answers back to status: pending; the PO writes and commits the answer\ngit add ${path(journal)}`,
    },
    fr: {
      summary: 'Les entrées du PO sont commitées par le PO, si la configuration donne ses adresses.',
      why: 'Un OK que le développeur peut écrire lui-même n’est pas un OK.',
      remedy:
        'Retirez du commit l’entrée du PO et laissez le PO la commiter, depuis une adresse listée dans "po", dans la configuration.',
      message: ({ oid, author, po, index }) =>
        `L’entrée ${index + 1} est du PO, mais ${leCommit(oid)} est de ${author ?? 'un auteur inconnu'} au lieu de ${po.join(' ou ')}.`,
      help: ({ journal }, path) =>
        `remettez les entrées du PO telles qu’elles étaient, sans la nouvelle, et remettez à status: pending les demandes auxquelles elle seule répond ; c’est au PO d’écrire et de commiter sa réponse\ngit add ${path(journal)}`,
    },
  },
});

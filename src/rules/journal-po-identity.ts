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
    return journalChanges.flatMap(({ path, before, baseUnreadable, mergeBase, after, entries }) => {
      const lists = before.map((list) => list.entries);
      const answers = newAnswers(lists, mergeBase, entries?.entries ?? []);
      if (answers.length === 0) return [];
      // An unfilled template is no answer: journal/schema has it deleted.
      const templates = after?.state === 'read' ? templateAnswers(after) : new Set();
      // No amend mends a commit on what the PO left unreadable, and has to correct first.
      const mend = addsOnly(facts, path, answers) ? 'leave out' : baseUnreadable ? 'all in one' : 'amend';
      return answers
        .filter((index) => !templates.has(index))
        .map((index) => ({
          data: { journal: path, oid, author, po, index, baseUnreadable },
          ...{ file: path, path: `/${index}`, mend },
        }));
    });
  },
  words: {
    en: {
      summary: 'The PO’s entries are committed by the PO, if the config gives the PO’s addresses.',
      why: 'An OK that the developer can write is not an OK.',
      remedy:
        'Remove the PO’s entry from the commit and let the PO commit it, from an address listed under "po" in the config. List there, too, the noreply address that GitHub gives to commits made on its web page.',
      message: ({ oid, author, po, index }) =>
        `Entry ${index + 1} is the PO’s, but ${theCommit(oid)} is by ${author ?? 'an unknown author'} instead of ${po.join(' or ')}.`,
      before: ({ oid, author, baseUnreadable }) =>
        oid === null || author === null
          ? null
          : `if ${author} is an address of the PO’s, list it under "po" in the config, on the default branch; if not${baseUnreadable ? '' : ', the PO writes the answer again; on your side'}:`,
      help: ({ journal, baseUnreadable }, path) => {
        const putBack = baseUnreadable
          ? 'put the PO’s entries back as the PO wrote them; the PO has to correct them first, in a commit by the PO'
          : 'put the PO’s entries back as they were, without the new one, and set the asks that only it answers back to status: pending';
        return `${putBack}\ngit add ${path(journal)}`;
      },
    },
    fr: {
      summary: 'Les entrées du PO sont commitées par le PO, si la configuration donne ses adresses.',
      why: 'Un OK que le développeur peut écrire lui-même n’est pas un OK.',
      remedy:
        'Retirez du commit l’entrée du PO et laissez le PO la commiter, depuis une adresse listée dans "po", dans la configuration. Listez-y aussi l’adresse noreply que GitHub donne aux commits faits sur sa page web.',
      message: ({ oid, author, po, index }) =>
        `L’entrée ${index + 1} est du PO, mais ${leCommit(oid)} est de ${author ?? 'un auteur inconnu'} au lieu de ${po.join(' ou ')}.`,
      before: ({ oid, author, baseUnreadable }) =>
        oid === null || author === null
          ? null
          : `si ${author} est une adresse du PO, ajoutez-la à "po" dans la configuration, sur la branche par défaut ; sinon${baseUnreadable ? '' : ', c’est au PO de réécrire sa réponse ; de votre côté'} :`,
      help: ({ journal, baseUnreadable }, path) => {
        const putBack = baseUnreadable
          ? 'remettez les entrées du PO telles qu’il les a écrites ; c’est d’abord au PO de les corriger, dans un commit à lui'
          : 'remettez les entrées du PO telles qu’elles étaient, sans la nouvelle, et remettez à status: pending les demandes auxquelles elle seule répond';
        return `${putBack}\ngit add ${path(journal)}`;
      },
    },
  },
});

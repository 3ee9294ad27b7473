import type { CommitFacts, JournalChange } from '../facts/facts.js';
import { firstLoss, firstMissing, type Loss, Places } from '../journal/history.js';
import type { Entries, Entry } from '../journal/journal.js';
import { firstLossInMerge } from '../journal/merged-history.js';
import { leCommit, revisionBefore, sentence, theCommit } from '../words/commit.js';
import { quoted } from '../words/path.js';
import { defineRule, type Finding } from './rule.js';

interface Rewritten {
  readonly loss: Loss;
  readonly journal: string;
  readonly oid: string | null;
  /** The old tip, where it is held against a new one that does not contain it. */
  readonly oldTip: string | null;
}

// git takes a path behind a revision from the root, wherever the user stands.
const seen = ({ journal, oid }: Rewritten) => `git show ${revisionBefore(oid)}:${quoted(journal)}`;
const merged = (oldTip: string) => `git pull --no-rebase\ngit merge ${oldTip.slice(0, 10)}`;

/** What was written and answered in a journal stays. */
export default defineRule<Rewritten>({
  id: 'journal/history',
  severity: 'error',
  where: 'C',
  after: ['journal/missing', 'journal/po-identity'],
  words: {
    en: {
      summary: 'Entries of a journal stay where they are; what the PO wrote, or has answered, stays as it is.',
      why: 'The journal is what was agreed on. An answer that is edited, or an ask that changes after it, binds nobody.',
      remedy:
        'Put the entry back as it was, and write what is new at the end. To see it: git show HEAD:docs/sprints/S<N>/INTERACTIONS.yaml',
      message: ({ loss: { kind, index, po }, journal, oid, oldTip }) => {
        const entry = `entry ${index + 1} of ${journal}`;
        const its = `${entry}${po ? ', the PO’s' : ''}`;
        if (oldTip !== null)
          return `${sentence(its)}, is in the old tip ${oldTip.slice(0, 10)} and not in the new one.`;
        const who = sentence(theCommit(oid));
        return {
          gone: `${who} removes ${its}.`,
          moved: `${who} moves ${its}.`,
          altered: `${who} alters ${po ? its : `${entry}, which the PO has answered`}.`,
          turned: `${who} turns the PO’s reply in ${entry} into its opposite.`,
          inserted: `${who} puts a new ${entry} before older ones.`,
          answered: `${sentence(theCommit(oid))} is a merge, and adds an answer of the PO’s: ${entry}.`,
          late: `${sentence(theCommit(oid))} is a merge, and adds ${entry} before the PO’s answers.`,
        }[kind];
      },
      help: (data, path) => {
        const { loss, journal, oldTip } = data;
        if (oldTip !== null) return `merge what the remote has:\n${merged(oldTip)}`;
        const add = `git add ${path(journal)}`;
        const entry = `entry ${loss.index + 1}`;
        if (loss.kind === 'inserted' || loss.kind === 'late') return `move ${entry} to the end\n${add}`;
        if (loss.kind === 'answered') return `take ${entry} out; the PO adds it in a commit of its own\n${add}`;
        return `put ${entry} back as it was, write what is new at the end; to see it: ${seen(data)}\n${add}`;
      },
    },
    fr: {
      summary: 'Les entrées d’un journal restent à leur place ; ce que le PO a écrit, ou répondu, reste tel quel.',
      why: 'Le journal est ce qui a été convenu. Une réponse retouchée, ou une demande modifiée après coup, n’engage plus personne.',
      remedy:
        'Remettez l’entrée telle qu’elle était, et écrivez ce qui est nouveau à la fin. Pour la voir : git show HEAD:docs/sprints/S<N>/INTERACTIONS.yaml',
      message: ({ loss: { kind, index, po }, journal, oid, oldTip }) => {
        const entry = `l’entrée ${index + 1} de ${journal}`;
        const its = `${entry}${po ? ', celle du PO' : ''}`;
        if (oldTip !== null)
          return `${sentence(its)}, est dans l’ancien commit de tête ${oldTip.slice(0, 10)} et pas dans le nouveau.`;
        const who = sentence(leCommit(oid));
        return {
          gone: `${who} supprime ${its}.`,
          moved: `${who} déplace ${its}.`,
          altered: `${who} modifie ${po ? its : `${entry}, à laquelle le PO a répondu`}.`,
          turned: `${who} inverse la réponse du PO dans ${entry}.`,
          inserted: `${who} place une nouvelle entrée, la ${index + 1} de ${journal}, avant de plus anciennes.`,
          answered: `${sentence(leCommit(oid))} est une fusion, et ajoute une réponse du PO : ${entry}.`,
          late: `${sentence(leCommit(oid))} est une fusion, et ajoute ${entry} avant les réponses du PO.`,
        }[kind];
      },
      help: (data, path) => {
        const { loss, journal, oldTip } = data;
        if (oldTip !== null) return `fusionnez ce qu’a le dépôt distant :\n${merged(oldTip)}`;
        const add = `git add ${path(journal)}`;
        const entry = `l’entrée ${loss.index + 1}`;
        if (loss.kind === 'inserted' || loss.kind === 'late') return `déplacez ${entry} à la fin\n${add}`;
        if (loss.kind === 'answered') return `retirez ${entry} ; le PO l’ajoutera par son propre commit\n${add}`;
        return `remettez ${entry} telle qu’elle était, écrivez la suite à la fin ; pour la voir : ${seen(data)}\n${add}`;
      },
    },
  },
  check: (facts) => facts.journalChanges.flatMap((change) => lossIn(facts, change)),
  forced: ({ oldTip, journalChanges }) =>
    journalChanges.flatMap(({ path, before, entries, after }): Finding<Rewritten>[] => {
      if (after && !entries) return [];
      const loss = firstOfAll(before, entries?.entries ?? []);
      return loss ? [{ data: { loss, journal: path, oid: null, oldTip }, file: path, whole: true }] : [];
    }),
});

function lossIn(facts: CommitFacts, change: JournalChange): Finding<Rewritten>[] {
  const { path, before, mergeBase, after, entries } = change;
  const { oid, merge } = facts;
  // Nothing can be compared with a journal that can't be read.
  if (after && !entries) return [];
  const [base, ...others] = before;
  if (!base) return [];
  const list = entries?.entries ?? [];
  const loss = merge ? firstLossInMerge(before, mergeBase, list) : (firstLoss(base, list) ?? firstOfAll(others, list));
  if (!loss) return [];
  const isThere = !['gone', 'moved'].includes(loss.kind) && loss.index < list.length;
  const data = { loss, journal: path, oid, oldTip: null };
  return [{ data, file: path, ...(isThere && { path: `/${loss.index}` }) }];
}

/** The first sound entry of any of several lists that is not in `after`, in its order. */
function firstOfAll(lists: readonly Entries[], after: readonly Entry[]): Loss | null {
  const places = new Places(after);
  for (const list of lists) {
    const loss = firstMissing(list, places);
    if (loss) return loss;
  }
  return null;
}

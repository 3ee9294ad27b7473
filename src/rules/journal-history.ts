import type { CommitFacts, JournalChange, LostEntry } from '../facts/facts.js';
import { addsOnly, parentName } from '../facts/journal-changes.js';
import { isPO, keyWithoutStatus, sameButStatus } from '../journal/entries.js';
import { firstLoss, firstOfAll, type Loss } from '../journal/history.js';
import type { Entries } from '../journal/journal.js';
import { firstLossInMerge } from '../journal/merged-history.js';
import { leCommit, sentence, theCommit } from '../words/commit.js';
import { historyHelp, type Rewritten } from '../words/journal-history.js';
import { defineRule, type Finding } from './rule.js';

export default defineRule<Rewritten>({
  id: 'journal/history',
  severity: 'error',
  where: 'C',
  after: ['journal/missing'],
  check: (facts) =>
    facts.journalChanges.flatMap((change) => {
      const losses = lossIn(facts, change);
      return [...losses, ...lostBefore(change, losses.length > 0)];
    }),
  forced: (forced) =>
    forced.journalChanges.flatMap(({ path, before, lost, entries, after }): Finding<Rewritten>[] => {
      if (after && !entries) return [];
      const loss = firstOfAll(before, entries?.entries ?? []) ?? goneOf(lost, entries)[0];
      return loss ? [{ ...ofNoCommit(path, forced.oldTip, loss, forced), mend: 'help' }] : [];
    }),
  words: {
    en: {
      summary: 'Entries of a journal stay where they are; what the PO wrote, or has answered, stays as it is.',
      why: 'The journal is what was agreed on. An answer that is edited, or an ask that is changed later, binds nobody.',
      remedy:
        'Put the entry back as it was, and add what is new at the end. To see it: git show HEAD:docs/sprints/S<N>/INTERACTIONS.yaml',
      message: ({ loss: { kind, index, po }, journal, oid, forced, isDeleted }) => {
        const entry = `entry ${index + 1} of ${journal}`;
        const its = `${entry}${po ? ' (the PO’s)' : ''}`;
        if (forced) {
          const old = forced.oldTip.slice(0, 10);
          if (kind === 'moved') return `${sentence(its)} stands in another place than in the old tip ${old}.`;
          return `${sentence(its)} is in the old tip ${old}, but not in the new one.`;
        }
        const who = sentence(theCommit(oid));
        if (isDeleted) return `${who} deletes ${journal}.`;
        return {
          gone: `${who} removes ${its}.`,
          moved: `${who} moves ${its}.`,
          altered: `${who} changes ${po ? its : `${entry}, which the PO has answered`}.`,
          turned: `${who} reverses the PO’s reply in ${entry}.`,
          inserted: `${who} inserts ${entry} before older ones.`,
          answered: `${sentence(theCommit(oid))} is a merge, and adds an answer by the PO: ${entry}.`,
          late: `${sentence(theCommit(oid))} is a merge, and adds ${entry} before the PO’s answers.`,
        }[kind];
      },
      help: (data, path) => historyHelp('en', data, path),
    },
    fr: {
      summary:
        'Les entrées d’un journal restent en place ; celles du PO, et celles qui ont sa réponse, ne changent plus.',
      why: 'Le journal est ce qui a été convenu. Une réponse retouchée, ou une demande modifiée après coup, n’engage plus personne.',
      remedy:
        'Remettez l’entrée telle qu’elle était, et ajoutez ce qui est nouveau à la fin. Pour la voir : git show HEAD:docs/sprints/S<N>/INTERACTIONS.yaml',
      message: ({ loss: { kind, index, po }, journal, oid, forced, isDeleted }) => {
        const entry = `l’entrée ${index + 1} de ${journal}`;
        const its = `${entry}${po ? ' (du PO)' : ''}`;
        if (forced) {
          const old = `la version déjà poussée (${forced.oldTip.slice(0, 10)})`;
          if (kind === 'moved') return `${sentence(its)} n’est plus à la même place que dans ${old}.`;
          return `${sentence(its)} est dans ${old}, mais pas dans la nouvelle.`;
        }
        const who = sentence(leCommit(oid));
        if (isDeleted) return `${who} supprime ${journal}.`;
        return {
          gone: `${who} supprime ${its}.`,
          moved: `${who} déplace ${its}.`,
          altered: `${who} modifie ${po ? its : `${entry}, à laquelle le PO a répondu`}.`,
          turned: `${who} inverse la réponse du PO dans ${entry}.`,
          inserted: `${who} insère ${entry} avant de plus anciennes.`,
          answered: `${sentence(leCommit(oid))} est une fusion, et ajoute une réponse du PO : ${entry}.`,
          late: `${sentence(leCommit(oid))} est une fusion, et ajoute ${entry} avant les réponses du PO.`,
        }[kind];
      },
      help: (data, path) => historyHelp('fr', data, path),
    },
  },
});

function lossIn(facts: CommitFacts, change: JournalChange): Finding<Rewritten>[] {
  const { path, before, baseUnreadable, mergeBase, after, entries } = change;
  const { oid, merge, mayAmend } = facts;
  // An unreadable journal can't be compared.
  if (after && !entries) return [];
  const [base, ...others] = before;
  if (!base) return [];
  const list = entries?.entries ?? [];
  const loss = merge
    ? firstLossInMerge(before, mergeBase, list, baseUnreadable)
    : (firstLoss(base, list) ?? firstOfAll(others, list, base));
  if (!loss) return [];
  const old = (before[loss.parent ?? 0] ?? base).entries[loss.index];
  const index = loss.kind === 'moved' ? list.findIndex((entry) => sameButStatus(entry, old)) : loss.index;
  const isThere = loss.kind !== 'gone' && index >= 0 && index < list.length;
  const isDeleted = after === null;
  const isOnDisk = isDeleted && facts.leftOnDisk.has(path);
  const isAltered = loss.kind === 'altered' || loss.kind === 'turned';
  // The PO's altered answer says something new, which has to stay, as an entry of its own.
  const isWholeCommit = addsOnly(facts, path, isAltered && !loss.po ? [loss.index] : []);
  const from = parentName(facts, before.length === facts.parents.length ? (loss.parent ?? 0) : 0);
  const data = { loss, journal: path, oid, from, baseUnreadable, isDeleted, isOnDisk, mayAmend, forced: null };
  const mend = !isWholeCommit ? 'amend' : isOnDisk ? 'all in one' : 'leave out';
  return [{ data, file: path, mend, ...afterForgery(loss), ...(isThere && { path: `/${index}` }) }];
}

/** Returns what refused commits removed and is still missing, unless the base has it and shows a loss already. */
function lostBefore({ path, before: [base], lost, entries }: JournalChange, isFound: boolean): Finding<Rewritten>[] {
  const inBase = new Set(isFound ? base?.entries.map(keyWithoutStatus) : []);
  const unreported = lost.filter(({ entry }) => !inBase.has(keyWithoutStatus(entry)));
  return goneOf(unreported, entries).map((loss) => ofNoCommit(path, loss.from, loss, null));
}

function goneOf(lost: readonly LostEntry[], now: Entries | null): (Loss & Pick<LostEntry, 'from'>)[] {
  const has = new Set(now?.entries.map(keyWithoutStatus));
  const gone = lost.filter(({ entry }) => !has.has(keyWithoutStatus(entry)));
  return gone.map(({ entry, index, from }) => ({ kind: 'gone', index, po: isPO(entry), from }));
}

/** A loss that no single commit caused. */
function ofNoCommit(path: string, from: string, loss: Loss, forced: Rewritten['forced']): Finding<Rewritten> {
  const defaults = { isDeleted: false, isOnDisk: false, baseUnreadable: false };
  const data = { loss, journal: path, oid: null, from, mayAmend: false, forced, ...defaults };
  return { data, file: path, ...afterForgery(loss) };
}

/** A forged answer says already that the PO's entries have to be put back. */
function afterForgery({ po }: Loss): Pick<Finding, 'after'> {
  return po ? { after: ['journal/po-identity'] } : {};
}

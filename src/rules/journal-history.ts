import type { JournalChange, MadeCommit } from '../facts/facts.js';
import { firstLoss, firstLossInMerge, type Loss } from '../journal/history.js';
import { leChangement, revisionBefore, sentence, theChange } from '../words/commit.js';
import { mend } from '../words/mend.js';
import { quoted } from '../words/path.js';
import { defineRule, type Finding } from './rule.js';

interface Rewritten {
  readonly loss: Loss;
  readonly journal: string;
  readonly oid: string | null;
  readonly made: MadeCommit | null;
  readonly since: string | null;
}

/** What was written and answered in a journal stays. */
export default defineRule<Rewritten>({
  id: 'journal/history',
  severity: 'error',
  scope: 'S C',
  words: {
    en: {
      summary: 'Entries of a journal stay where they are; what the PO wrote, or has answered, stays as it is.',
      why: 'The journal is what was agreed on. An answer that can be edited, or an ask that changes after it, agrees on nothing.',
      remedy:
        'Put the entry back as it was, and write what is new at the end. To see it: git show HEAD:docs/sprints/S<N>/INTERACTIONS.yaml',
      message: ({ loss, journal, ...judged }) => {
        const entry = `entry ${loss.index + 1} of ${journal}${loss.po ? ', the PO’s' : ''}`;
        const what = { gone: 'removes', moved: 'moves', altered: 'alters' }[loss.kind];
        const answered = loss.kind === 'altered' && !loss.po ? ', which the PO has answered' : '';
        return `${sentence(theChange(judged))} ${what} ${entry}${answered}.`;
      },
      help: ({ loss, journal, made, ...judged }) => {
        const seen = `git show ${revisionBefore(judged)}:${quoted(journal)}`;
        const back = `put entry ${loss.index + 1} back as it was and write what is new at the end; to see it: ${seen}`;
        return mend('en', made, `${back}\nthen: git add ${quoted(journal)}`);
      },
    },
    fr: {
      summary: 'Les entrées d’un journal restent à leur place ; ce que le PO a écrit, ou répondu, reste tel quel.',
      why: 'Le journal est ce qui a été convenu. Une réponse que l’on retouche, ou une demande qui change après elle, ne convient de rien.',
      remedy:
        'Remettez l’entrée telle qu’elle était, et écrivez ce qui est nouveau à la fin. Pour la voir : git show HEAD:docs/sprints/S<N>/INTERACTIONS.yaml',
      message: ({ loss, journal, ...judged }) => {
        const entry = `l’entrée ${loss.index + 1} de ${journal}${loss.po ? ', celle du PO' : ''}`;
        const what = { gone: 'supprime', moved: 'déplace', altered: 'modifie' }[loss.kind];
        const answered = loss.kind === 'altered' && !loss.po ? ', à laquelle le PO a répondu' : '';
        return `${sentence(leChangement(judged))} ${what} ${entry}${answered}.`;
      },
      help: ({ loss, journal, made, ...judged }) => {
        const seen = `git show ${revisionBefore(judged)}:${quoted(journal)}`;
        const back = `remettez l’entrée ${loss.index + 1} telle qu’elle était et écrivez ce qui est nouveau à la fin ; pour la voir : ${seen}`;
        return mend('fr', made, `${back}\npuis : git add ${quoted(journal)}`);
      },
    },
  },
  acrossRange: true,
  commit: ({ oid, made, since, journals, sprint, merge }) =>
    journals.flatMap((change) => {
      const deleted = change.after === null && change.path !== sprint.journal;
      if (change.after?.state !== 'read' && !deleted) return [];
      return findLoss(change, { oid, made, since }, merge);
    }),
});

function findLoss(
  change: JournalChange,
  judged: Omit<Rewritten, 'loss' | 'journal'>,
  merge: boolean,
): Finding<Rewritten>[] {
  const { path, before: parents, mergeBase, after } = change;
  const journal = after?.state === 'read' ? after : null;
  const entries = journal?.entries ?? [];
  const inMerge = merge ? firstLossInMerge(parents, mergeBase, entries) : null;
  // Of a range with merges in it, entries may be interleaved though two of its commits are compared as if one followed the other.
  const loss = merge && (parents.length > 1 || !inMerge) ? inMerge : firstLoss(parents[0] ?? [], entries);
  if (!loss) return [];
  const altered = loss.kind === 'altered' && journal !== null;
  return [{ data: { loss, journal: path, ...judged }, file: path, ...(altered && { path: `/${loss.index}` }) }];
}

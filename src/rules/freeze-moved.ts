import type { ParentFacts, Start } from '../facts/facts.js';
import { earlier } from '../facts/start.js';
import type { Journal } from '../journal/journal.js';
import type { PathArgument } from '../words/commands.js';
import { leCommit, sentence, theCommit } from '../words/commit.js';
import { rfc3339 } from '../words/time.js';
import { defineRule, type Finding } from './rule.js';

interface Moved {
  readonly sprint: number;
  readonly notes: string;
  readonly oid: string | null;
  /** A forced push moves it, not a commit. */
  readonly isPush: boolean;
  readonly from: Start;
  readonly to: Start;
  readonly hasNoHeader: boolean;
}

/** T was in a header, which no longer has it. */
const isLost = ({ from, to }: Moved) => from.source === 'header' && to.source === 'journal';

function help(moved: Moved, path: PathArgument, putBack: string, set: string): string {
  const { sprint, from, notes, hasNoHeader } = moved;
  const start = `started_at: ${rfc3339(from.at)}`;
  const header = `\`\`\`yaml\nsprint_id: ${sprint}\n${start}\n\`\`\``;
  const change = isLost(moved) && hasNoHeader ? `${putBack}\n${header}` : `${set} ${start}`;
  return `${change}\ngit add ${path(notes)}`;
}

export default defineRule<Moved>({
  id: 'freeze/moved',
  severity: 'error',
  where: 'C',
  after: ['notes/header'],
  check: ({ sprint, parents, ownStart, oid, config, notes, journal }) => {
    if (!sprint) return [];
    const shared = { oid, isPush: false, notes: config.notes, hasNoHeader: !notes?.header };
    // An earlier commit may have moved T already: the remedy names the first T.
    const found = moved(sprint.id, parents, ownStart, shared).map((each) => {
      const from = earlier(each.data.from, sprint.start) ?? each.data.from;
      return { ...each, data: { ...each.data, from } };
    });
    const isInJournal = ({ data: { from, to } }: Finding<Moved>) =>
      from.source === 'journal' && to.source === 'journal';
    const after = [...(losesDate(journal) ? ['journal/schema'] : []), 'journal/who'];
    return found.map((each) => (isInJournal(each) ? { ...each, after } : each));
  },
  forced: ({ sprint, before, ownStart, config }) => {
    const shared = { oid: null, isPush: true, notes: config.notes, hasNoHeader: false };
    return sprint === null ? [] : moved(sprint, [before], ownStart, shared);
  },
  words: {
    en: {
      summary: 'The start of a sprint is not moved to a later time.',
      why: 'A timebox whose start can be moved has no end.',
      remedy: 'Set started_at in PO_NOTES.md back to what it was.',
      message: (moved) => {
        const { sprint, from, to, oid, isPush, notes, hasNoHeader } = moved;
        const who = sentence(isPush ? 'this push' : theCommit(oid));
        if (isLost(moved) && hasNoHeader)
          return `${notes} no longer has a sprint header that can be read; it said started_at: ${rfc3339(from.at)}.`;
        return isLost(moved)
          ? `${who} removes started_at (${rfc3339(from.at)}) from the sprint header of S${sprint}.`
          : `${who} moves the start of sprint S${sprint} from ${rfc3339(from.at)} to ${rfc3339(to.at)}.`;
      },
      help: (moved, path) => {
        const { notes } = moved;
        const putBack = `put the header back into ${notes}, as a block of its own:`;
        return help(moved, path, putBack, `in the sprint header of ${notes}, set`);
      },
    },
    fr: {
      summary: 'Le début d’un sprint n’est pas repoussé.',
      why: 'Une timebox dont on peut déplacer le début n’a plus de fin.',
      remedy: 'Remettez started_at, dans PO_NOTES.md, à ce qu’il était.',
      message: (moved) => {
        const { sprint, from, to, oid, isPush, notes, hasNoHeader } = moved;
        const qui = sentence(isPush ? 'ce push' : leCommit(oid));
        if (isLost(moved) && hasNoHeader)
          return `${notes} n’a plus d’en-tête de sprint lisible ; il indiquait started_at: ${rfc3339(from.at)}.`;
        return isLost(moved)
          ? `${qui} retire started_at (${rfc3339(from.at)}) de l’en-tête du sprint S${sprint}.`
          : `${qui} repousse le début du sprint S${sprint} de ${rfc3339(from.at)} à ${rfc3339(to.at)}.`;
      },
      help: (moved, path) => {
        const { notes } = moved;
        const putBack = `remettez l’en-tête dans ${notes}, dans un bloc à part :`;
        return help(moved, path, putBack, `dans l’en-tête de sprint de ${notes}, mettez`);
      },
    },
  },
});

/** Tells whether the schema refuses a `who` or a `when`, or misses one, which may have been T's. */
function losesDate(journal: Journal | null): boolean {
  const problems = journal?.state === 'read' ? journal.schemaProblems : [];
  const isOfDate = (key: string | null) => key === 'who' || key === 'when';
  return problems.some(
    (problem) => isOfDate(problem.key) || (problem.kind === 'unknown-key' && isOfDate(problem.resembles)),
  );
}

/** The precision of started_at and of the messages. */
const inSeconds = ({ at }: Start) => Math.floor(at / 1000);

function moved(
  sprint: number,
  parents: readonly ParentFacts[],
  to: Start | null,
  shared: Pick<Moved, 'oid' | 'isPush' | 'notes' | 'hasNoHeader'>,
): Finding<Moved>[] {
  const starts = parents.filter((parent) => parent.sprint === sprint).map(({ start }) => start);
  const from = starts.find((start) => start !== null && to !== null && inSeconds(to) > inSeconds(start));
  return from && to ? [{ data: { sprint, from, to, ...shared }, file: shared.notes }] : [];
}

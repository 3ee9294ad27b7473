/**
 * The main rules of the process, told a second time and as plainly as possible, with every way tried where the checker
 * has an algorithm: what the two say differently, one of them says wrongly.
 */
export interface ModelEntry {
  /** The entry that it is, whatever was altered in it. */
  readonly id: number;
  readonly who: 'developer' | 'PO';
  readonly text: string;
  /** Minutes from the beginning; a developer's alone. */
  readonly when: number;
  /** A developer's alone. */
  readonly status: 'pending' | 'done';
  readonly sound: boolean;
}

/** A list of at least one entry, or a text that is no YAML, with a number of its own. */
export type ModelJournal = readonly ModelEntry[] | { readonly broken: number };

export interface ModelTree {
  readonly code: number;
  /** A file that a frozen sprint may still change, where the policy allows it. */
  readonly free: number;
  /** Null where the notes have no sprint header. */
  readonly header: { readonly sprint: number; readonly startedAt: number | null } | null;
  /** The sprints that have a folder. */
  readonly folders: readonly number[];
  readonly journals: ReadonlyMap<number, ModelJournal>;
}

export interface ModelCommit {
  readonly tree: ModelTree;
  readonly parents: readonly ModelCommit[];
  /** Minutes from the beginning. */
  readonly at: number;
  readonly authoredAt: number;
  readonly author: 'developer' | 'PO';
  /** Of a merge of two, from which side git's own takes each path where it has no conflict: only git can tell. */
  taken?: ReadonlyMap<string, 'ours' | 'theirs' | 'both'>;
}

/** The config, which is the same all along a history. */
export interface ModelPolicy {
  /** It names the PO's address. */
  readonly namesPO: boolean;
  /** It lets the free file be changed after the freeze. */
  readonly allowsFree: boolean;
}

/** The range in which a commit is judged: what it does not hold is known by its own files alone. */
export type InRange = (commit: ModelCommit) => boolean;

export type Judging = 'being made' | 'commit' | 'tip';

/** The rules that the model knows, with those that keep them silent. */
export const modelled = [
  'sprint/reopened',
  'journal/missing',
  'journal/syntax',
  'journal/po-identity',
  'journal/history',
  'journal/self-answered',
  'freeze/closed',
  'journal/not-staged',
  'freeze/moved',
] as const;

const freezeAfter = 22;

export function sprintOf({ header, folders }: ModelTree): number {
  return header?.sprint ?? Math.max(...folders);
}

/** Whether two entries are the same by value, their statuses aside. */
function same(one: ModelEntry, other: ModelEntry): boolean {
  return one.who === other.who && one.text === other.text && one.when === other.when && one.sound === other.sound;
}

function sameJournal(one: ModelJournal | undefined, other: ModelJournal | undefined): boolean {
  const written = (journal: ModelJournal | undefined) => JSON.stringify(entriesOf(journal)?.map(value) ?? journal);
  return written(one) === written(other);
}

function entriesOf(journal: ModelJournal | undefined): readonly ModelEntry[] | null {
  return journal === undefined || 'broken' in journal ? null : journal;
}

/**
 * The entries of a journal at a commit, or when it could last be read: of a merge that leaves it unreadable, at each of
 * its parents.
 */
export function lastReadable(commit: ModelCommit | undefined, sprint: number): (readonly ModelEntry[])[] {
  const journal = commit?.tree.journals.get(sprint);
  if (!commit || !journal) return [[]];
  const entries = entriesOf(journal);
  if (entries) return [entries];
  const had = commit.parents.filter(({ tree }) => tree.journals.has(sprint));
  return had.length > 0 ? had.flatMap((parent) => lastReadable(parent, sprint)) : [[]];
}

/** T as a commit's own files tell it. */
function ownStart({ tree }: ModelCommit): number | null {
  if (tree.header?.startedAt != null) return tree.header.startedAt;
  const entries = entriesOf(tree.journals.get(sprintOf(tree))) ?? [];
  const dates = entries.filter(({ who }) => who === 'developer').map(({ when }) => when);
  return dates.length > 0 ? Math.min(...dates) : null;
}

/** The T that counts of a commit and those before it. */
export function earliestStart(commit: ModelCommit, sprint: number, inRange: InRange): number | null {
  const own = sprintOf(commit.tree) === sprint ? ownStart(commit) : null;
  const before = inRange(commit) ? commit.parents.map((parent) => earliestStart(parent, sprint, inRange)) : [];
  const known = [own, ...before].filter((at) => at !== null);
  return known.length > 0 ? Math.min(...known) : null;
}

function startOfParent(parent: ModelCommit, inRange: InRange): number | null {
  return ownStart(parent) ?? earliestStart(parent, sprintOf(parent.tree), inRange);
}

/** The paths that differ between two trees. */
function differences(one: ModelTree | undefined, other: ModelTree): string[] {
  const changed: string[] = [];
  if (one?.code !== other.code) changed.push('code');
  if (one?.free !== other.free) changed.push('free');
  if (JSON.stringify(one?.header) !== JSON.stringify(other.header)) changed.push('notes');
  if (JSON.stringify(one?.folders) !== JSON.stringify(other.folders)) changed.push('folders');
  const sprints = new Set([...(one?.journals.keys() ?? []), ...other.journals.keys()]);
  for (const sprint of sprints) {
    if (!sameJournal(one?.journals.get(sprint), other.journals.get(sprint))) changed.push(`journal ${sprint}`);
  }
  return changed;
}

/** Whether a merge is what git's own could have been; of more than two parents, whether every path is one parent's. */
function isPlainMerge({ tree, parents, taken }: ModelCommit): boolean {
  const others = parents.map((parent) => differences(parent.tree, tree));
  if (parents.length !== 2) {
    const [first = [], ...more] = others;
    return parents.length > 2 && !first.some((path) => more.every((paths) => paths.includes(path)));
  }
  const own = differences(undefined, tree).filter((path) => others.every((paths) => paths.includes(path)));
  const [notOurs, notTheirs] = others as [string[], string[]];
  const [ours, theirs] = parents;
  // What git took of one side may be put right, where that is not sound.
  const mayDiffer = (side: ModelCommit | undefined, path: string) => {
    const [was, is] = [side?.tree, tree].map((each) => each?.journals.get(Number(path.replace('journal ', ''))));
    return was !== undefined && is !== undefined && ('broken' in was || was.some(({ sound }) => !sound));
  };
  return [...notOurs, ...notTheirs].every((path) => {
    const side = taken?.get(path);
    if (side === 'ours') return !notOurs.includes(path) || mayDiffer(ours, path);
    if (side === 'theirs') return !notTheirs.includes(path) || mayDiffer(theirs, path);
    // A conflict is resolved in any way; what git took of both sides may be put right, not left out.
    return side === undefined || own.includes(path);
  });
}

export function ancestors(commit: ModelCommit): Set<ModelCommit> {
  const all = new Set([commit]);
  for (const each of all) for (const parent of each.parents) all.add(parent);
  return all;
}

/** The newest commits that all of several have: of a criss-cross, more than one. */
export function mergeBases(commits: readonly ModelCommit[]): ModelCommit[] {
  const reached = commits.map(ancestors);
  const common = [...(reached[0] ?? [])].filter((commit) => reached.every((set) => set.has(commit)));
  return common.filter((commit) => !common.some((each) => each !== commit && ancestors(each).has(commit)));
}

/** How many entries, from the first on, a PO's entry follows. */
function answeredOf(entries: readonly ModelEntry[]): number {
  return Math.max(
    0,
    entries.findLastIndex(({ who }) => who === 'PO'),
  );
}

/** Whether a change of a journal leaves what was agreed on: every way to read it is tried. */
function keepsHistory(before: readonly ModelEntry[], after: readonly ModelEntry[]): boolean {
  const answered = answeredOf(before);
  const isOld = (entry: ModelEntry) => before.some((other) => same(entry, other));
  const follow = (i: number, j: number): boolean => {
    const [old, now] = [before[i], after[j]];
    if (!old) return true;
    if (!old.sound && follow(i + 1, j)) return true;
    if (!now) return false;
    if (same(old, now) && follow(i + 1, j + 1)) return true;
    if (isOld(now)) return false;
    // Of two copies one may be altered: the other one is before it.
    const isStillThere = after.slice(j).some((entry) => same(entry, old));
    const mayChange = !old.sound || (old.who === 'developer' && i >= answered && !isStillThere);
    if (mayChange && old.who === now.who && follow(i + 1, j + 1)) return true;
    return now.who === 'PO' && j > 0 && follow(i, j + 1);
  };
  return follow(0, 0);
}

/** Whether all of `needed` stand in a list, in their order. */
function inOrder(needed: readonly ModelEntry[], list: readonly ModelEntry[]): boolean {
  let next = 0;
  for (const entry of list) if (needed[next] && same(needed[next] as ModelEntry, entry)) next++;
  return next === needed.length;
}

/** Whether every sound entry stands in a list, in its order. */
function keepsSound(entries: readonly ModelEntry[], list: readonly ModelEntry[]): boolean {
  return inOrder(
    entries.filter(({ sound }) => sound),
    list,
  );
}

/** How many answers of the PO's stand in a list that no parent has; copies that the parents made apart are theirs. */
function newAnswers(
  parents: readonly (readonly ModelEntry[])[],
  base: readonly ModelEntry[],
  after: readonly ModelEntry[],
): number {
  const copies = (list: readonly ModelEntry[], entry: ModelEntry) => list.filter((each) => same(each, entry)).length;
  return after.filter((entry, index) => {
    const counts = parents.map((list) => copies(list, entry));
    const apart = counts.reduce((sum, count) => sum + count - copies(base, entry), copies(base, entry));
    // The first copies are the parents'.
    const copy = copies(after.slice(0, index + 1), entry);
    return entry.who === 'PO' && copy > Math.max(parents.length > 1 ? apart : 0, 0, ...counts);
  }).length;
}

/** Whether a merge keeps what each of its parents has, and answers nothing that none may have that can't be read. */
function mergeKeepsHistory(
  parents: readonly (readonly ModelEntry[])[],
  base: readonly ModelEntry[],
  after: readonly ModelEntry[],
  mayAnswer: boolean,
): boolean {
  const has = (list: readonly ModelEntry[], entry: ModelEntry) => list.some((each) => same(each, entry));
  const isAltered = (entry: ModelEntry) => !has(base, entry);
  const kept = parents.every((entries, side) => {
    const answered = answeredOf(entries);
    const others = parents.filter((_, index) => index !== side);
    // What stands for one entry stands for no other.
    const taken = new Set<ModelEntry>();
    const needed = entries.filter((entry, index) => {
      if (!entry.sound) return false;
      const ofBase = base.findIndex(({ id }) => id === entry.id);
      const place = ofBase >= 0 ? ofBase : index;
      const isInItsPlace = (other: ModelEntry, list: readonly ModelEntry[]) =>
        base.every((each, at) => {
          const found = list.findIndex((candidate) => same(candidate, each));
          const isBefore = found < list.indexOf(other);
          return found < 0 || (at !== place && isBefore === at < place);
        });
      // What another side altered stands for it: by its id, or where an entry was taken out and another put in its place.
      const standsFor = (other: ModelEntry, list: readonly ModelEntry[]) =>
        isAltered(other) &&
        has(after, other) &&
        (other.id === entry.id || (!list.some(({ id }) => id === entry.id) && isInItsPlace(other, list)));
      const was = base[index];
      const isInPlace = was !== undefined && !entries.some(({ id }) => id === was.id);
      const isOfBase = isInPlace || ofBase >= 0;
      if (has(after, entry) || entry.who !== 'developer' || !isOfBase || index < answered) return true;
      const replacement = others
        .flatMap((list) => list.filter((other) => other.who === 'developer' && standsFor(other, list)))
        .find((other) => !taken.has(other));
      if (replacement) taken.add(replacement);
      return !replacement;
    });
    return inOrder(needed, after);
  });
  const isNew = (entry: ModelEntry) => !parents.flat().some((each) => same(each, entry));
  const lastAnswer = after.findLastIndex(({ who }) => who === 'PO');
  const late = after.filter((entry, index) => entry.who === 'developer' && isNew(entry) && index < lastAnswer);
  // A PO's entry that is not sound may be mended: a new one stands for it.
  const broken = parents.flat().filter((entry) => entry.who === 'PO' && !entry.sound && !has(after, entry));
  const mended = broken.filter((entry, index) => broken.findIndex((each) => same(each, entry)) === index).length;
  return kept && (mayAnswer || newAnswers(parents, base, after) <= mended) && late.length === 0;
}

/** Whether one of several commits has a journal that can't be read. */
function isTorn(commits: readonly ModelCommit[], sprint: number): boolean {
  return commits.some(({ tree }) => 'broken' in (tree.journals.get(sprint) ?? []));
}

/**
 * Whether a commit can be read in two ways: where a side of a merge put a new entry before one that it altered, or one
 * side moved an old one and a side altered one, either may be what became of the old one; of several merge bases each may
 * tell another story; and of what several sides last held before a merge left it unreadable, each may be what the commit
 * that mends it started from.
 */
export function isUnclear(commit: ModelCommit): boolean {
  const { parents, tree } = commit;
  if (parents.length < 2) {
    return [...tree.journals.keys()].some((sprint) => {
      const after = entriesOf(tree.journals.get(sprint)) ?? [];
      const lists = lastReadable(parents[0], sprint);
      const isOfOne = lists.some((list) => list.length === after.length && inOrder(list, after));
      const isTornApart = lists.some((list) => keepsHistory(list, after) !== keepsSound(list, after));
      return lists.length > 1 && (isOfOne || isTornApart);
    });
  }
  return [...tree.journals.keys()].some((sprint) => {
    const stories = mergeBases(parents).map((base) => entriesOf(base.tree.journals.get(sprint)) ?? []);
    const before = parents.flatMap((parent) => lastReadable(parent, sprint));
    const isMixed = stories.some((base) => {
      const isAltered = (entry: ModelEntry) => base.some((each) => each.id === entry.id && !same(each, entry));
      const isAlteredBelowNew = (entries: readonly ModelEntry[]) => {
        const firstNew = entries.findIndex(
          ({ who, id }) => who === 'developer' && !base.some((each) => each.id === id),
        );
        return firstNew >= 0 && entries.slice(firstNew).some(isAltered);
      };
      const isTurnedAround = (entries: readonly ModelEntry[]) => {
        const kept = base.map(({ id }) => entries.findIndex((entry) => entry.id === id)).filter((at) => at >= 0);
        return kept.some((at, index) => index > 0 && at < (kept[index - 1] ?? 0));
      };
      return before.some(isAlteredBelowNew) || (before.some(isTurnedAround) && before.flat().some(isAltered));
    });
    const after = entriesOf(tree.journals.get(sprint)) ?? [];
    const isKept = (base: readonly ModelEntry[]) => mergeKeepsHistory(before, base, after, isTorn(parents, sprint));
    return isMixed || new Set(stories.map(isKept)).size > 1;
  });
}

/** Whether a change of a journal is the PO's answer, or moves of statuses, and nothing else. */
function onlyAnswers(before: readonly ModelEntry[], after: readonly ModelEntry[]): boolean {
  const follow = (i: number, j: number): boolean => {
    const [old, now] = [before[i], after[j]];
    if (!old && !now) return true;
    if (old && now && same(old, now) && follow(i + 1, j + 1)) return true;
    if (old && !old.sound && old.who === 'PO' && follow(i + 1, j)) return true;
    return now?.who === 'PO' && follow(i, j + 1);
  };
  return follow(0, 0);
}

/** The rules that refuse a commit; of a tip, also for the journals of `touched` sprints, which its range changed. */
export function refusals(
  commit: ModelCommit,
  judging: Judging,
  inRange: InRange,
  { namesPO, allowsFree }: ModelPolicy,
  touched: readonly number[] = [],
): string[] {
  const { tree, parents, at, author } = commit;
  const [base] = parents;
  const sprint = sprintOf(tree);
  const diffs = parents.map((parent) => differences(parent.tree, tree));
  const owned = (diffs[0] ?? differences(undefined, tree)).filter((path) => diffs.every((diff) => diff.includes(path)));
  const journals = [...new Set(diffs.flat())].flatMap((path) =>
    path.startsWith('journal ') ? [Number(path.slice(8))] : [],
  );
  const changesMore = owned.some((path) => !path.startsWith('journal '));
  const judgesFiles = judging !== 'commit' || changesMore;
  const found = new Set<string>();

  const higher = parents.some((parent) => sprintOf(parent.tree) > sprint);
  const wasLeft = base && sprintOf(base.tree) !== sprint && base.tree.journals.has(sprint);
  if (higher || wasLeft) found.add('sprint/reopened');

  const current = tree.journals.get(sprint);
  const isMissing = judgesFiles && !current && !found.has('sprint/reopened');
  if (isMissing) found.add('journal/missing');
  const judged = [...new Set([sprint, ...journals, ...touched])].filter((each) => tree.journals.has(each));
  const isBroken = (each: number) => 'broken' in (tree.journals.get(each) ?? []);
  if (judgesFiles && judged.some(isBroken)) found.add('journal/syntax');

  const [shared] = mergeBases(parents);
  const inBase = (each: number) => (parents.length > 1 && entriesOf(shared?.tree.journals.get(each))) || [];
  const before = (each: number) => parents.flatMap((parent) => lastReadable(parent, each));
  const after = (each: number) => entriesOf(tree.journals.get(each)) ?? [];
  const forged =
    namesPO && author !== 'PO'
      ? journals.filter((each) => newAnswers(before(each), inBase(each), after(each)) > 0)
      : [];
  if (forged.length > 0) found.add('journal/po-identity');

  const rewritten = journals.filter((each) => {
    if (isBroken(each) || (isMissing && each === sprint) || forged.includes(each)) return false;
    if (parents.length > 1) return !mergeKeepsHistory(before(each), inBase(each), after(each), isTorn(parents, each));
    const [last = [], ...others] = before(each);
    return !keepsHistory(last, after(each)) || !others.every((entries) => keepsSound(entries, after(each)));
  });
  if (rewritten.length > 0) found.add('journal/history');

  const selfAnswered = judged.some((each) => {
    if (rewritten.includes(each)) return false;
    const entries = entriesOf(tree.journals.get(each)) ?? [];
    const answered = answeredOf(entries);
    return entries.some(({ who, status }, index) => who === 'developer' && status === 'done' && index >= answered);
  });
  if (judgesFiles && selfAnswered) found.add('journal/self-answered');

  const isPlain = isPlainMerge(commit);
  const onlyJournals = parents.length === 1 && owned.length > 0 && !changesMore;
  const isAnswered = (each: number) =>
    tree.journals.has(each) && !isBroken(each) && onlyAnswers(before(each)[0] ?? [], after(each));
  const isUnfinished =
    onlyJournals && journals.some(isBroken) && journals.every((each) => isBroken(each) || isAnswered(each));
  const isAnswer = onlyJournals && journals.every(isAnswered);
  const isExempt = isPlain || isAnswer || isUnfinished;
  const isAllowed =
    allowsFree && owned.includes('free') && owned.every((path) => path === 'free' || path === `journal ${sprint}`);

  const start = earliestStart(commit, sprint, inRange);
  const isFrozen = start !== null && at >= start + freezeAfter;
  const isReopened = found.has('sprint/reopened');
  if (isFrozen && !isExempt && !isAllowed && !isReopened) found.add('freeze/closed');

  const says = current && !('broken' in current) ? current : [];
  const known = before(sprint);
  const isKnown = (entry: ModelEntry) => known.flat().some((each) => same(each, entry) && each.status === entry.status);
  const isNews =
    current !== undefined &&
    journals.includes(sprint) &&
    (parents.length > 1
      ? says.some((entry) => !isKnown(entry))
      : JSON.stringify(says.map(value)) !== JSON.stringify((known[0] ?? []).map(value)));
  const isLost = !current && known.flat().some(({ sound }) => sound);
  const isSpokenFor =
    isReopened ||
    isMissing ||
    rewritten.includes(sprint) ||
    found.has('freeze/closed') ||
    (journals.includes(sprint) && (isLost || isBroken(sprint)));
  const isBrokenStill = judgesFiles && current && isBroken(sprint);
  if (!isExempt && !isNews && !isSpokenFor && !isBrokenStill) found.add('journal/not-staged');

  const own = ownStart(commit);
  const starts = parents
    .filter((parent) => sprintOf(parent.tree) === sprint)
    .map((parent) => startOfParent(parent, inRange));
  if (own !== null && starts.some((each) => each !== null && each < own)) found.add('freeze/moved');
  return [...found].sort();
}

function value({ id: _, ...written }: ModelEntry) {
  return written;
}

/** The rules that refuse to put a new tip in the place of an old one that it does not contain. */
export function forcedRefusals(oldTip: ModelCommit, newTip: ModelCommit): string[] {
  const found: string[] = [];
  const sprints = [...new Set([...oldTip.tree.journals.keys(), ...newTip.tree.journals.keys()])];
  const isLost = sprints.some((sprint) => {
    const after = newTip.tree.journals.get(sprint);
    if (after && 'broken' in after) return false;
    return !lastReadable(oldTip, sprint).every((entries) => keepsSound(entries, after ?? []));
  });
  if (isLost) found.push('journal/history');
  const [old, own] = [ownStart(oldTip), ownStart(newTip)];
  const isSameSprint = sprintOf(oldTip.tree) === sprintOf(newTip.tree);
  if (isSameSprint && old !== null && own !== null && own > old) found.push('freeze/moved');
  return found.sort();
}

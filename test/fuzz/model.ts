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
  /** Of a merge, from which side git's own takes each sprint's journal where it has no conflict: only git can tell. */
  taken?: ReadonlyMap<number, 'ours' | 'theirs' | 'both'>;
}

/** The range in which a commit is judged: what it does not hold is known by its own files alone. */
export type InRange = (commit: ModelCommit) => boolean;

export type Judging = 'being made' | 'commit' | 'tip';

/** The rules that the model knows, with those that keep them silent. */
export const modelled = [
  'sprint/reopened',
  'journal/missing',
  'journal/syntax',
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

/** The entries of a journal at a commit, or when it could last be read. */
export function lastReadable(commit: ModelCommit | undefined, sprint: number): readonly ModelEntry[] {
  if (!commit) return [];
  const journal = commit.tree.journals.get(sprint);
  if (!journal) return [];
  return entriesOf(journal) ?? lastReadable(commit.parents[0], sprint);
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
  if (JSON.stringify(one?.header) !== JSON.stringify(other.header)) changed.push('notes');
  if (JSON.stringify(one?.folders) !== JSON.stringify(other.folders)) changed.push('folders');
  const sprints = new Set([...(one?.journals.keys() ?? []), ...other.journals.keys()]);
  for (const sprint of sprints) {
    if (!sameJournal(one?.journals.get(sprint), other.journals.get(sprint))) changed.push(`journal ${sprint}`);
  }
  return changed;
}

/** Whether git's own merge could have given a merge: where one side alone changed a path, it has it that side's way. */
function isPlainMerge({ tree, parents: [ours, theirs], taken }: ModelCommit): boolean {
  if (!ours || !theirs) return false;
  const base = mergeBase(ours, theirs)?.tree;
  const [byUs, byThem] = [differences(base, ours.tree), differences(base, theirs.tree)];
  const apart = differences(ours.tree, theirs.tree);
  const [notOurs, notTheirs] = [differences(ours.tree, tree), differences(theirs.tree, tree)];
  return [...notOurs, ...notTheirs].every((path) => {
    if (byUs.includes(path) && byThem.includes(path)) {
      if (!apart.includes(path)) return false;
      if (!path.startsWith('journal ')) return true;
      const side = taken?.get(Number(path.slice(8)));
      if (side === 'ours') return !notOurs.includes(path);
      if (side === 'theirs') return !notTheirs.includes(path);
      // A conflict is resolved in any way; what git took of both sides may be put right, not left out.
      return side === undefined || (notOurs.includes(path) && notTheirs.includes(path));
    }
    return byThem.includes(path) ? !notTheirs.includes(path) : !notOurs.includes(path);
  });
}

export function ancestors(commit: ModelCommit): Set<ModelCommit> {
  const all = new Set([commit]);
  for (const each of all) for (const parent of each.parents) all.add(parent);
  return all;
}

/** The newest commit that both have; null where there are several that neither contains. */
export function mergeBase(one: ModelCommit, other: ModelCommit): ModelCommit | null {
  const reached = ancestors(other);
  const common = [...ancestors(one)].filter((commit) => reached.has(commit));
  const best = common.filter((commit) => !common.some((each) => each !== commit && ancestors(each).has(commit)));
  return best.length === 1 ? (best[0] ?? null) : null;
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
    const isStillThere = after.some((entry) => same(entry, old));
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

/** Whether a merge keeps what each of its parents has, and answers nothing. */
function mergeKeepsHistory(
  parents: readonly (readonly ModelEntry[])[],
  base: readonly ModelEntry[],
  after: readonly ModelEntry[],
): boolean {
  const has = (list: readonly ModelEntry[], entry: ModelEntry) => list.some((each) => same(each, entry));
  const isAltered = (entry: ModelEntry) => !has(base, entry);
  const kept = parents.every((entries, side) => {
    const answered = answeredOf(entries);
    const others = parents.filter((_, index) => index !== side);
    const needed = entries.filter((entry, index) => {
      if (!entry.sound) return false;
      // What another side altered stands for it: by its id, or where an entry was taken out and another put in its place.
      const standsFor = (other: ModelEntry, list: readonly ModelEntry[]) =>
        isAltered(other) && has(after, other) && (other.id === entry.id || !list.some(({ id }) => id === entry.id));
      const was = base[index];
      const isInPlace = was !== undefined && !entries.some(({ id }) => id === was.id);
      const isOfBase = isInPlace || base.some(({ id }) => id === entry.id);
      const isReplaced =
        entry.who === 'developer' &&
        isOfBase &&
        index >= answered &&
        others.some((list) => list.some((other) => other.who === 'developer' && standsFor(other, list)));
      return !isReplaced || after.some((each) => same(each, entry));
    });
    return inOrder(needed, after);
  });
  const isNew = (entry: ModelEntry) => !parents.flat().some((each) => same(each, entry));
  // A further copy of an answer is a new one; copies that both sides made are theirs.
  const copies = (list: readonly ModelEntry[], entry: ModelEntry) => list.filter((each) => same(each, entry)).length;
  const answers = after.filter((entry) => {
    const counts = parents.map((list) => copies(list, entry));
    const shared = counts.reduce((sum, count) => sum + count - copies(base, entry), copies(base, entry));
    return entry.who === 'PO' && copies(after, entry) > Math.max(shared, ...counts);
  });
  const lastAnswer = after.findLastIndex(({ who }) => who === 'PO');
  const late = after.filter((entry, index) => entry.who === 'developer' && isNew(entry) && index < lastAnswer);
  return kept && answers.length === 0 && late.length === 0;
}

/**
 * Whether a merge can be read in two ways: where a side put a new entry before one that it altered, either may be what
 * became of the old one.
 */
export function isUnclear({ parents, tree }: ModelCommit): boolean {
  const [ours, theirs] = parents;
  if (!ours || !theirs) return false;
  return tree.folders.some((sprint) => {
    const base = entriesOf(mergeBase(ours, theirs)?.tree.journals.get(sprint)) ?? [];
    return parents.some((parent) => {
      const entries = lastReadable(parent, sprint);
      const firstNew = entries.findIndex(({ who, id }) => who === 'developer' && !base.some((each) => each.id === id));
      const isAltered = (entry: ModelEntry) => base.some((each) => each.id === entry.id && !same(each, entry));
      return firstNew >= 0 && entries.slice(firstNew).some(isAltered);
    });
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
  touched: readonly number[] = [],
): string[] {
  const { tree, parents, at } = commit;
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
  const isMissing = judgesFiles && !current;
  if (isMissing) found.add('journal/missing');
  const judged = [...new Set([sprint, ...journals, ...touched])].filter((each) => tree.journals.has(each));
  const isBroken = (each: number) => 'broken' in (tree.journals.get(each) ?? []);
  if (judgesFiles && judged.some(isBroken)) found.add('journal/syntax');

  const rewritten = journals.filter((each) => {
    if (isBroken(each) || (isMissing && each === sprint)) return false;
    const after = entriesOf(tree.journals.get(each)) ?? [];
    const before = parents.map((parent) => lastReadable(parent, each));
    const [ours, theirs] = parents;
    if (ours && theirs) {
      const shared = mergeBase(ours, theirs);
      return !mergeKeepsHistory(before, entriesOf(shared?.tree.journals.get(each)) ?? [], after);
    }
    return !keepsHistory(before[0] ?? [], after);
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
  const isUnfinished = onlyJournals && journals.some(isBroken);
  const isAnswer =
    onlyJournals &&
    journals.every((each) => {
      const after = entriesOf(tree.journals.get(each));
      return after !== null && onlyAnswers(lastReadable(base, each), after);
    });
  const isExempt = isPlain || isAnswer || isUnfinished;

  const start = earliestStart(commit, sprint, inRange);
  const isFrozen = start !== null && at >= start + freezeAfter;
  if (isFrozen && !isExempt) found.add('freeze/closed');

  const says = current && !('broken' in current) ? current : [];
  const known = parents.flatMap((parent) => lastReadable(parent, sprint));
  const isNews =
    journals.includes(sprint) &&
    (parents.length > 1
      ? says.some((entry) => !known.some((each) => same(each, entry) && each.status === entry.status))
      : JSON.stringify(says.map(value)) !== JSON.stringify(known.map(value)));
  const isLost = !current && known.some(({ sound }) => sound);
  const isSpokenFor =
    isMissing || found.has('freeze/closed') || (journals.includes(sprint) && (isLost || isBroken(sprint)));
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
    const sound = lastReadable(oldTip, sprint).filter((entry) => entry.sound);
    return !inOrder(sound, after ?? []);
  });
  if (isLost) found.push('journal/history');
  const [old, own] = [ownStart(oldTip), ownStart(newTip)];
  const isSameSprint = sprintOf(oldTip.tree) === sprintOf(newTip.tree);
  if (isSameSprint && old !== null && own !== null && own > old) found.push('freeze/moved');
  return found.sort();
}

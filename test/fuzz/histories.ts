import fc from 'fast-check';
import {
  ancestors,
  lastReadable,
  type ModelCommit,
  type ModelEntry,
  type ModelJournal,
  type ModelPolicy,
  type ModelTree,
  mergeBases,
  sprintOf,
} from './model.ts';

const edits = [
  'code',
  'free',
  'ask',
  'answer',
  'answer and close',
  'status',
  'alter',
  'remove',
  'insert',
  'insert answer',
  'swap',
  'copy',
  'break',
  'mend',
  'unsound answer',
  'unsound ask',
  'drop unsound',
  'next sprint',
  'sprint before',
  'start later',
  'start earlier',
  'no start',
  'no header',
  'delete journal',
] as const;

/** What somebody writes to a journal that can't be read mends it first. */
const mends = new Set<Edit['kind']>(['mend', 'ask', 'answer', 'answer and close', 'alter', 'remove']);

interface Edit {
  readonly kind: (typeof edits)[number];
  /** Which entry, counted round. */
  readonly at: number;
}

const places = [
  'main',
  'main',
  'main',
  'side',
  'side',
  'side',
  'other',
  'amend',
  'merge ours',
  'merge theirs',
  'merge both',
  'merge both',
  'merge theirs',
  // Into the side, from which the main branch then goes on; into both at once; of three.
  'merge back',
  'criss-cross',
  'octopus',
  'octopus',
] as const;

/** One thing that somebody does in a history. */
export interface Step {
  readonly where: (typeof places)[number];
  readonly edits: readonly Edit[];
  /** The PO commits it. */
  readonly byPO: boolean;
  readonly minutes: number;
}

const usual: Edit['kind'][] = ['code', 'ask', 'answer and close', 'ask', 'answer', 'code', 'break'];
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.oneof(fc.constantFrom(...usual), fc.constantFrom(...edits)),
  at: fc.nat(5),
});
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    where: fc.constantFrom(...places),
    edits: fc.array(edit, { maxLength: 3 }),
    byPO: fc.nat(3).map((number) => number === 0),
    minutes: fc.oneof(fc.constantFrom(1, 2), fc.integer({ min: 1, max: 12 })),
  }),
  { minLength: 1, maxLength: 12, size: 'max' },
);

/** As often as not there is no config. */
export const policies: fc.Arbitrary<ModelPolicy> = fc.oneof(
  fc.constant({ namesPO: false, allowsFree: false }),
  fc.record({ namesPO: fc.boolean(), allowsFree: fc.boolean() }),
);

/** A commit of a history, with the one that it amended. */
export interface Made {
  readonly commit: ModelCommit;
  readonly amended: ModelCommit | null;
}

export interface History {
  /** Before any sprint. */
  readonly root: ModelCommit;
  /** In the order in which they were made. */
  readonly made: readonly Made[];
  readonly tip: ModelCommit;
}

/** Plays steps, and gives all commits that were made, those included that an amend left behind. */
export function play(all: readonly Step[]): History {
  const player = new Player();
  for (const step of all) player.step(step);
  return { root: player.root, made: player.made, tip: player.main };
}

class Player {
  readonly root: ModelCommit;
  readonly made: Made[] = [];
  main: ModelCommit;
  #side: ModelCommit | null = null;
  #other: ModelCommit | null = null;
  #byPO = false;
  #clock = 0;
  #next = 1;

  constructor() {
    const nothing = { code: 0, free: 0, header: null, folders: [], journals: new Map() };
    this.root = { tree: nothing, parents: [], at: -60, authoredAt: -60, author: 'developer' };
    const journals = new Map([[3, [this.#entry('developer', 3)]]]);
    const tree = { code: this.#number(), free: 0, header: { sprint: 3, startedAt: 0 }, folders: [3], journals };
    this.main = this.#commit(tree, [this.root]);
  }

  step({ where, edits, minutes, byPO }: Step): void {
    this.#clock += minutes;
    this.#byPO = byPO;
    const { main } = this;
    if (where === 'main') this.#onMain(edits);
    else if (where === 'side') this.#onSide(edits);
    else if (where === 'other') this.#other = this.#onto(this.#other ?? main, edits);
    else if (where !== 'amend') this.#merge(where, edits);
    else if (main.parents[0] !== this.root) {
      const { parents, authoredAt, author } = main;
      const tree = this.#edited(main, main.tree, edits);
      this.main = this.#commit(tree, parents, { amended: main, authoredAt, author });
    }
  }

  #onMain(edits: readonly Edit[]): void {
    this.main = this.#onto(this.main, edits);
  }

  #onSide(edits: readonly Edit[]): void {
    this.#side = this.#onto(this.#side ?? this.main, edits);
  }

  #onto(tip: ModelCommit, edits: readonly Edit[]): ModelCommit {
    return this.#commit(this.#edited(tip, tip.tree, edits), [tip]);
  }

  /** Merges; where there is nothing to merge yet, what it needs is made. */
  #merge(how: Step['where'], edits: readonly Edit[]): void {
    const [ours, theirs, third] = [this.main, this.#side, this.#other];
    if (!theirs || ancestors(ours).has(theirs)) {
      this.#onSide(edits);
      return;
    }
    if (ancestors(theirs).has(ours)) {
      this.#onMain(edits);
      return;
    }
    const of = (one: ModelCommit, other: ModelCommit) => merged(baseOf(one, other), one.tree, other.tree, how);
    if (how === 'octopus' && third && isApart(ours, third) && isApart(theirs, third)) {
      const tree = merged(baseOf(ours, third), of(ours, theirs), third.tree, how);
      this.main = this.#commit(this.#edited(ours, tree, edits), [ours, theirs, third]);
      this.#side = this.#other = null;
      return;
    }
    const [first, second] = how === 'merge back' ? [theirs, ours] : [ours, theirs];
    this.main = this.#commit(this.#edited(first, of(first, second), edits), [first, second]);
    this.#side = how === 'criss-cross' ? this.#commit(of(theirs, ours), [theirs, ours]) : null;
  }

  #commit(
    tree: ModelTree,
    parents: readonly ModelCommit[],
    amend?: Pick<ModelCommit, 'author' | 'authoredAt'> & { amended: ModelCommit },
  ): ModelCommit {
    const author = amend?.author ?? (this.#byPO ? 'PO' : 'developer');
    const commit = { tree, parents, at: this.#clock, authoredAt: amend?.authoredAt ?? this.#clock, author } as const;
    this.made.push({ commit, amended: amend?.amended ?? null });
    return commit;
  }

  #number(): number {
    return this.#next++;
  }

  #entry(who: ModelEntry['who'], sprint: number, sound = true): ModelEntry {
    const id = this.#number();
    return { id, who, text: `S${sprint} text ${id}`, when: this.#clock, status: 'pending', sound };
  }

  #edited(base: ModelCommit, tree: ModelTree, edits: readonly Edit[]): ModelTree {
    return edits.reduce((before, edit) => this.#edit(base, before, edit), tree);
  }

  #edit(base: ModelCommit, tree: ModelTree, { kind, at }: Edit): ModelTree {
    const sprint = sprintOf(tree);
    const header = tree.header ?? { sprint, startedAt: null };
    const startedAt = header.startedAt ?? this.#clock;
    const open = (id: number): ModelTree => ({
      ...tree,
      header: { sprint: id, startedAt: this.#clock },
      folders: [...new Set([...tree.folders, id])].sort(),
      journals: tree.journals.has(id) ? tree.journals : new Map(tree.journals).set(id, [this.#entry('developer', id)]),
    });
    if (kind === 'code') return { ...tree, code: this.#number() };
    if (kind === 'free') return { ...tree, free: this.#number() };
    if (kind === 'next sprint') return open(sprint + 1);
    if (kind === 'sprint before') return open(Math.max(1, sprint - 1));
    if (kind === 'start later') return { ...tree, header: { ...header, startedAt: startedAt + at + 1 } };
    if (kind === 'start earlier') return { ...tree, header: { ...header, startedAt: startedAt - at - 1 } };
    if (kind === 'no start') return { ...tree, header: { ...header, startedAt: null } };
    if (kind === 'no header') return { ...tree, header: null };
    // Now and then the journal of the sprint before is written to.
    const other = at === 5 && tree.journals.has(sprint - 1) ? sprint - 1 : sprint;
    const before = tree.journals.get(other);
    const after = this.#written(kind, at, other, before, () => lastReadable(base, other));
    const journals = new Map(tree.journals);
    if (after && ('broken' in after || after.length > 0)) journals.set(other, after);
    else journals.delete(other);
    return { ...tree, journals };
  }

  #written(
    kind: Edit['kind'],
    at: number,
    sprint: number,
    before: ModelJournal | undefined,
    readable: () => readonly (readonly ModelEntry[])[],
  ): ModelJournal | undefined {
    if (kind === 'delete journal') return undefined;
    if (kind === 'break') return { broken: this.#number() };
    if (before && 'broken' in before) {
      const [last = [], ...others] = readable();
      if (!mends.has(kind)) return before;
      // Of a merge that left it unreadable, as it was on one side, or with what it was on all.
      return at % 2 === 0 ? last : others.reduce(joined, last);
    }
    const entries = before ?? [];
    const index = entries.length === 0 ? 0 : at % entries.length;
    const entry = entries[index];
    const replaced = (fields: Partial<ModelEntry>) => (entry ? entries.with(index, { ...entry, ...fields }) : entries);
    const fresh = (who: ModelEntry['who'], sound = true) => this.#entry(who, sprint, sound);
    switch (kind) {
      case 'ask':
        return [...entries, fresh('developer')];
      case 'unsound ask':
        return [...entries, fresh('developer', false)];
      case 'answer':
        return [...entries, fresh('PO')];
      case 'unsound answer':
        return [...entries, fresh('PO', false)];
      case 'answer and close':
        return [
          ...entries.map((each) => (each.who === 'PO' ? each : { ...each, status: 'done' as const })),
          fresh('PO'),
        ];
      case 'status':
        return entry?.who === 'developer'
          ? replaced({ status: entry.status === 'done' ? 'pending' : 'done' })
          : entries;
      case 'alter':
        return replaced({ text: `S${sprint} text ${this.#number()}`, sound: true });
      case 'remove':
        return entries.toSpliced(index, 1);
      case 'insert':
        return entries.toSpliced(index, 0, fresh('developer'));
      case 'insert answer':
        return entries.toSpliced(index + 1, 0, fresh('PO'));
      case 'swap':
        return entries.length < 2 || !entry
          ? entries
          : entries.toSpliced(index, 1).toSpliced((index + 1) % entries.length, 0, entry);
      case 'copy':
        return entry ? [...entries, { ...entry, id: this.#number() }] : entries;
      case 'mend':
        return entries.map((each) => ({ ...each, sound: true }));
      case 'drop unsound':
        return entries.filter(({ sound }) => sound);
      default:
        return entries;
    }
  }
}

function isApart(one: ModelCommit, other: ModelCommit): boolean {
  return !ancestors(one).has(other) && !ancestors(other).has(one);
}

function baseOf(one: ModelCommit, other: ModelCommit): ModelTree {
  return (mergeBases([one, other])[0] as ModelCommit).tree;
}

/** A journal, and what another one has besides. */
function joined(one: readonly ModelEntry[], other: readonly ModelEntry[]): readonly ModelEntry[] {
  return [...one, ...other.filter(({ id }) => !one.some((entry) => entry.id === id))];
}

/** A merge by file, in which a journal that both sides changed is that of one side, or holds the new entries of both. */
function merged(base: ModelTree, ours: ModelTree, theirs: ModelTree, how: Step['where']): ModelTree {
  const pick = <Value>(of: (tree: ModelTree) => Value, both: (ours: Value, theirs: Value) => Value): Value => {
    const [old, one, other] = [base, ours, theirs].map((tree) => JSON.stringify(of(tree)));
    if (one === other || other === old) return of(ours);
    return one === old ? of(theirs) : both(of(ours), of(theirs));
  };
  const side = <Value>(one: Value, other: Value) => (how === 'merge theirs' ? other : one);
  const journal = (one: ModelJournal | undefined, other: ModelJournal | undefined) => {
    const isOneSide = how === 'merge ours' || how === 'merge theirs';
    return isOneSide || !one || !other || 'broken' in one || 'broken' in other ? side(one, other) : joined(one, other);
  };
  const folders = [...new Set([...ours.folders, ...theirs.folders])].sort();
  const journals = new Map<number, ModelJournal>();
  for (const sprint of folders) {
    const found = pick((tree) => tree.journals.get(sprint), journal);
    if (found) journals.set(sprint, found);
  }
  const [code, free] = [pick((tree) => tree.code, side), pick((tree) => tree.free, side)];
  return { code, free, header: pick((tree) => tree.header, side), folders, journals };
}

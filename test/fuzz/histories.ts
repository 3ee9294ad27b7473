import fc from 'fast-check';
import {
  lastReadable,
  type ModelCommit,
  type ModelEntry,
  type ModelJournal,
  type ModelTree,
  mergeBase,
  sprintOf,
} from './model.ts';

const edits = [
  'code',
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

interface Edit {
  readonly kind: (typeof edits)[number];
  /** Which entry, counted round. */
  readonly at: number;
}

/** One thing that somebody does in a history. */
export interface Step {
  readonly where: 'main' | 'side' | 'amend' | 'merge ours' | 'merge theirs' | 'merge both';
  readonly edits: readonly Edit[];
  readonly minutes: number;
}

const usual: Edit['kind'][] = ['code', 'ask', 'answer and close', 'ask', 'answer', 'code'];
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.oneof(fc.constantFrom(...usual), fc.constantFrom(...edits)),
  at: fc.nat(5),
});
const places: Step['where'][] = [
  'main',
  'main',
  'main',
  'side',
  'side',
  'amend',
  'merge ours',
  'merge theirs',
  'merge both',
  'merge both',
];
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    where: fc.constantFrom(...places),
    edits: fc.array(edit, { maxLength: 3 }),
    minutes: fc.oneof(fc.constantFrom(1, 2), fc.integer({ min: 1, max: 12 })),
  }),
  { minLength: 1, maxLength: 12 },
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
  #clock = 0;
  #next = 1;

  constructor() {
    const nothing = { code: 0, header: null, folders: [], journals: new Map() };
    this.root = { tree: nothing, parents: [], at: -60, authoredAt: -60 };
    const journals = new Map([[3, [this.#entry('developer', 3)]]]);
    const tree = { code: this.#number(), header: { sprint: 3, startedAt: 0 }, folders: [3], journals };
    this.main = this.#commit(tree, [this.root]);
  }

  step({ where, edits, minutes }: Step): void {
    this.#clock += minutes;
    if (where === 'main') this.main = this.#commit(this.#edited(this.main, this.main.tree, edits), [this.main]);
    if (where === 'side') {
      const tip = this.#side ?? this.main;
      this.#side = this.#commit(this.#edited(tip, tip.tree, edits), [tip]);
    }
    if (where === 'amend' && this.main.parents[0] !== this.root) {
      const { tree, parents, authoredAt } = this.main;
      const amended = this.main;
      this.main = this.#commit(this.#edited(amended, tree, edits), parents, { amended, authoredAt });
    }
    if (where.startsWith('merge')) this.#merge(where, edits);
  }

  #merge(how: Step['where'], edits: readonly Edit[]): void {
    const theirs = this.#side;
    const base = theirs && mergeBase(this.main, theirs);
    if (!theirs || !base || base === theirs || base === this.main) return;
    const isBroken = ({ tree }: ModelCommit) => [...tree.journals.values()].some((journal) => 'broken' in journal);
    if (isBroken(this.main) || isBroken(theirs)) return;
    const tree = merged(base.tree, this.main.tree, theirs.tree, how);
    this.main = this.#commit(this.#edited(this.main, tree, edits), [this.main, theirs]);
    this.#side = null;
  }

  #commit(
    tree: ModelTree,
    parents: readonly ModelCommit[],
    amend?: { amended: ModelCommit; authoredAt: number },
  ): ModelCommit {
    const commit = { tree, parents, at: this.#clock, authoredAt: amend?.authoredAt ?? this.#clock };
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
    readable: () => readonly ModelEntry[],
  ): ModelJournal | undefined {
    if (kind === 'delete journal') return undefined;
    if (kind === 'break') return { broken: this.#number() };
    if (before && 'broken' in before) return kind === 'mend' ? readable() : before;
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

/** A merge by file, in which a journal that both sides changed is that of one side, or holds the new entries of both. */
function merged(base: ModelTree, ours: ModelTree, theirs: ModelTree, how: Step['where']): ModelTree {
  const pick = <Value>(of: (tree: ModelTree) => Value, both: (ours: Value, theirs: Value) => Value): Value => {
    const [old, one, other] = [base, ours, theirs].map((tree) => JSON.stringify(of(tree)));
    if (one === other || other === old) return of(ours);
    return one === old ? of(theirs) : both(of(ours), of(theirs));
  };
  const side = <Value>(one: Value, other: Value) => (how === 'merge theirs' ? other : one);
  const joined = (one: ModelJournal | undefined, other: ModelJournal | undefined) => {
    if (how !== 'merge both' || !one || !other || 'broken' in one || 'broken' in other) return side(one, other);
    return [...one, ...other.filter(({ id }) => !one.some((entry) => entry.id === id))];
  };
  const folders = [...new Set([...ours.folders, ...theirs.folders])].sort();
  const journals = new Map<number, ModelJournal>();
  for (const sprint of folders) {
    const journal = pick((tree) => tree.journals.get(sprint), joined);
    if (journal) journals.set(sprint, journal);
  }
  return { code: pick((tree) => tree.code, side), header: pick((tree) => tree.header, side), folders, journals };
}

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { test } from 'vitest';
import { checkCommit } from '../../src/checks/commit.ts';
import { checkPush } from '../../src/checks/push.ts';
import { checkRange } from '../../src/checks/range.ts';
import type { Judged } from '../../src/judge.ts';
import { Scratch } from '../helpers/scratch.ts';
import { type History, play, policies, type Step, steps } from './histories.ts';
import {
  ancestors,
  earliestStart,
  forcedRefusals,
  type InRange,
  isUnclear,
  type ModelCommit,
  type ModelPolicy,
  modelled,
  refusals,
  sprintOf,
} from './model.ts';
import { HistoryRepository } from './repository.ts';
import { runs } from './runs.ts';

const scratch = new Scratch();

/** The ids of the rules that refuse something, each once. */
function ids(findings: readonly Judged[], isMeant: (finding: Judged) => boolean = () => true): string[] {
  const refused = findings.filter((finding) => finding.severity === 'error' && isMeant(finding));
  return [...new Set(refused.map(({ rule }) => rule.id))].sort();
}

const isModelled = ({ rule }: Judged) => modelled.some((id) => id === rule.id);
const isOfCommit = ({ rule }: Judged) => rule.where === 'C';

/** What is said of files is said once, with the first commit that shows it: of later ones it is not asked. */
const once = new Set(['journal/missing', 'journal/syntax', 'journal/self-answered']);
const everyTime = (found: readonly string[]) => found.filter((id) => !once.has(id));

function same(said: readonly string[], expected: readonly string[], what: string): void {
  if (said.join() !== expected.join())
    throw new Error(
      `${what}:\n  the checker says ${said.join(', ') || 'nothing'}\n  the model ${expected.join(', ') || 'nothing'}`,
    );
}

/** Holds what is found in a range to the model, commit by commit. */
function expectRange(
  repository: HistoryRepository,
  findings: readonly Judged[],
  { made, tip }: History,
  inRange: InRange,
  policy: ModelPolicy,
  what: string,
): void {
  const commits = made.map(({ commit }) => commit).filter((commit) => ancestors(tip).has(commit) && inRange(commit));
  const touched = commits.flatMap(({ tree, parents }) =>
    [...tree.journals.keys(), ...parents.flatMap((parent) => [...parent.tree.journals.keys()])].filter((sprint) =>
      parents.some((parent) => parent.tree.journals.get(sprint) !== tree.journals.get(sprint)),
    ),
  );
  const all = new Set<string>();
  // Of what lacks the journal since, it is only told where no commit is refused for its deletion.
  let isTold = true;
  // A push that takes commits back brings none: the files of the new tip are judged.
  if (!inRange(tip))
    for (const id of refusals({ ...tip, parents: [] }, 'tip', inRange, policy)) if (once.has(id)) all.add(id);
  for (const commit of commits) {
    const judging = commit === tip ? 'tip' : 'commit';
    const expected = refusals(commit, judging, inRange, policy, commit === tip ? touched : []);
    for (const id of expected) all.add(id);
    if (expected.includes('journal/history') && deletesJournal(commit)) isTold = false;
    const own = findings.filter((finding) => finding.commit === repository.oid(commit) && isModelled(finding));
    const place = `${what}, commit ${made.findIndex((each) => each.commit === commit)}`;
    same(everyTime(ids(own)), everyTime(expected), place);
    const wrong = ids(own).filter((id) => !expected.includes(id));
    same(wrong, [], place);
  }
  const forced = new Set(ids(findings, ({ commit, rule }) => commit === null && rule.where === 'C'));
  const isCompared = (id: string) => !forced.has(id) && (isTold || id !== 'journal/missing');
  const found = ids(findings, isModelled).filter(isCompared);
  same(found, [...all].filter(isCompared).sort(), `${what}, in all`);
}

function deletesJournal({ tree, parents }: ModelCommit): boolean {
  return parents.some((parent) => [...parent.tree.journals.keys()].some((sprint) => !tree.journals.has(sprint)));
}

async function tryHistory(all: readonly Step[], pushed: number, policy: ModelPolicy): Promise<void> {
  const history = play(all);
  const { root, made, tip } = history;
  fc.pre(!made.some(({ commit }) => isUnclear(commit)));
  rmSync(join(scratch.path, '.git'), { recursive: true });
  scratch.git('init', '--quiet', '--template=', '--initial-branch=work');
  const repository = new HistoryRepository(scratch, history, policy);
  const inRange: InRange = (commit) => commit !== root;

  const { findings } = await checkRange(repository.world(tip.at), repository.oid(root), repository.oid(tip));
  expectRange(repository, findings, history, inRange, policy, 'check');

  for (const [index, step] of made.entries()) {
    const { commit } = step;
    const hook = await checkCommit(repository.beforeCommit(step), false);
    const alone: InRange = (each) => each === commit;
    const expected = refusals(commit, 'being made', alone, policy);
    same(ids(hook.findings, isModelled), expected, `pre-commit, commit ${index}`);
    const isInTip = ancestors(tip).has(commit);
    // A range knows an earlier T than the hook does, where a commit before has moved it.
    const [known, knownToHook] = [inRange, alone].map((range) => earliestStart(commit, sprintOf(commit.tree), range));
    const isSameTo = known === knownToHook && refusals(commit, 'commit', inRange, policy).join() === expected.join();
    if (!isInTip || !isSameTo) continue;
    const said = ids(findings, (finding) => finding.commit === repository.oid(commit) && isOfCommit(finding));
    same(said, ids(hook.findings, isOfCommit), `check as against pre-commit, commit ${index}`);
  }

  const oldTip = made[pushed % made.length]?.commit as ModelCommit;
  const known = ancestors(oldTip);
  const line = `refs/heads/work ${repository.oid(tip)} refs/heads/work ${repository.oid(oldTip)}\n`;
  const push = await checkPush(repository.world(tip.at, line), 'pre-push', ['origin']);
  if (oldTip === tip) return;
  expectRange(repository, push.findings, history, (commit) => !known.has(commit), policy, 'pre-push');
  if (ancestors(tip).has(oldTip)) return;
  // What commits of the old tip did that were refused may be taken back: too much for the model.
  const replaced: InRange = (commit) => known.has(commit) && !ancestors(tip).has(commit);
  const isRefused = (commit: ModelCommit) =>
    refusals(commit, 'commit', replaced, policy).some((id) => id === 'journal/history' || id === 'journal/po-identity');
  if (made.some(({ commit }) => replaced(commit) && isRefused(commit))) return;
  const forced = ids(push.findings, ({ commit, rule }) => commit === null && rule.where === 'C');
  same(forced, forcedRefusals(oldTip, tip), `a forced push of ${sprintOf(tip.tree)}`);
}

test(
  'a history is refused where the model refuses it, by the same rules in the hook, the range and the push',
  async () => {
    const property = fc.asyncProperty(steps, fc.nat(20), policies, tryHistory);
    await fc.assert(property, runs(8, 0.05));
  },
  24 * 3600_000,
);

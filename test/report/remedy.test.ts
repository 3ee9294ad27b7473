import { describe, expect, test } from 'vitest';
import type { OneCommit } from '../../src/checks/one-commit.ts';
import type { Repair } from '../../src/checks/repair.ts';
import type { CheckFinding } from '../../src/checks/result.ts';
import { defaultConfig } from '../../src/config/config.ts';
import { pathFrom, remedyOf } from '../../src/report/remedy.ts';
import type { Where } from '../../src/rules/rule.ts';
import { remedyWords } from '../../src/words/remedy.ts';
import { journalPath } from '../helpers/commit-facts.ts';

const [base, middle, tip, later] = ['b', 'c', 'd', 'e'].map((digit) => digit.repeat(40)) as [
  string,
  string,
  string,
  string,
];
const shortBase = base.slice(0, 10);
const shortMiddle = middle.slice(0, 10);
const shortTip = tip.slice(0, 10);

/** A range of two commits in a sprint that is not frozen, of which the first one is at fault. */
const repair: Repair = {
  ...{
    tip,
    base,
    remote: 'origin',
    branch: 'work',
    target: 'work',
    elsewhere: null,
    together: false,
    replacesOne: false,
  },
  ...{
    byPO: null,
    frozen: new Set(),
    tipIsAnswer: false,
    merged: [],
    hasSeveralDevelopers: false,
    oneCommit: { restored: [], journals: [journalPath(3)], findings: [], isEmpty: false },
    unpushed: null,
    rebased: null,
    pushed: false,
  },
};

/** What a rule of this name found in that first commit, in the code; its help is `help`. */
function finding(id: string, where: Where, help: string, given: Partial<CheckFinding> = {}): CheckFinding {
  const words = { summary: '', why: '', remedy: '', message: () => 'A fact.', help: () => help };
  const rule = { id, severity: 'error', where, words: { en: words, fr: words }, check: () => [] } as const;
  return {
    ...{ rule, severity: 'error', config: defaultConfig, data: null, commit: middle, text: null, file: 'app.ts' },
    ...{ po: false, leftToPO: false, atTip: false, repair, paths: null },
    ...given,
  };
}

const lines = (found: CheckFinding, language: 'en' | 'fr' = 'en') => remedyOf(found, language, '').split('\n');
const inCommit = (given: Partial<CheckFinding> = {}, of: Partial<Repair> = {}) =>
  lines(finding('secrets/env-local', 'C', 'git rm --cached "app.ts"', { repair: { ...repair, ...of }, ...given }));
const inFiles = (given: Partial<CheckFinding> = {}, of: Partial<Repair> = {}, id = 'journal/schema') =>
  lines(
    finding(id, 'K', 'reply: OK', {
      ...{ commit: null, atTip: true, file: journalPath(3), repair: { ...repair, ...of } },
      ...given,
    }),
  );

const together = [remedyWords.en.together, `git reset --soft ${shortBase}`];
const change = 'git rm --cached "app.ts"';
const add = `git add "${journalPath(3)}"`;
const open = ['npx sprint-check start', 'git add "PO_NOTES.md" "docs/sprints"'];
const force = [remedyWords.en.push, 'git push --force-with-lease origin work'];

test('what is to be known before all else comes first, in front of the git commands, too', () => {
  const { rule } = finding('rule', 'C', change);
  const words = { ...rule.words.en, before: (data: string) => `if ${data}:` };
  const found = finding('rule', 'C', change, { data: 'not', commit: tip });
  const before = (given: Partial<CheckFinding>) =>
    lines({ ...found, rule: { ...rule, words: { en: words, fr: words } } as typeof rule, ...given });
  expect(before({})).toEqual(['if not:', change, 'git commit --amend --no-edit']);
  expect(before({ mend: 'leave out' })[0]).toBe('if not:');
  expect(before({ repair: null })).toEqual(['if not:', change]);
});

test('of a commit that is being made, a warning, and what is whole, the help is the rule’s own', () => {
  expect(inCommit({ repair: null })).toEqual([change]);
  expect(inCommit({ severity: 'warn' })).toEqual([change]);
  expect(inCommit({ mend: 'help' })).toEqual([change]);
});

test('where git commit was given paths, it is to be given what the help stages, too', () => {
  const given = (help: string, more: Partial<CheckFinding> = {}) =>
    lines(finding('rule', 'C', help, { repair: null, paths: ['app.ts'], file: journalPath(3), ...more }));
  const log = 'npx sprint-check log --did "x"';
  expect(given(log)).toEqual([log, `git commit -- "app.ts" "${journalPath(3)}"`]);
  expect(given(`${log}\nor amend`)).toEqual([log, `git commit -- "app.ts" "${journalPath(3)}"`, 'or amend']);
  expect(given(open.join('\n'))).toEqual([...open, 'git commit -- "app.ts" "PO_NOTES.md" "docs/sprints"']);
  expect(given(`git add -f "${journalPath(3)}"`)[1]).toBe(`git commit -- "app.ts" "${journalPath(3)}"`);
  expect(given('reply: OK', { file: 'app.ts' })).toEqual(['reply: OK']);
  expect(given(log, { paths: [] })[1]).toBe(`git commit -- "${journalPath(3)}"`);
  expect(given(log, { paths: Array.from({ length: 21 }, (_, index) => `${index}`) })[1]).toMatch(
    /^git commit -- … "docs/,
  );
});

/** A range of which one commit is made, whose hook would find this. */
const asOne = (...findings: readonly CheckFinding[]): Pick<Repair, 'oneCommit'> => ({
  oneCommit: { ...repair.oneCommit, findings },
});
const secret = finding('secrets/env-local', 'C', 'git rm --cached "app.ts"', { commit: null });

describe('one commit of all', () => {
  const all = (of: Partial<OneCommit>, others: Partial<Repair> = {}) =>
    inCommit({}, { ...others, together: true, oneCommit: { ...repair.oneCommit, ...of } });
  const journal = { file: journalPath(3), commit: null };
  const log = finding('journal/not-staged', 'C', 'npx sprint-check log --did "x"', journal);

  test('changes what its hook would refuse, and stages a file once all of it is changed', () => {
    const lost = [2, 3].map((number) => finding('journal/history', 'C', `put entry ${number} back\n${add}`, journal));
    expect(all({ findings: lost })).toEqual([
      ...together,
      ...['put entry 2 back', 'put entry 3 back', add, 'git commit'],
    ]);
  });

  test('changes nothing where a later commit has mended it', () => {
    expect(all({})).toEqual([...together, 'git commit']);
  });

  test('has its value shown with the finding that is at that place, and is told of the others', () => {
    const place = { line: 1, column: 1, endLine: 1, endColumn: 2 };
    const shown = finding('journal/schema', 'K', 'reply: OK', { ...journal, path: '/1/reply', location: place });
    const of = { ...repair, together: true, ...asOne(shown) };
    const own = finding('journal/schema', 'K', 'reply: OK', { ...shown, commit: middle, repair: of });
    expect(lines({ ...own, rule: shown.rule })).toEqual([...together, 'reply: OK', add, 'git commit']);
    expect(all({ findings: [shown] })).toEqual([...together, remedyWords.en.allErrors, 'git commit']);
    expect(all({ findings: [{ ...shown, leftToPO: true }] })).toEqual([remedyWords.en.poFirst]);
  });

  test('gets a journal back that the tip lacks: from a commit, or from the disk', () => {
    const restored = [
      { path: journalPath(3), from: `${shortMiddle}~1`, isOnDisk: false },
      { path: journalPath(4), from: `${shortMiddle}~1`, isOnDisk: true },
    ];
    expect(all({ restored })).toEqual([
      ...together,
      `git checkout ${shortMiddle}~1 -- "${journalPath(3)}"`,
      `git add -f "${journalPath(4)}"`,
      'git commit',
    ]);
  });

  test('is none where the commits change nothing in all', () => {
    expect(all({ isEmpty: true, findings: [log] })).toEqual([
      remedyWords.en.nothingLeft,
      `git reset --soft ${shortBase}`,
    ]);
    const restored = [{ path: journalPath(3), from: shortBase, isOnDisk: true }];
    expect(all({ isEmpty: true, restored }).slice(2)).toEqual([`git add -f "${journalPath(3)}"`]);
  });
});

describe('a commit alone at fault', () => {
  test('at the tip is amended', () => {
    expect(inCommit({ commit: tip })).toEqual([change, 'git commit --amend --no-edit']);
    expect(inCommit({ commit: tip }, { pushed: true })).toEqual([change, 'git commit --amend --no-edit', ...force]);
  });

  test('before the tip becomes one with all that follow: to check it out could overwrite what git ignores', () => {
    expect(inCommit({}, asOne(secret))).toEqual([...together, change, 'git commit']);
    expect(inCommit({}, { ...asOne(secret), pushed: true })).toEqual([...together, change, 'git commit', ...force]);
  });

  test('at a tip that no branch here holds is pushed by HEAD', () => {
    const detached = { branch: null, target: 'work' };
    const amended = [change, 'git commit --amend --no-edit'];
    expect(inCommit({ commit: tip }, detached)).toEqual([...amended, 'git push origin HEAD:work']);
    expect(inCommit({ commit: tip }, { ...detached, pushed: true })).toEqual([
      ...[...amended, remedyWords.en.push, 'git push --force-with-lease origin HEAD:work'],
    ]);
    expect(inCommit({ commit: tip }, { ...detached, target: null })).toEqual(amended);
  });

  test('is pushed from a branch of another name, whatever that holds', () => {
    const push = (branch: string) => inCommit({ commit: tip }, { branch, pushed: true }).at(-1);
    expect(push('topic')).toBe('git push --force-with-lease origin topic:work');
    expect(push('x;touch$IFS')).toBe("git push --force-with-lease origin 'x;touch$IFS:work'");
  });

  test('that is an answer is amended after the freeze, too, but for what would make more of it', () => {
    const answered = { frozen: new Set([tip]), tipIsAnswer: true };
    const amended = [change, 'git commit --amend --no-edit'];
    expect(inCommit({ commit: tip }, answered)).toEqual(amended);
    expect(inCommit({ commit: null, po: true }, answered)).toEqual(amended);
    expect(inCommit({ commit: null }, answered)).toEqual([...together, 'git commit']);
  });

  test('that does nothing else is left out, whatever the freeze', () => {
    const leftOut = remedyWords.en.leftOut;
    expect(inCommit({ mend: 'leave out', commit: tip }, { frozen: new Set([tip]), pushed: true })).toEqual([
      ...[leftOut, `git reset --keep ${shortTip}~1`, ...force],
    ]);
  });

  test('of a frozen sprint becomes one in the next sprint with all that follow', () => {
    const closed = finding('freeze/closed', 'C', open.join('\n'), { commit: null, file: 'PO_NOTES.md' });
    const frozen = { frozen: new Set([middle, tip]), ...asOne(secret, closed) };
    expect(inCommit({}, frozen)).toEqual([...together, change, ...open, 'git commit']);
  });
});

describe('several commits at fault become one', () => {
  const several = { together: true, ...asOne(secret) };

  test('on what they follow', () => {
    expect(inCommit({}, several)).toEqual([...together, change, 'git commit']);
    expect(inCommit({}, { ...several, pushed: true })).toEqual([...together, change, 'git commit', ...force]);
    expect(inCommit({}, { ...several, base: null })).toEqual([
      ...[remedyWords.en.together, 'git update-ref -d HEAD', change, 'git commit'],
    ]);
  });

  test('and one more, which only the PO makes, of what the PO wrote in it', () => {
    expect(inCommit({}, { ...several, byPO: later })).toEqual([
      ...[...together, change, 'git stash', 'git stash apply --index'],
      remedyWords.en.withoutPO,
      ...[add, 'git commit', remedyWords.en.ofPO, `git checkout stash -- "${journalPath(3)}"`],
      ...[`git commit -C ${later.slice(0, 10)} -- "${journalPath(3)}"`, 'git stash drop'],
    ]);
  });
});

test('what a later commit has mended is not to be mended again: one commit of all does not show it', () => {
  const broken = finding('journal/schema', 'K', 'reply: OK', {
    ...{ file: journalPath(3), atTip: false, repair: { ...repair, together: true } },
  });
  expect(lines(broken)).toEqual([...together, 'git commit']);
});

describe('a journal that is not sound at the tip', () => {
  const correct = ['reply: OK', add, 'git commit -m "Correct the journal"'];

  test('is corrected by one commit more', () => {
    expect(inFiles()).toEqual(correct);
    expect(inFiles({}, { pushed: true })).toEqual([...correct, 'git push origin work']);
  });

  test('after the freeze, too, where it is the PO who corrects it', () => {
    const closed = finding('freeze/closed', 'C', open.join('\n'), { commit: null, file: 'PO_NOTES.md' });
    const frozen = { frozen: new Set([tip]), ...asOne(closed) };
    expect(inFiles({ po: true }, frozen)).toEqual(correct);
    expect(inFiles({}, frozen)).toEqual([...together, ...open, 'git commit']);
    expect(inFiles({}, frozen, 'journal/syntax')).toEqual([...together, ...open, 'git commit']);
  });

  test('is corrected in the commit that opens the next sprint, whatever that changes itself', () => {
    const closed = finding('freeze/closed', 'C', open.join('\n'), { commit: null, file: 'PO_NOTES.md' });
    const frozen = { frozen: new Set([tip]), ...asOne(closed), base: tip };
    const location = { line: 1, column: 1, endLine: 1, endColumn: 2 };
    const opened = ['reply: OK', add, ...open, 'git commit'];
    expect(inFiles({ location }, frozen)).toEqual(opened);
    expect(inFiles({ location }, { ...frozen, pushed: true })).toEqual([...opened, 'git push origin work']);
  });

  test('but not what is no journal, or was found in a commit', () => {
    expect(inFiles({ file: 'PO_NOTES.md' })).toEqual([
      ...['reply: OK', 'git add "PO_NOTES.md"', 'git commit --amend --no-edit'],
    ]);
    expect(inFiles({ commit: tip })).toEqual([...['reply: OK', add, 'git commit --amend --no-edit']]);
  });
});

test('what is the PO’s alone to mend is left to the PO, unless one commit of all shows it no more', () => {
  const words = remedyWords.en.leftToPO;
  expect(inFiles({ po: true, leftToPO: true })).toEqual([words, 'reply: OK']);
  expect(inFiles({ po: true, leftToPO: true, repair: null })).toEqual([words, 'reply: OK']);
  const beside = { commit: tip, po: true, leftToPO: true };
  expect(inFiles(beside)).toEqual([words, 'reply: OK', remedyWords.en.beside]);
  expect(inFiles(beside, { byPO: later }).slice(0, 4)).toEqual([words, 'reply: OK', ...together]);
  const mended = { commit: middle, atTip: false, po: true, leftToPO: true };
  expect(inFiles(mended, { together: true })).toEqual([...together, 'git commit']);
});

test('a rebase after the freeze is undone where only it is at fault', () => {
  const undo = [
    remedyWords.en.rebased,
    'git reset --keep ORIG_HEAD',
    'git pull --no-rebase',
    'if git stops at a conflict in a journal: npx sprint-check fix, git add the journal, and git commit',
  ];
  const rebased = (by: 'pull' | 'merge') =>
    lines(finding('freeze/closed', 'C', 'open', { repair: { ...repair, rebased: by } }));
  expect(rebased('pull')).toEqual(undo);
  expect(rebased('merge')).toEqual(undo.with(2, `git merge ${shortBase}`));
  expect(inCommit({}, { rebased: 'pull' })).not.toContain(undo[1]);
});

test('what is changed is staged, unless the help stages it or there is no file', () => {
  const staged = (help: string, file?: string) => {
    const found = finding('rule', 'C', help, { commit: tip });
    return lines({ ...found, ...(file === undefined ? { file: undefined as never } : { file }) }).slice(0, -1);
  };
  expect(staged('mend it', 'app.ts')).toEqual(['mend it', 'git add "app.ts"']);
  expect(staged('mend it\ngit add "all"', 'app.ts')).toEqual(['mend it', 'git add "all"']);
  expect(staged('say git add', 'app.ts')).toEqual(['say git add', 'git add "app.ts"']);
  expect(staged('npx sprint-check log --did "…"', 'app.ts')).toEqual(['npx sprint-check log --did "…"']);
  expect(staged('mend it')).toEqual(['mend it']);
});

test('the French remedy has the same commands', () => {
  const found = finding('secrets/env-local', 'C', change, {
    repair: { ...repair, together: true, pushed: true, byPO: later },
  });
  const commands = (language: 'en' | 'fr') => lines(found, language).filter((line) => line.startsWith('git '));
  expect(commands('fr')).toEqual(commands('en'));
  expect(lines(found, 'fr')[0]).toBe(remedyWords.fr.together);
});

test.each([
  ['', 'docs/sprints/S3', '"docs/sprints/S3"'],
  ['docs/', 'docs/sprints/S3', '"sprints/S3"'],
  ['docs/sprints/S3/', 'docs/sprints/S3/PLAN.md', '"PLAN.md"'],
  ['docs/sprints/S3/', 'docs/sprints', '"../../sprints"'],
  ['docs/sprints/S3/', 'docs/sprints/S4/PLAN.md', '"../S4/PLAN.md"'],
  ['src/docs/', 'docs/app.ts', '"../../docs/app.ts"'],
  ['a/b/', 'c/b/app.ts', '"../../c/b/app.ts"'],
  ['src/', 'PO_NOTES.md', '"../PO_NOTES.md"'],
])('from %j, the path %s is %s', (prefix, path, expected) => {
  expect(pathFrom(prefix)(path)).toBe(expected);
});

import { describe, expect, test } from 'vitest';
import { rules } from '../../src/rules/list.ts';
import { Repository } from '../helpers/repository.ts';

const nowhere = Repository.create().write({ '.git': null });
const explain = (...args: string[]) => nowhere.cli(['explain', ...args]);
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

describe.each(['en', 'fr'] as const)('in %s', (lang) => {
  test('the table has every rule, with its severity and what it wants', () => {
    const { exit, stdout, stderr } = explain('--lang', lang);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const rows = stdout.split('\n').slice(1, rules.length + 1);
    const read = rows.map((row) => row.split(/ {2,}/));
    expect(read.map(([id, severity]) => ({ id, severity }))).toEqual(
      rules.map(({ id, severity }) => ({ id, severity })),
    );
    for (const [index, { words }] of rules.entries()) {
      expect(plain(rows[index])).toContain(plain(words[lang].summary));
    }
  });

  test('a rule is explained', () => {
    const { exit, stdout, stderr } = explain('journal/topic', '--lang', lang);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout.startsWith('journal/topic  error\n')).toBe(true);
  });
});

test.each([
  ['journal/topik', 'did you mean: npx sprint-check explain journal/topic'],
  ['xyzzy', 'help: npx sprint-check explain\n'],
])('%s is no rule', (id, hint) => {
  const { exit, stdout, stderr } = explain(id);
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  expect(stderr).toContain(`: ${id}\n`);
  expect(stderr).toContain(hint);
});

test('a rule can be configured in each of the files that may hold the config', () => {
  const { stdout } = explain('journal/when');
  for (const path of ['package.json', '.sprint-checkrc.json', '.sprint-checkrc.yaml']) expect(stdout).toContain(path);
});

test('one rule at a time', () => {
  expect(explain('journal/topic', 'journal/when')).toMatchObject({ exit: 2, stdout: '' });
});

test('colours are for terminals', () => {
  expect(explain().stdout).not.toContain('\u001b');
  expect(explain('--color').stdout).toContain('\u001b');
});

test('it prints nothing but text', () => {
  const { exit, stdout } = explain('--format', 'json');
  expect(exit).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ command: 'explain', error: { code: 'usage' } });
});

import { describe, expect, test } from 'vitest';
import type { ConfigProblem, Wanted } from '../../src/config/problem.ts';
import { configFailure, describeConfigProblem } from '../../src/config/words.ts';
import { json, yaml } from './files.ts';

const location = { line: 3, column: 7, endLine: 3, endColumn: 9 };
const wanteds: readonly Wanted[] = [
  ...(['mapping', 'text', 'path', 'branch', 'globs', 'minutes', 'addresses'] as const),
  ...(['names', 'severities', 'language'] as const),
];
const wrong = {
  kind: 'wrong-value',
  file: json,
  location,
  key: 'freezeAfter',
  wanted: 'minutes',
  example: '"freezeAfter": 22',
} as const;
const duplicate = { kind: 'duplicate-key', location, subject: 'po' } as const;

const problems: readonly ConfigProblem[] = [
  { kind: 'unreadable', file: json, location: null, reason: { kind: 'symlink' } },
  { kind: 'unreadable', file: json, location, reason: { kind: 'too-deep', location } },
  { kind: 'not-json', file: json, location },
  { kind: 'syntax', file: yaml, location, problem: duplicate },
  ...wanteds.map((wanted) => ({ ...wrong, key: 'po', wanted }) as const),
  { ...wrong, key: null, wanted: 'mapping' },
  { kind: 'two-sources', file: yaml, location: null, other: json },
  { kind: 'unknown-key', file: json, location, name: 'colour', suggestion: null },
  { kind: 'unknown-key', file: json, location, name: 'sprint', suggestion: 'sprints' },
  { kind: 'unknown-rule', file: json, location, name: 'a/b', suggestion: null },
  { kind: 'unknown-rule', file: json, location, name: 'journal/wen', suggestion: 'journal/when' },
  { kind: 'freeze-after-timebox', file: json, location, freezeAfter: 26, timebox: 25 },
];

describe('every problem', () => {
  test.each(problems.map((problem) => [JSON.stringify(problem), problem] as const))('%s', (_, problem) => {
    const { en, fr } = describeConfigProblem(problem);
    expect(fr[0]).not.toBe(en[0]);
    expect(fr[0]).not.toContain("'");
    for (const [message, help] of [en, fr]) {
      expect(message).toContain(problem.location ? `${problem.file}:3:7` : problem.file);
      expect(message).toMatch(/[^.]\.$/);
      expect(help).toMatch(/\S/);
      expect(message + help).not.toMatch(/undefined|\[object|=>/);
    }
  });

  test('no two are told with the same words', () => {
    const messages = problems.map(describeConfigProblem).flatMap(({ en, fr }) => [en[0], fr[0]]);
    expect(new Set(messages).size).toBe(messages.length);
  });
});

describe('the words', () => {
  test.each<[ConfigProblem, string, string]>([
    [
      wrong,
      '.sprint-checkrc.json:3:7: freezeAfter must be a whole number of minutes, from 1 to 100000000.',
      'write, for example: "freezeAfter": 22',
    ],
    [
      { ...wrong, key: 'developers', wanted: 'names', example: '"developers": ["ChatGPT"]' },
      '.sprint-checkrc.json:3:7: developers must be a list of one or more distinct names, without spaces around them, none of them PO.',
      'write, for example: "developers": ["ChatGPT"]',
    ],
    [
      { kind: 'unknown-key', file: 'package.json', location, name: 'freezAfter', suggestion: 'freezeAfter' },
      'package.json:3:7: unknown key "freezAfter".',
      'did you mean "freezeAfter"?',
    ],
    [
      { kind: 'two-sources', file: yaml, location, other: 'package.json' },
      '.sprint-checkrc.yaml:3:7: there is already a config in package.json.',
      'keep one of them, for example: npm pkg delete sprint-check, then: git add package.json',
    ],
    [
      { kind: 'two-sources', file: yaml, location, other: json },
      '.sprint-checkrc.yaml:3:7: there is already a config in .sprint-checkrc.json.',
      'keep one of them, for example: delete .sprint-checkrc.yaml, then: git add -A',
    ],
  ])('%#', (problem, message, help) => {
    expect(describeConfigProblem(problem).en).toEqual([message, help]);
  });

  test('a failure tells all problems, and a remedy that serves two of them once', () => {
    const unknown = { kind: 'unknown-key', file: json, location, suggestion: null } as const;
    const failure = configFailure([wrong, { ...unknown, name: 'colour' }, { ...unknown, name: 'size' }]);
    expect(failure.code).toBe('config');
    expect(failure.words.en[0].split('\n')).toHaveLength(3);
    expect(failure.words.fr[1]).toBe('écrivez, par exemple : "freezeAfter": 22\nsupprimez-la');
  });

  test('of a list that is not closed the bracket is asked for, since in quotes it would be a text', () => {
    const problem = { kind: 'reserved-value', location, subject: '[main', quoted: 'branches: "[main"' } as const;
    const { en, fr } = describeConfigProblem({ kind: 'syntax', file: yaml, location, problem });
    expect([en[1], fr[1]].join()).not.toContain('"[main"');
    expect(en[1]).toContain('a bracket after the last');
  });

  test('what is quoted from a file holds no control character', () => {
    const name = String.fromCharCode(0x1b, 0x7f, 0x9b, 0x202e, 0x0a);
    const subject = { ...duplicate, subject: name };
    const hostile: readonly ConfigProblem[] = [
      { kind: 'unknown-key', file: yaml, location, name, suggestion: null },
      { kind: 'unknown-rule', file: yaml, location, name, suggestion: null },
      { kind: 'syntax', file: yaml, location, problem: subject },
      { ...wrong, key: 'rules', example: JSON.stringify({ [name]: 'warn' }) },
    ];
    for (const { en, fr } of hostile.map(describeConfigProblem)) {
      expect([...en, ...fr].join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });
});

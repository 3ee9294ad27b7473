import { describe, expect, test } from 'vitest';
import type { ConfigProblem, JsonFault, Wanted } from '../../src/config/problem.ts';
import { configFailure, describeConfigProblem } from '../../src/config/words.ts';
import type { SyntaxProblem, UnreadableReason } from '../../src/yaml/problem.ts';

const json = '.sprint-checkrc.json';
const yaml = '.sprint-checkrc.yaml';
const location = { line: 3, column: 7, endLine: 3, endColumn: 9 };

const unreadable: readonly UnreadableReason[] = [
  ...(['symlink', 'submodule', 'lfs-pointer', 'utf-16', 'not-utf-8', 'too-dense'] as const).map((kind) => ({ kind })),
  { kind: 'too-large', size: 2_000_000 },
  { kind: 'too-deep', location },
];
const faults: readonly JsonFault[] = [
  ...(['comment', 'trailing-comma', 'key', 'colon', 'comma', 'value', 'unclosed'] as const),
  ...(['unclosed-string', 'escape', 'control-character', 'text-after'] as const),
];
const syntaxKinds: readonly SyntaxProblem['kind'][] = [
  ...(['reserved-value', 'duplicate-key', 'missing-dash', 'fused-entries', 'several-documents', 'directive'] as const),
  ...(['anchor', 'tag', 'alias', 'excluded-character', 'tab-indentation', 'conflict-marker'] as const),
  ...(['open-quote', 'bracket', 'misplaced-line', 'other'] as const),
];
const wanteds: readonly Wanted[] = [
  ...(['mapping', 'text', 'path', 'branch', 'globs', 'glob', 'minutes', 'addresses', 'address'] as const),
  ...(['severities', 'severity', 'language'] as const),
];

const problems: readonly ConfigProblem[] = [
  ...unreadable.map((reason) => ({ kind: 'unreadable', file: json, location: null, reason }) as const),
  ...faults.map((fault) => ({ kind: 'json-syntax', file: json, location, fault }) as const),
  ...syntaxKinds.map(
    (kind) =>
      ({
        kind: 'yaml-syntax',
        file: yaml,
        location,
        problem: { kind, location, subject: 'it', quoted: '"it"' },
      }) as const,
  ),
  ...wanteds.map(
    (wanted) => ({ kind: 'wrong-value', file: json, location, key: 'po', subject: 'po', wanted }) as const,
  ),
  { kind: 'duplicate-key', file: json, location, key: 'po' },
  { kind: 'two-sources', file: yaml, location: null, other: json },
  { kind: 'unknown-key', file: json, location, key: 'colour', suggestion: null },
  { kind: 'unknown-key', file: json, location, key: 'sprint', suggestion: 'sprints' },
  { kind: 'unknown-rule', file: json, location, rule: 'a/b', suggestion: null },
  { kind: 'unknown-rule', file: json, location, rule: 'journal/wen', suggestion: 'journal/when' },
  { kind: 'freeze-after-timebox', file: json, location, freezeAfter: 26, timebox: 25 },
];

describe('every problem', () => {
  test.each(problems.map((problem) => [JSON.stringify(problem), problem] as const))('%s', (_, problem) => {
    const english = describeConfigProblem(problem, 'en');
    const french = describeConfigProblem(problem, 'fr');
    expect(french.message).not.toBe(english.message);
    for (const { message, help } of [english, french]) {
      expect(message).toContain(problem.location ? `${problem.file}:3:7` : problem.file);
      expect(message).toMatch(/[^.]\.$/);
      expect(help).toMatch(/\S/);
      expect(message + help).not.toMatch(/undefined|\[object|=>/);
    }
  });

  test('no two are told with the same words', () => {
    const messages = problems.flatMap((problem) => [
      describeConfigProblem(problem, 'en').message,
      describeConfigProblem(problem, 'fr').message,
    ]);
    expect(new Set(messages).size).toBe(messages.length);
  });
});

describe('the words', () => {
  const wrong = {
    kind: 'wrong-value',
    location,
    key: 'freezeAfter',
    subject: 'freezeAfter',
    wanted: 'minutes',
  } as const;

  test.each<[ConfigProblem, string, string]>([
    [
      { ...wrong, file: json },
      '.sprint-checkrc.json:3:7: freezeAfter must be a whole number of minutes, from 1 to 100000000.',
      'write, for example: "freezeAfter": 22',
    ],
    [
      { ...wrong, file: yaml },
      '.sprint-checkrc.yaml:3:7: freezeAfter must be a whole number of minutes, from 1 to 100000000.',
      'write, for example: freezeAfter: 22',
    ],
    [
      { kind: 'unknown-key', file: 'package.json', location, key: 'freezAfter', suggestion: 'freezeAfter' },
      'package.json:3:7: the config has no key "freezAfter".',
      'did you mean "freezeAfter"?',
    ],
    [
      { kind: 'two-sources', file: yaml, location: null, other: 'package.json' },
      'There are two configs, in package.json and in .sprint-checkrc.yaml.',
      'keep one of them, for example: npm pkg delete sprint-check',
    ],
    [
      { kind: 'two-sources', file: yaml, location: null, other: json },
      'There are two configs, in .sprint-checkrc.json and in .sprint-checkrc.yaml.',
      'keep one of them, for example: git rm --cached .sprint-checkrc.yaml',
    ],
    [
      {
        kind: 'yaml-syntax',
        file: yaml,
        location,
        problem: { kind: 'reserved-value', location, subject: 'a: b', quoted: 'po: "a: b"' },
      },
      '.sprint-checkrc.yaml:3:7: YAML takes this value for something else than text: it has to stand in quotes.',
      'po: "a: b"',
    ],
  ])('%#', (problem, message, help) => {
    expect(describeConfigProblem(problem, 'en')).toEqual({ message, help });
  });

  test('a failure tells all problems, and a remedy that serves two of them once', () => {
    const failure = configFailure([
      { ...wrong, file: json },
      { kind: 'unknown-key', file: json, location, key: 'colour', suggestion: null },
      { kind: 'unknown-key', file: json, location, key: 'size', suggestion: null },
    ]);
    expect(failure.code).toBe('config');
    expect(failure.words.en.message.split('\n')).toHaveLength(3);
    expect(failure.words.fr.help).toBe('écrivez, par exemple : "freezeAfter": 22\nsupprimez-la');
  });
});

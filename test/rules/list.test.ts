import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ruleIds, rules } from '../../src/rules/list.ts';
import type { AnyRule } from '../../src/rules/rule.ts';

/** The rules as users know them: severities, and what is judged (S the snapshot, C every commit). */
const documented: Readonly<Record<string, readonly [severity: 'error' | 'warn', judged: string]>> = {
  'sprint/unknown': ['error', 'S'],
  'sprint/reopened': ['error', 'SC'],
  'sprint/unanswered': ['warn', 'S'],
  'notes/header': ['error', 'S'],
  'notes/log-path': ['error', 'S'],
  'journal/missing': ['error', 'S'],
  'journal/not-staged': ['error', 'SC'],
  'journal/unreadable': ['error', 'S'],
  'journal/syntax': ['error', 'S'],
  'journal/cut-text': ['warn', 'S'],
  'journal/schema': ['error', 'S'],
  'journal/topic': ['error', 'S'],
  'journal/when': ['warn', 'S'],
  'journal/history': ['error', 'SC'],
  'journal/po-identity': ['error', 'SC'],
  'freeze/closed': ['error', 'SC'],
  'freeze/moved': ['error', 'SC'],
  'freeze/future': ['error', 'SC'],
  'freeze/unknown': ['error', 'S'],
  'freeze/backdated': ['warn', 'C'],
  'push/deletion': ['error', ''],
  'push/late': ['warn', ''],
  'branch/sprint': ['warn', 'S'],
  'artefacts/missing': ['warn', 'S'],
  'preflight/schema': ['warn', 'S'],
  'secrets/env-local': ['error', 'SC'],
  'pr/sprint': ['error', ''],
  'pr/unique': ['error', ''],
};

const fileOf = (id: string) => id.replace('/', '-');
const filesIn = (folder: URL) => readdirSync(folder).filter((name) => name.endsWith('.ts'));

test('the list is the documented one', () => {
  expect([...ruleIds].sort()).toEqual(Object.keys(documented).sort());
  expect(ruleIds).toEqual(rules.map(({ id }) => id));
});

test('every file of the folder is in the list, under its own name', async () => {
  const files = filesIn(new URL('../../src/rules/', import.meta.url)).filter((name) => !/^(rule|list)\.ts$/.test(name));
  expect(files.sort()).toEqual(ruleIds.map((id) => `${fileOf(id)}.ts`).sort());
  for (const rule of rules) {
    const module = await import(`../../src/rules/${fileOf(rule.id)}.ts`);
    expect(module.default.id).toBe(rule.id);
  }
});

test('every rule has a test of its name', () => {
  expect(filesIn(new URL('.', import.meta.url))).toEqual(
    expect.arrayContaining(ruleIds.map((id) => `${fileOf(id)}.test.ts`)),
  );
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule: AnyRule) => {
  test('has the documented severity, and judges what it says', () => {
    const [severity, judged] = documented[id] ?? [];
    expect(id).toMatch(/^[a-z]+\/[a-z]+(-[a-z]+)*$/);
    expect(rule.severity).toBe(severity);
    const group = id.split('/')[0];
    // What is both is judged on commits, and where no single commit shows it, across the range.
    expect({
      snapshot: rule.snapshot !== undefined,
      commit: rule.commit !== undefined,
      push: rule.push !== undefined,
      pullRequest: rule.pullRequest !== undefined,
    }).toEqual({
      snapshot: judged === 'S',
      commit: judged === 'C' || judged === 'SC',
      push: group === 'push',
      pullRequest: group === 'pr',
    });
    expect((rule.scope ?? '').replace(' ', '')).toBe(judged);
    if (rule.acrossRange) expect(judged).toBe('SC');
  });

  test('has its words in both languages', () => {
    const { en, fr } = rule.words;
    for (const { summary, why, remedy, message, help } of [en, fr]) {
      expect(remedy).toMatch(/\S/);
      for (const sentence of [summary, why]) expect(sentence).toMatch(/^\p{Lu}.*[^.…]\.$/su);
      expect([typeof message, typeof help]).toEqual(['function', 'function']);
    }
    for (const key of ['summary', 'why', 'remedy'] as const) expect(fr[key]).not.toBe(en[key]);
    expect(Object.keys(rule.words)).toEqual(['en', 'fr']);
  });
});

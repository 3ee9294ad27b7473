import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ruleIds, rules } from '../../src/rules/list.ts';
import type { AnyRule } from '../../src/rules/rule.ts';

/** The rules as users know them: severities, and where they hold. */
const documented: Readonly<Record<string, readonly [severity: 'error' | 'warn', where: AnyRule['where']]>> = {
  'sprint/unknown': ['error', 'K'],
  'sprint/reopened': ['error', 'C'],
  'sprint/unanswered': ['warn', 'C'],
  'notes/header': ['error', 'K'],
  'notes/log-path': ['error', 'S'],
  'journal/missing': ['error', 'K'],
  'journal/not-staged': ['error', 'C'],
  'journal/unreadable': ['error', 'K'],
  'journal/syntax': ['error', 'K'],
  'journal/cut-text': ['warn', 'S'],
  'journal/schema': ['error', 'K'],
  'journal/who': ['error', 'K'],
  'journal/self-answered': ['error', 'K'],
  'journal/topic': ['error', 'K'],
  'journal/when': ['warn', 'S'],
  'journal/history': ['error', 'C'],
  'journal/po-identity': ['error', 'C'],
  'freeze/closed': ['error', 'C'],
  'freeze/moved': ['error', 'C'],
  'freeze/future': ['error', 'C'],
  'freeze/unknown': ['error', 'K'],
  'freeze/backdated': ['warn', 'C'],
  'push/deletion': ['error', 'push'],
  'push/late': ['warn', 'push'],
  'branch/sprint': ['warn', 'S'],
  'artefacts/missing': ['warn', 'R'],
  'preflight/schema': ['warn', 'R'],
  'secrets/env-local': ['error', 'C'],
  'pr/sprint': ['error', 'request'],
  'pr/unique': ['error', 'request'],
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
  test('has the documented severity, and holds where it is documented to hold', () => {
    const [severity, where] = documented[id] ?? [];
    expect(id).toMatch(/^[a-z]+\/[a-z]+(-[a-z]+)*$/);
    expect(rule.severity).toBe(severity);
    expect(rule.where).toBe(where);
    // A cause has to have been found before what is silent after it.
    const before = ruleIds.slice(0, ruleIds.indexOf(id));
    expect(before).toEqual(expect.arrayContaining([...(rule.after ?? [])]));
  });

  test('has its words in both languages', () => {
    const { en, fr } = rule.words;
    for (const { summary, why, remedy, message, help } of [en, fr]) {
      expect(remedy).toMatch(/\S/);
      for (const sentence of [summary, why]) expect(sentence).toMatch(/^(?:\p{Lu}|interaction_log).*[^.…]\.$/su);
      expect([typeof message, typeof help]).toEqual(['function', 'function']);
    }
    for (const key of ['summary', 'why', 'remedy'] as const) expect(fr[key]).not.toBe(en[key]);
    expect(Object.keys(rule.words)).toEqual(['en', 'fr']);
  });
});

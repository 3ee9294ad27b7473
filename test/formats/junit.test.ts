import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import junit from '../../src/formats/junit.ts';
import type { Outcome } from '../../src/report/report.ts';
import { rules } from '../../src/rules/list.ts';
import {
  command,
  commanding,
  control,
  diagnostic,
  nasty,
  ofCommit,
  options,
  outcome,
  outcomes,
  told,
  withoutVerdict,
} from './outcomes.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The root of a document; throws where it is not well-formed XML 1.0. */
function parse(document: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(document).close();
  return root.children[0] ?? root;
}

async function suiteOf(checked: Outcome, language: 'en' | 'fr' = 'en'): Promise<Element> {
  const [suite, ...others] = parse(await junit.output(checked, options(language))).children;
  expect(others).toEqual([]);
  if (!suite) throw new Error('no testsuite');
  return suite;
}

const caseOf = (suite: Element, rule: string) => suite.children.filter(({ attributes }) => attributes.name === rule);

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test.each(Object.entries(outcomes))('%s is well-formed, and its counts are right', async (_, checked) => {
    const document = await junit.output(checked, options(language));
    expect(document).not.toMatch(control);
    const { attributes, children } = await suiteOf(checked, language);
    const having = (name: string) =>
      children.filter((testCase) => testCase.children.some((child) => child.name === name));
    expect(attributes).toMatchObject({
      tests: String(children.length),
      failures: String(having('failure').length),
      errors: String(having('error').length),
    });
  });
});

test('every rule is one test case', async () => {
  const { children } = await suiteOf(outcome([diagnostic(), diagnostic(), ofCommit]));
  expect(children.map(({ attributes }) => attributes.name)).toEqual(rules.map(({ id }) => id));
});

test('errors are one failure of their rule', async () => {
  const suite = await suiteOf(outcome([diagnostic(), diagnostic({ message: 'Another.', line: 14 })]));
  expect(suite.attributes.failures).toBe('1');
  const [testCase] = caseOf(suite, 'journal/schema');
  expect(testCase?.attributes).toMatchObject({ file: 'docs/sprints/S3/INTERACTIONS.yaml', line: '12' });
  const [failure, ...others] = testCase?.children ?? [];
  expect(others).toEqual([]);
  expect(failure?.attributes.message).toBe('status is “finished”; it must be pending or done. Another.');
  expect(failure?.text).toContain('INTERACTIONS.yaml:14:11  error  Another.\nhelp: status: pending');
});

test('a warning is what a case that passes has printed', async () => {
  const suite = await suiteOf(outcome([diagnostic({ rule: 'journal/when', severity: 'warn' })]));
  expect(suite.attributes).toMatchObject({ failures: '0', errors: '0' });
  expect(caseOf(suite, 'journal/when')[0]?.children.map(({ name }) => name)).toEqual(['system-out']);
});

test('no verdict is an error', async () => {
  const [testCase, ...others] = (await suiteOf(withoutVerdict('git failed.', 'git fsck'))).children;
  expect(others).toEqual([]);
  expect(testCase?.children).toEqual([
    { name: 'error', attributes: { type: 'git', message: 'git failed.' }, children: [], text: 'git fsck' },
  ]);
});

test('a text reads back as a terminal would show it', async () => {
  const suite = await suiteOf(outcome([diagnostic({ ...told(nasty), file: 'a\tb.yaml' })]));
  const message = caseOf(suite, 'journal/schema')[0]?.children[0]?.attributes.message;
  const shown =
    'a%b\\u000d\\u000ac:d,e|f<g>&"\'`*_[h](i)]]>@j {0} ::error::k ##[error]l \\u001b[31m\\u0000\\u0085\ufffd\ufffd \\u202e';
  expect(message).toBe(shown);
});

test('GitHub’s runner finds no command in it', async () => {
  expect(await junit.output(commanding, options())).not.toMatch(command);
});

test('what that runner would obey reads back the same', async () => {
  const failure = caseOf(await suiteOf(commanding), 'journal/schema')[0]?.children[0];
  expect(failure?.attributes.message).toBe('##[error]x');
  expect(failure?.text).toMatch(/^a##\[b\].yaml:12:11 .*\n.* y\n::error::z$/);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { configPaths } from '../../src/config/problem.ts';
import type { CommitFacts } from '../../src/facts/facts.ts';
import { Failure } from '../../src/failure.ts';
import { repair } from '../../src/fix/repair.ts';
import { formats } from '../../src/formats/list.ts';
import type { Journal } from '../../src/journal/journal.ts';
import { judgeCommit } from '../../src/judge.ts';
import { parseUpdates } from '../../src/range/updates.ts';
import { plain } from '../../src/report/colors.ts';
import { reportOf } from '../../src/report/report.ts';
import { read } from '../config/files.ts';
import { blob } from '../helpers/blob.ts';
import { commitFacts, journalOf, judgedAt, notesOf } from '../helpers/facts.ts';
import { runs } from './runs.ts';
import { anyFile, mutatedJournals } from './yaml.ts';

/** Anything that a terminal could take for an order. */
const control = /[^\P{Cc}\t\n]/u;

/** Judges a commit, and says what was found in every format and language: nothing of it may throw. */
async function judgeAndReport(facts: CommitFacts): Promise<void> {
  const findings = judgeCommit(facts, 'being made');
  const result = {
    findings,
    configChanged: false,
    sprint: facts.sprint,
    range: null,
    prefix: '',
    package: '',
    notices: [],
    resumes: null,
    language: null,
  };
  for (const language of ['en', 'fr'] as const) {
    const context = { command: 'pre-commit', language, now: judgedAt, quiet: false };
    const outcome = reportOf(context, result);
    for (const load of Object.values(formats)) {
      const format = await load();
      const options = { language, colors: plain, quiet: false, now: judgedAt };
      expect(await format.output(outcome, options)).not.toMatch(control);
      await format.summary?.(outcome, options);
    }
  }
}

function passes(journal: Journal): boolean {
  return !judgeCommit(commitFacts({ journal }), 'being made').some(({ rule }) => rule.id.startsWith('journal/'));
}

describe('journals', () => {
  test(
    'whatever it holds, it is judged and reported',
    async () => {
      const property = fc.asyncProperty(anyFile, (content) =>
        judgeAndReport(commitFacts({ journal: journalOf(content) })),
      );
      await fc.assert(property, runs(150));
    },
    24 * 3600_000,
  );

  test(
    'one that passes is read the same by YAML at its strictest',
    () => {
      const property = fc.property(anyFile, (content) => {
        const journal = journalOf(content);
        if (journal.state !== 'read' || !passes(journal)) return;
        // YAML 1.2 takes a lone CR for a line break; the library does not.
        const text = journal.text?.replace(/\r(?!\n)/g, '\n') ?? '';
        const document = parseDocument(text, { version: '1.2', strict: true, uniqueKeys: true, stringKeys: true });
        expect([...document.errors, ...document.warnings]).toEqual([]);
        expect(journal.entries).toEqual(document.toJS());
      });
      fc.assert(property, runs(300));
    },
    24 * 3600_000,
  );

  test(
    'fix leaves alone what it has repaired, and what passes',
    () => {
      const property = fc.property(anyFile, fc.boolean(), (content, mayEditPO) => {
        const once = repair(blob(content), mayEditPO);
        if ('kind' in once) return;
        expect(repair(blob(once.text), mayEditPO)).toEqual({ text: once.text, repairs: [] });
        const before = journalOf(content);
        if (before.state === 'read' && passes(before))
          expect(journalOf(once.text)).toMatchObject({ entries: before.entries });
      });
      fc.assert(property, runs(300));
    },
    24 * 3600_000,
  );
});

const headers = mutatedJournals.chain((noise) =>
  fc
    .record({
      fence: fc.constantFrom('```yaml', '~~~yml', '   ````yaml', '``yaml', '    ```yaml', '> ```yaml', '<!--\n```yaml'),
      id: fc.oneof(fc.string(), fc.integer().map(String), fc.constantFrom('3', '03', '1e9', '-1', '.inf', '"3"')),
      rest: fc.oneof(
        fc.constant(noise),
        fc.string(),
        fc.constantFrom('started_at: 2026-11-22T14:00:00Z', 'started_at: x'),
      ),
      end: fc.constantFrom('```', '~~~', '', '-->'),
    })
    .map(({ fence, id, rest, end }) => `# Notes\n${fence}\nsprint_id: ${id}\n${rest}\n${end}\n${noise}`),
);

test(
  'whatever the notes hold, they are judged and reported',
  async () => {
    const property = fc.asyncProperty(fc.oneof(headers, anyFile), (content) =>
      judgeAndReport(commitFacts({ notes: notesOf(content) })),
    );
    await fc.assert(property, runs(150));
  },
  24 * 3600_000,
);

const value = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('work', '**', '[', '{a,b}', '!(x)', 'error', 22, 0.5, ['ChatGPT'], ['PO']),
);
const keys = [
  'notes',
  'sprints',
  'branches',
  'push',
  'sprintBranch',
  'freezeAfter',
  'timebox',
  'allowAfterFreeze',
  'po',
  'developers',
  'rules',
  'lang',
  '$schema',
  'note',
];
const configs = fc
  .dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), value)
  .map((config) => JSON.stringify(config, null, 2));

test(
  'whatever a config holds, it is read, or the problem told',
  () => {
    const content = fc.oneof(
      configs,
      configs.map((text) => `{ "sprint-check": ${text} }`),
      anyFile,
    );
    const property = fc.property(fc.constantFrom(...configPaths), content, (path, text) => {
      const reading = read({ path, ...blob(text) });
      if (!(reading instanceof Failure)) return;
      const { en, fr } = reading.words;
      for (const words of [...en, ...fr]) expect(words).not.toMatch(/undefined|\[object/);
    });
    fc.assert(property, runs(500));
  },
  24 * 3600_000,
);

const name = fc.oneof(fc.constantFrom('0'.repeat(40), 'a'.repeat(40), 'b'.repeat(64), '0'.repeat(64)), fc.string());
const ref = fc.oneof(
  fc.constantFrom('refs/heads/work', 'refs/tags/v1', '(delete)', 'HEAD', 'refs/heads/é'),
  fc.string(),
);
const line = fc.oneof(
  fc.tuple(ref, name, ref, name).map((words) => words.join(' ')),
  fc.tuple(name, name, ref).map((words) => words.join(' ')),
  fc.string({ unit: 'binary' }),
);

test(
  'whatever stands on the standard input of a hook, it is read, or refused with a sentence',
  () => {
    const input = fc
      .tuple(fc.array(line, { maxLength: 4 }), fc.constantFrom('\n', '\r\n', '\r'))
      .map(([lines, end]) => lines.join(end));
    const property = fc.property(fc.constantFrom('pre-push', 'pre-receive'), input, (hook, text) => {
      try {
        for (const { branch } of parseUpdates(text, hook)) expect(branch).not.toBe('');
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
      }
    });
    fc.assert(property, runs(500));
  },
  24 * 3600_000,
);

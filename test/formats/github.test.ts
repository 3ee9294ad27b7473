import { describe, expect, test } from 'vitest';
import github from '../../src/formats/github.ts';
import type { Outcome } from '../../src/report/report.ts';
import { failureText, text } from '../../src/report/text.ts';
import type { ReportedError } from '../../src/report/types.ts';
import { control, diagnostic, nasty, ofCommit, options, outcome, outcomes, told, withoutVerdict } from './outcomes.ts';

const linesOf = async (checked: Outcome, language: 'en' | 'fr' = 'en') =>
  (await github.output(checked, options(language))).split('\n').slice(0, -1);

/** The lines that the runner of GitHub Actions obeys: V2 commands at the start, V1 commands anywhere. */
const commandsOf = async (checked: Outcome) =>
  (await linesOf(checked)).filter((line) => /^\s*::/.test(line) || line.includes('##['));

describe('commands', () => {
  test('come after the text report', async () => {
    const checked = outcome([diagnostic()]);
    const report = await text(checked, options());
    expect((await github.output(checked, options())).startsWith(`${report}::error `)).toBe(true);
  });

  test('an error', async () => {
    expect(await commandsOf(outcome([diagnostic()]))).toEqual([
      '::error file=docs/sprints/S3/INTERACTIONS.yaml,line=12,col=11,endLine=12,endColumn=19,title=journal/schema::' +
        'status is “finished”; it must be pending or done.%0Ahelp: status: pending',
    ]);
  });

  test('a warning, and an error without a file', async () => {
    const warning = diagnostic({ severity: 'warn', line: null, column: null, endLine: null, endColumn: null });
    const [first, second] = await commandsOf(outcome([warning, ofCommit]));
    expect(first).toMatch(/^::warning file=docs\/sprints\/S3\/INTERACTIONS.yaml,title=journal\/schema::/);
    expect(second).toMatch(/^::error title=freeze\/closed::/);
  });

  test('a pass has none', async () => {
    expect(await commandsOf(outcome())).toEqual([]);
  });

  test('no verdict is an error, and the text is for stderr', async () => {
    const checked = withoutVerdict('git failed.', 'git fsck');
    expect(await linesOf(checked)).toEqual(['::error title=sprint-check::git failed.%0Ahelp: git fsck']);
    expect(failureText(checked.report.error as ReportedError, options())).toBe('error: git failed.\nhelp: git fsck\n');
  });

  test('are escaped as actions/toolkit escapes them', async () => {
    const [command] = await commandsOf(
      outcome([diagnostic({ file: 'a:b,c%d.yaml', message: '100%: a,\nb', help: 'c' })]),
    );
    expect(command).toContain('::error file=a%3Ab%2Cc%25d.yaml,');
    expect(command).toMatch(/::100%25: a,%0Ab%0Ahelp: c$/);
  });
});

describe('what is quoted', () => {
  test.each(['::stop-commands::x', ' \u00ad::error::x', '##[add-mask]x', 'x ##[error]y'])(
    '%j is no command',
    async (key) => {
      const checked = outcome([diagnostic({ message: key, help: `x\n${key}`, file: key })]);
      const commands = await commandsOf(checked);
      expect(commands).toHaveLength(1);
      expect(commands[0]).toMatch(/^::error file=/);
      const error = failureText({ message: `x\n${key}`, help: key }, options());
      expect(error).not.toMatch(/^\W*::|##\[/m);
    },
  );

  test.each(Object.entries(outcomes))('%s prints no control character', async (_, checked) => {
    expect(await github.output(checked, options('fr'))).not.toMatch(control);
    expect(await github.summary?.(checked, options('fr'))).not.toMatch(control);
  });
});

describe('job summary', () => {
  const summaryOf = async (checked: Outcome, quiet = false) => await github.summary?.(checked, options('en', quiet));

  test('a refusal is a table', async () => {
    expect(await summaryOf(outcomes['a refusal'] ?? outcome())).toMatchInlineSnapshot(`
      "### ✖ sprint-check

      Check failed: 2 errors, 1 warning. Sprint S3: 12 min 00 s left before the freeze at 14:22.

      | Severity | Rule | Place | What is wrong, and how to fix it |
      | --- | --- | --- | --- |
      | error | journal/schema | docs/sprints/S3/INTERACTIONS.yaml:12:11 | status is “finished”; it must be pending or done.<br>help: status: pending |
      | error | freeze/closed | 0123456789 | status is “finished”; it must be pending or done.<br>help: status: pending |
      | warning | journal/when | docs/sprints/S3/INTERACTIONS.yaml:12:11 | status is “finished”; it must be pending or done.<br>help: status: pending |

      "
    `);
  });

  test('a pass is a line', async () => {
    expect(await summaryOf(outcome())).toMatchInlineSnapshot(`
      "### ✔ sprint-check

      Sprint S3: 12 min 00 s left before the freeze at 14:22.

      "
    `);
  });

  test('no verdict', async () => {
    expect(await summaryOf(withoutVerdict('git failed.', 'git fsck'))).toMatchInlineSnapshot(`
      "### ✖ sprint-check: No verdict

      git failed.<br>help: git fsck

      "
    `);
  });

  test('a quiet pass is nothing', async () => {
    expect(await summaryOf(outcome(), true)).toBe('');
  });

  test('a text stays in its cell, and is neither Markdown nor HTML', async () => {
    const row = (await summaryOf(outcome([diagnostic({ ...told(nasty), file: nasty })])))?.split('\n').at(-3) ?? '';
    expect(row).toMatch(/^\| .* \|$/);
    expect(row.replaceAll('<br>', '').match(/(?<!\\)[|<>`*_[\]@]/g)).toEqual(['|', '|', '|', '|', '|']);
    expect(row).toContain('f&lt;g&gt;&amp;');
  });

  test.each(['- a', '= a', '1. a', '# a', '> a', '+ a'])('%j starts no list, heading or quotation', async (message) => {
    const line = (await summaryOf(withoutVerdict(message, null)))?.split('\n').at(2);
    expect(line).toMatch(/^(?:\\|1\\\.|&gt;)/);
  });

  test('a thousand diagnostics stay under the 1 MiB that GitHub takes', async () => {
    const many = Array.from({ length: 1000 }, () => diagnostic({ message: '!'.repeat(2000) }));
    const markdown = (await summaryOf(outcome(many))) ?? '';
    expect(markdown.length).toBeLessThan(1 << 20);
    expect(markdown).toContain('(900)');
  });
});

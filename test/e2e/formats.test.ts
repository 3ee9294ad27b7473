import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatNames } from '../../src/formats/list.ts';
import { Repository } from '../helpers/repository.ts';
import { entry, inSprint, journal, journal3, opening } from '../helpers/sprint.ts';

const passing = () => inSprint().stage({ [journal3]: journal(opening(), entry()) });
const refused = () => inSprint().stage({ 'src/app.txt': 'changed\n' });
const nowhere = () => Repository.create().write({ '.git': null });

const verdicts = [
  ['a pass', passing, 0],
  ['a refusal', refused, 1],
  ['no verdict', nowhere, 2],
] as const;

describe.each(verdicts)('%s', (_, make, exit) => {
  test.each(['json', 'sarif'])('is exactly one document of %s', (format) => {
    const completed = make().cli(['pre-commit', '--format', format]);
    expect(completed.exit).toBe(exit);
    expect(JSON.parse(completed.stdout)).toBeTypeOf('object');
  });

  test('is exactly one document of junit', () => {
    const completed = make().cli(['pre-commit', '--format', 'junit']);
    expect(completed.exit).toBe(exit);
    expect(completed.stdout).toMatch(/^<\?xml [^>]*\?>\n<testsuites [^>]*>[\s\S]*<\/testsuites>\n$/);
  });
});

test.each(formatNames)('in %s, no verdict says on stderr what to do', (format) => {
  expect(nowhere().cli(['pre-commit', '--format', format]).stderr).toMatch(/^error: .*\nhelp: /);
});

test('wrong usage is a document too', () => {
  const { exit, stdout } = passing().cli(['pre-comit', '--format', 'sarif']);
  expect(exit).toBe(2);
  expect(JSON.parse(stdout).runs[0].invocations[0].executionSuccessful).toBe(false);
});

test.each(formatNames)('--quiet leaves warnings out of %s', (format) => {
  const repository = passing();
  repository.git('checkout', '--quiet', '-b', 'elsewhere');
  // SARIF and JUnit list every rule: what a rule found is told by the file that it names.
  expect(repository.cli(['pre-commit', '--format', format]).stdout).toContain('is on elsewhere');
  expect(repository.cli(['pre-commit', '--format', format, '--quiet']).stdout).not.toContain('is on elsewhere');
});

describe('in GitHub Actions', () => {
  const actions = { GITHUB_ACTIONS: 'true' };
  const summaryOf = (repository: Repository) => join(repository.path, '..', 'summary.md');

  test('the default is github', () => {
    expect(refused().cli(['pre-commit'], { env: actions }).stdout).toMatch(
      /^::error file=.*title=journal\/not-staged::/m,
    );
  });

  test('another format is asked for', () => {
    const { stdout } = refused().cli(['pre-commit', '--format', 'text'], { env: actions });
    expect(stdout).not.toContain('::error');
  });

  test('the job summary is appended to', () => {
    const repository = refused();
    repository.open('..').write({ 'summary.md': 'before\n' });
    const env = { ...actions, GITHUB_STEP_SUMMARY: summaryOf(repository) };
    expect(repository.cli(['pre-commit'], { env }).exit).toBe(1);
    expect(readFileSync(summaryOf(repository), 'utf8')).toMatch(
      /^before\n### ✖ sprint-check\n[\s\S]*journal\/not-staged/,
    );
  });

  test('no other format writes it', () => {
    const repository = refused();
    const env = { ...actions, GITHUB_STEP_SUMMARY: summaryOf(repository) };
    for (const format of ['text', 'json', 'sarif', 'junit'])
      repository.cli(['pre-commit', '--format', format], { env });
    expect(existsSync(summaryOf(repository))).toBe(false);
  });

  test.each(verdicts)('%s stands where the summary cannot be written', (_, make, exit) => {
    const env = { ...actions, GITHUB_STEP_SUMMARY: '/nonexistent/summary.md' };
    const completed = make().cli(['pre-commit'], { env });
    expect(completed.exit).toBe(exit);
    expect(completed.stderr).toContain('The job summary could not be written');
  });
});

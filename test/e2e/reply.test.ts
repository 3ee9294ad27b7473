import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Repository, RunOptions } from '../helpers/repository.ts';
import { answer, entry, type Fields, inSprint, journal, journal3, journalPath, opening } from '../helpers/sprint.ts';

const read = (repository: Repository, sprint = 3) => readFileSync(join(repository.path, journalPath(sprint)), 'utf8');
const entries = (repository: Repository, sprint = 3): Fields[] => parse(read(repository, sprint));

/** Runs `reply`, which has to succeed, and gives what it prints. */
function reply(repository: Repository, args: readonly string[], options: RunOptions = {}): string {
  const { exit, stdout, stderr } = repository.cli(['reply', ...args], options);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return stdout;
}

/** `reply` has to fail and to change nothing. */
function refuse(repository: Repository, ...args: string[]): string {
  const before = repository.fingerprint();
  const { exit, stdout, stderr } = repository.cli(['reply', ...args]);
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  expect(repository.fingerprint()).toBe(before);
  return stderr;
}

describe('an answer', () => {
  test('OK is appended, and all that is pending is done', () => {
    const repository = inSprint();
    repository.commit(-1, { [journal3]: journal(opening(), entry()) });
    const before = read(repository);
    reply(repository, ['OK']);
    expect(read(repository).startsWith(before.replaceAll('"pending"', '"done"'))).toBe(true);
    expect(entries(repository).map(({ status }) => status)).toEqual(['done', 'done', undefined]);
    const topic = 'Sprint S3 — validation prod';
    expect(entries(repository).at(-1)).toEqual({
      ...{ who: 'PO', topic, reply: 'OK', action: 'none', when: expect.any(String) },
    });
  });

  test('KO asks for a fix', () => {
    const repository = inSprint();
    reply(repository, ['KO', '--details', 'It finds: nothing #1']);
    expect(entries(repository).at(-1)).toMatchObject({ reply: 'KO', details: 'It finds: nothing #1', action: 'fix' });
  });

  test('may name its action, and read its details from standard input', () => {
    const repository = inSprint();
    reply(repository, ['KO', '--action', 'none', '--details', '-'], { input: 'one\r\n  two\r\n' });
    expect(entries(repository).at(-1)).toMatchObject({ details: 'one\n  two', action: 'none' });
  });

  test.each([
    ['in time', 5],
    ['after the freeze', 40],
  ])('can be committed %s', (_, minutes) => {
    const repository = inSprint(minutes);
    reply(repository, ['KO', '--details', 'It finds nothing.']);
    const verdict = repository.tryCommit();
    expect(verdict.report).toMatchObject({ ok: true, diagnostics: [] });
    expect(verdict.git?.exit).toBe(0);
  });

  test('is committed by what it says, alone, whatever else is staged after the freeze', () => {
    const repository = inSprint(40).stage({ 'src/late.txt': 'late\n' });
    const stdout = reply(repository, ['OK']);
    expect(stdout).toContain(`git commit -m "Answer sprint S3: OK" -- "${journal3}"`);
    const { report, git } = repository.tryCommit('--', journal3);
    expect([report?.ok, git?.exit]).toEqual([true, 0]);
    expect(repository.git('diff', '--cached', '--name-only')).toBe('src/late.txt');
  });

  test('goes to the newest journal that has a pending entry', () => {
    const repository = inSprint().write({
      [journalPath(10)]: journal(entry({ status: 'done' }), answer()),
      [journalPath(2)]: journal(entry({ topic: 'Sprint S2 — search' })),
    });
    expect(reply(repository, ['OK'])).toContain(journal3);
    expect(reply(repository, ['OK'])).toContain(journalPath(2));
    expect(entries(repository, 2).at(-1)?.topic).toBe('Sprint S2 — search');
    expect(entries(repository, 10)).toHaveLength(2);
  });

  test('is staged, or not with --no-add', () => {
    const repository = inSprint().write({ 'src/app.txt': 'not staged\n' });
    reply(repository, ['OK', '--no-add']);
    expect(repository.git('diff', '--cached', '--name-only')).toBe('');
    repository.git('checkout', '--quiet', '--', journal3);
    reply(repository, ['OK']);
    expect(repository.git('diff', '--cached', '--name-only')).toBe(journal3);
  });

  test('keeps the comments and the line ends of the journal', () => {
    const text = `# Journal\r\n${journal(opening())}  # end`.replaceAll(/\r?\n/g, '\r\n');
    const repository = inSprint().write({ [journal3]: text });
    reply(repository, ['KO', '--details', 'one\ntwo']);
    const result = read(repository);
    expect(result.startsWith(text.replace('"pending"', '"done"'))).toBe(true);
    expect(result.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('nothing is written', () => {
  test('without an OK or a KO', () => {
    expect(refuse(inSprint())).toContain('OK|KO');
    expect(refuse(inSprint(), 'maybe')).toContain('OK, KO');
  });

  test.each([[[]], [['--details', '…']], [['--details', '\u200b']]])('for a KO with %j', (args) => {
    expect(refuse(inSprint(), 'KO', ...args)).toContain('--details');
  });

  test('where nothing is pending', () => {
    const repository = inSprint().write({ [journal3]: journal(entry({ status: 'done' }), answer()) });
    expect(refuse(repository, 'OK')).toContain('git pull');
  });

  test('where a newer journal can’t be read', () => {
    const repository = inSprint().write({ [journalPath(4)]: '- who: [\n' });
    expect(refuse(repository, 'OK')).toContain(`${journalPath(4)}:`);
  });
});

test('by another than the PO whom the config names is written, with a warning that the commit will be refused', () => {
  const repository = inSprint().config(-4, { po: ['po@example.com'] });
  expect(reply(repository, ['OK'])).toContain('refused unless its author is the PO: po@example.com.\n');
});

test('by the PO whom the config names is written without a warning', () => {
  const repository = inSprint().config(-4, { po: ['po@example.com'] });
  expect(reply(repository, ['OK'], { env: { GIT_AUTHOR_EMAIL: 'PO@example.com' } })).not.toContain('refused');
});

test('it speaks the user’s language', () => {
  expect(reply(inSprint(), ['OK', '--lang', 'fr'])).toMatch(/Le OK du PO est écrit[\s\S]*Répondre au sprint S3/);
});

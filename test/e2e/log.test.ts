import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Repository, type RunOptions } from '../helpers/repository.ts';
import { at, type Fields, inSprint, journal, journal3, notes, opening } from '../helpers/sprint.ts';

const texts = [
  '--did',
  'Delivered: the search.',
  '--ask',
  '1) Open /search\n2) Look # for a tour',
  '--context',
  'PR: S3',
];
const readFields = { did: texts[1], ask: texts[3], context: texts[5] };

const read = (repository: Repository) => readFileSync(join(repository.path, journal3), 'utf8');
const entries = (repository: Repository): Fields[] => parse(read(repository));

/** Runs `log`, which has to succeed, and gives what it prints. */
function log(repository: Repository, args: readonly string[] = texts, options: RunOptions = {}): string {
  const { exit, stdout, stderr } = repository.cli(['log', ...args], options);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return stdout;
}

/** `log` has to fail and to change nothing. */
function refuse(repository: Repository, args: readonly string[] = texts, options: RunOptions = {}): string {
  const before = repository.fingerprint();
  const { exit, stdout, stderr } = repository.cli(['log', ...args], options);
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  expect(repository.fingerprint()).toBe(before);
  return stderr;
}

const withJournal = (text: string) => inSprint().stage({ [journal3]: text });

describe('an entry', () => {
  test('is appended, staged, and lets the commit pass', () => {
    const repository = inSprint().stage({ 'src/app.txt': 'changed\n' });
    const before = read(repository);
    log(repository);
    expect(read(repository).startsWith(before)).toBe(true);
    expect(entries(repository).at(-1)).toMatchObject({ who: 'ChatGPT', ...readFields, status: 'pending' });
    const verdict = repository.tryCommit();
    expect(verdict.report).toMatchObject({ ok: true, diagnostics: [] });
    expect(verdict.git?.exit).toBe(0);
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  test('goes on under the topic of the last', () => {
    const repository = withJournal(journal(opening(5, { topic: 'Search: Sprint\u00a0S3 —  validation  prod' })));
    log(repository);
    expect(entries(repository).at(-1)?.topic).toBe('Search: Sprint\u00a0S3 —  validation  prod');
  });

  test.each(['Sprint S31 — search', 'Sprint S3\n…', 'Something'])('does not take up %j', (topic) => {
    const repository = withJournal(journal(opening(5, { topic })));
    log(repository);
    expect(entries(repository).at(-1)?.topic).toBe('Sprint S3');
  });

  test('is signed by the first developer of the config', () => {
    const repository = inSprint();
    repository.commit(-4, { '.sprint-checkrc.json': '{ "developers": ["Ada", "ChatGPT"] }' });
    log(repository);
    expect(entries(repository).at(-1)?.who).toBe('Ada');
  });

  test('is signed by the config that judges the commit, where another is about to be committed', () => {
    const repository = inSprint().stage({ '.sprint-checkrc.json': '{ "developers": ["Ada", "ChatGPT"] }' });
    log(repository);
    expect(repository.tryCommit().report).toMatchObject({ ok: true, diagnostics: [] });
  });
});

describe('the index', () => {
  test('changes in the journal alone', () => {
    const repository = inSprint()
      .stage({ 'src/app.txt': 'staged\n' })
      .write({ 'src/app.txt': 'not staged\n', new: '' });
    log(repository);
    expect(repository.git('diff', '--cached', '--name-only').split('\n')).toEqual([journal3, 'src/app.txt']);
    expect(repository.git('diff', '--name-only')).toBe('src/app.txt');
    expect(repository.git('show', ':src/app.txt')).toBe('staged');
  });

  test('does not change with --no-add', () => {
    const repository = inSprint();
    expect(log(repository, [...texts, '--no-add'])).toContain(`next: git add "${journal3}"`);
    expect(repository.git('diff', '--cached', '--name-only')).toBe('');
    expect(repository.git('diff', '--name-only')).toBe(journal3);
  });

  test('takes a journal that is ignored', () => {
    const repository = Repository.create().write({
      ...{ '.gitignore': 'docs\n', 'PO_NOTES.md': notes(), [journal3]: journal(opening()) },
    });
    log(repository);
    expect(repository.git('diff', '--cached', '--name-only')).toBe(journal3);
  });

  test('takes the journal from a subfolder too', () => {
    const repository = inSprint();
    expect(repository.cli(['log', ...texts], { cwd: 'src' }).exit).toBe(0);
    expect(repository.git('diff', '--cached', '--name-only')).toBe(journal3);
  });
});

describe('standard input', () => {
  test('is the text where the flag is -, as PowerShell pipes it too', () => {
    const repository = inSprint();
    log(repository, ['--did', '-', '--ask', 'b', '--context', 'c'], { input: '\ufeff- one: 1\r\n- two #2\r\n' });
    expect(entries(repository).at(-1)?.did).toBe('- one: 1\n- two #2');
  });

  test('is refused where it is not UTF-8', () => {
    const repository = inSprint().write({
      'latin-1': Buffer.from('caf\xe9', 'latin1'),
      'utf-16': Buffer.from('café', 'utf16le'),
    });
    for (const file of ['latin-1', 'utf-16']) {
      const command = `sprint-check log --did - --ask b --context c <${file}`;
      expect(repository.run('sh', ['-c', command])).toMatchObject({
        exit: 2,
        stderr: expect.stringContaining('UTF-8'),
      });
    }
    expect(entries(repository)).toHaveLength(1);
  });

  test('is never waited for in place of a flag', () => {
    expect(refuse(inSprint(), ['--did', 'a', '--context', 'c'], { input: 'b\n' })).toContain('--ask');
  });
});

describe.skipIf(process.platform !== 'linux')('at a terminal', () => {
  /** Runs `log` where standard input and output are a terminal, on which this is typed (script(1) of util-linux). */
  const typing = (repository: Repository, input: string) =>
    repository.run('script', ['--quiet', '--return', '--command', 'sprint-check log', '/dev/null'], { input });

  test('what is missing is asked for', () => {
    const repository = inSprint();
    const { exit, stdout } = typing(repository, 'one\rtwo\rthree\r');
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: expect.stringContaining('What was done?') });
    expect(entries(repository).at(-1)).toMatchObject({ did: 'one', ask: 'two', context: 'three' });
  });

  test('the end of input leaves every file as it was, with exit code 130', () => {
    const repository = inSprint();
    const before = repository.fingerprint();
    expect(typing(repository, 'one\r').exit).toBe(130);
    expect(repository.fingerprint()).toBe(before);
  });
});

describe('a text that would not pass is refused', () => {
  test.each([['…'], ['...'], ['\u200b\u00ad'], [' \n '], ['-'], ['\ufeff']])('%j', (text) => {
    expect(refuse(inSprint(), ['--did', 'a', '--ask', text, '--context', 'c'])).toContain('--ask');
  });

  test('one that the journal has no room for', () => {
    const repository = inSprint();
    const args = ['--did', '-', '--ask', 'b', '--context', 'c'];
    expect(refuse(repository, args, { input: 'x'.repeat(1 << 20) })).toContain('1 MiB');
  });
});

describe('a journal that takes no entry is left alone', () => {
  test.each<[string, string | Buffer | { link: string }, string]>([
    ['broken YAML', `${journal(opening())}- who: [\n`, `${journal3}:`],
    ['UTF-16', Buffer.from(`\ufeff${journal(opening())}`, 'utf16le'), 'help: npx sprint-check fix'],
    ['a symbolic link', { link: 'PLAN.md' }, 'symbolic link'],
    ['a list in brackets', '[]\n', 'dash'],
    ['a mapping', 'who: PO\n', 'dash'],
    ['an end of the document', `${journal(opening())}...\n`, '...'],
  ])('%s', (_, content, expected) => {
    expect(refuse(inSprint().write({ [journal3]: content }))).toContain(expected);
  });

  test('none at all', () => {
    const opened = { 'PO_NOTES.md': notes({ sprint_id: 4 }) };
    expect(refuse(inSprint().write(opened))).toContain('npx sprint-check start 4');
    expect(refuse(inSprint().write({ [journal3]: null }))).toContain(`git checkout HEAD -- "${journal3}"`);
  });

  test('broken by a list in the place of a text, which is shown as the text that passes', () => {
    const broken = withJournal(
      `${journal(opening())}- who: PO\n  topic: Sprint S3\n  reply: OK\n  details:\n    - **Fast**\n`,
    );
    expect(refuse(broken)).toContain('help: details: "- **Fast**"');
  });

  test('left broken by the PO, who alone may mend it', () => {
    const broken = `${journal(opening())}- who: PO\n  topic: Sprint S3\n  reply: KO\n  details: Ça plante : page\n`;
    const repository = inSprint()
      .config(-4, { po: ['po@example.com'] })
      .write({ [journal3]: broken });
    expect(refuse(repository)).toContain('the PO has to correct it');
  });

  test('of no sprint', () => {
    expect(refuse(Repository.create())).toContain('npx sprint-check start');
  });

  test('of a header that can’t be read', () => {
    const broken = inSprint().write({ 'PO_NOTES.md': notes({ sprint_id: '3: wip' }) });
    expect(refuse(broken)).toMatch(
      /PO_NOTES\.md:4:12: sprint_id is not a whole number from 1\.\n.*help: sprint_id: 3\n/,
    );
  });
});

test('after the freeze it writes, and warns that the commit will be refused', () => {
  const repository = inSprint(30);
  expect(log(repository)).toMatch(/frozen since[\s\S]*refused[\s\S]*sprint-check start/);
  expect(entries(repository)).toHaveLength(2);
});

test('after a freeze that lets something pass, it says what', () => {
  const repository = inSprint(30).config(-29, { allowAfterFreeze: ['docs/**/REVIEW.md'] });
  expect(log(repository)).toContain('unless it changes docs/**/REVIEW.md and the journal alone');
});

test('the freeze is that of the earliest start, as for the commit', () => {
  const repository = inSprint(30).write({ 'PO_NOTES.md': notes({ started_at: at(-1) }) });
  expect(log(repository)).toContain('frozen since');
});

test('an empty journal gets its first entry', () => {
  const repository = withJournal('');
  log(repository);
  expect(entries(repository)).toEqual([expect.objectContaining({ topic: 'Sprint S3' })]);
});

test('it speaks the user’s language', () => {
  expect(log(inSprint(), [...texts, '--lang', 'fr'])).toMatch(/L’entrée 2 est écrite[\s\S]*ensuite/);
});

test('--quiet says nothing', () => {
  expect(log(inSprint(), [...texts, '--quiet'])).toBe('');
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Files, Repository } from '../helpers/repository.ts';
import {
  answer,
  artefacts,
  at,
  entry,
  header,
  inSprint,
  journal,
  journalPath,
  notes,
  refusal,
} from '../helpers/sprint.ts';

const seed = readFileSync(new URL('../fixtures/PO_NOTES.md', import.meta.url), 'utf8');

/** A repository with these files on disk, and our hook. */
function repositoryWith(files: Files): Repository {
  return Repository.create().hook('pre-commit').write(files);
}

const read = (repository: Repository, path: string) => readFileSync(join(repository.path, path), 'utf8');

/** Runs `start`, which has to succeed, and gives what it prints. */
function start(repository: Repository, ...args: string[]): string {
  const { exit, stdout, stderr } = repository.cli(['start', ...args]);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return stdout;
}

/** `start` has to fail and to change nothing. */
function refuse(repository: Repository, ...args: string[]): string {
  const before = repository.fingerprint();
  const { exit, stdout, stderr } = repository.cli(['start', ...args]);
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  expect(repository.fingerprint()).toBe(before);
  return stderr;
}

/** `git add -A && git commit`, through the hook, without a word against it. */
function expectCommit(repository: Repository, sprint: number): void {
  repository.git('add', '-A');
  const verdict = repository.tryCommit();
  expect(verdict.report).toMatchObject({ ok: true, sprint: { id: sprint, startSource: 'header' }, diagnostics: [] });
  expect(verdict.git?.exit).toBe(0);
}

describe('git add -A and git commit pass', () => {
  test.each<[string, number, Files, string[]]>([
    ['in an empty repository', 1, {}, []],
    ['with the seed’s notes', 3, { 'PO_NOTES.md': seed }, ['3']],
    ['with the seed’s notes and CRLF', 4, { 'PO_NOTES.md': seed.replaceAll('\n', '\r\n') }, []],
    ['with notes without a header', 1, { 'PO_NOTES.md': '# Notes\n\nNo final newline' }, []],
    ['with folders alone', 3, { [journalPath(2)]: journal(entry({ topic: 'Sprint S2' })) }, []],
    ['with a number of one’s own', 7, { 'PO_NOTES.md': notes({ sprint_id: 3 }) }, ['7']],
    ['in French', 1, {}, ['--lang', 'fr']],
    [
      'with a config of its own',
      1,
      { '.sprint-checkrc.json': '{ "notes": "doc/NOTES.md", "sprints": "doc/my sprints" }', 'doc/NOTES.md': '# Notes' },
      [],
    ],
  ])('%s', (_, sprint, files, args) => {
    const repository = repositoryWith(files);
    start(repository, ...args);
    expectCommit(repository, sprint);
  });

  test('in the sprint after the first, through husky’s hook', () => {
    const repository = Repository.create().husky('pre-commit');
    start(repository);
    expectCommit(repository, 1);
    repository.cli(['reply', 'OK']);
    expect(repository.tryCommit().git?.exit).toBe(0);
    start(repository);
    expectCommit(repository, 2);
  });

  test('with work that came too late for the sprint before', () => {
    const repository = inSprint(40).stage({ 'src/app.txt': 'late\n' });
    start(repository);
    repository.git('add', '-A');
    const verdict = repository.tryCommit();
    expect(verdict.report).toMatchObject({ ok: true, sprint: { id: 4 } });
    expect(verdict.findings('warn')).toEqual(['warn sprint/unanswered']);
  });

  test('from a subfolder', () => {
    const repository = repositoryWith({ 'src/app.txt': '' });
    expect(repository.cli(['start'], { cwd: 'src' }).exit).toBe(0);
    expectCommit(repository, 1);
  });
});

describe('the notes', () => {
  test('of the seed get one line and keep every other byte', () => {
    const repository = repositoryWith({ 'PO_NOTES.md': seed });
    start(repository, '3');
    const [before, after] = [seed.split('\n'), read(repository, 'PO_NOTES.md').split('\n')];
    const added = after.filter((line) => line.startsWith('started_at: '));
    expect(added).toHaveLength(1);
    expect(after.filter((line) => line !== added[0])).toEqual(before);
    expect(after.indexOf(`${added[0]}`)).toBe(before.indexOf('sprint_id: 3') + 1);
  });

  test('keep their byte order mark, their line ends and their missing final newline', () => {
    const text = '\ufeff# Notes\r\n\r\n```yaml\r\nsprint_id: 3\r\nhighlights: none\r\n```\r\nThe end';
    const repository = repositoryWith({ 'PO_NOTES.md': text });
    start(repository);
    const result = read(repository, 'PO_NOTES.md');
    expect(result).toMatch(/^\ufeff# Notes\r\n[\s\S]*highlights: none\r\n[\s\S]*\r\nThe end$/);
    expect(result.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test.each<[string, Files[string]]>([
    ['UTF-16', Buffer.from('\ufeff# Notes', 'utf16le')],
    ['a symbolic link', { link: 'README.md' }],
    ['a header that is not YAML', header({ sprint_id: 3, status: 'a: b' })],
    ['a fence that is never closed', '# Notes\n\n```sh\nnpm test\n'],
  ])('are left alone where they are %s', (_, content) => {
    const repository = repositoryWith({ 'PO_NOTES.md': content, 'README.md': '# Read me\n' });
    expect(refuse(repository)).toContain('PO_NOTES.md');
  });
});

test('a folder in the place of the notes is to be moved away', () => {
  const repository = repositoryWith({ 'PO_NOTES.md/a.txt': '' });
  expect(refuse(repository)).toContain('help: move PO_NOTES.md away');
});

describe('the sprint’s folder', () => {
  test('holds the seven artefacts', () => {
    const repository = Repository.create();
    const printed = start(repository);
    for (const name of [...artefacts, 'INTERACTIONS.yaml']) {
      expect(printed).toContain(`docs/sprints/S1/${name}`);
      expect(read(repository, `docs/sprints/S1/${name}`)).toMatch(/\S/);
    }
  });

  test('keeps the files that it has', () => {
    const repository = repositoryWith({ 'docs/sprints/S3/PLAN.md': '# Our plan', 'PO_NOTES.md': seed });
    expect(start(repository, '3')).not.toContain('S3/PLAN.md');
    expect(read(repository, 'docs/sprints/S3/PLAN.md')).toBe('# Our plan');
    expectCommit(repository, 3);
  });

  test('has a preflight that asks for the schema, and does not call it unchanged', () => {
    const repository = repositoryWith({ 'schema.sql': '' });
    repository.commit(-10);
    repository.commit(-9, { 'schema.sql': 'create table tours();\n' });
    start(repository);
    repository.git('reset', '--quiet', '--', 'schema.sql');
    repository.git('add', 'docs', 'PO_NOTES.md');
    expect(repository.tryCommit().git?.exit).toBe(0);
    const preflight = read(repository, 'docs/sprints/S1/PREFLIGHT.md');
    expect(preflight).toMatch(/Schema[\s\S]*Migrations[\s\S]*Seed[\s\S]*Secrets/);
    expect(repository.check(['check', '--from', 'HEAD^']).findings('warn')).toContain('warn preflight/schema');
    repository.write({ 'docs/sprints/S1/PREFLIGHT.md': preflight.replace('unchanged\n', 'unchanged: no migration\n') });
    repository.cli(['log', '--did', 'a', '--ask', 'b', '--context', 'c']);
    repository.git('commit', '--quiet', '--all', '--message=Justify');
    expect(repository.check(['check', '--from', 'HEAD^']).findings('warn')).not.toContain('warn preflight/schema');
  });

  test('has an entry signed by the first developer of the config', () => {
    const repository = repositoryWith({ '.sprint-checkrc.json': '{ "developers": ["Ada: L.", "ChatGPT"] }' });
    start(repository);
    expect(read(repository, journalPath(1))).toContain('- who: "Ada: L."\n');
    expectCommit(repository, 1);
  });

  test('has an entry signed by whom the config in force lists, where that on disk is another', () => {
    const repository = inSprint(30).write({ '.sprint-checkrc.json': '{ "developers": ["Ada"] }' });
    start(repository.hook('pre-commit'));
    repository.git('add', '-A');
    expect(repository.tryCommit().findings('error')).toEqual([]);
  });

  test('is written in the language of a config that is not committed yet', () => {
    expect(start(repositoryWith({ '.sprint-checkrc.json': '{ "lang": "fr" }' }))).toContain('est ouvert');
  });

  test('is written in the user’s language', () => {
    const repository = Repository.create();
    expect(start(repository, '--lang', 'fr')).toContain('Le sprint S1 est ouvert');
    expect(read(repository, 'docs/sprints/S1/PLAN.md')).toContain('## Objectif');
    expect(read(repository, 'PO_NOTES.md')).toContain('Un sprint dure 25 minutes');
  });

  test.each<[string, Files]>([
    ['a folder in the journal’s place', { 'docs/sprints/S1/INTERACTIONS.yaml/a.txt': '' }],
    ['a file in the folder’s place', { 'docs/sprints': '' }],
    ['a symbolic link in the folder’s place', { 'docs/sprints/S1': { link: '..' } }],
    ['a symbolic link out of the repository', { docs: { link: '../outside' } }],
  ])('%s: nothing is written', (_, files) => {
    expect(refuse(repositoryWith(files), '1')).toContain('docs');
  });
});

describe('a start that HEAD has already', () => {
  const named = (minutes: number) => {
    const repository = Repository.create().hook('pre-commit');
    repository.commit(-minutes, { 'PO_NOTES.md': notes({ started_at: at(-minutes) }) });
    return repository;
  };

  test('stays, since no commit may put it off', () => {
    const repository = named(5);
    const before = read(repository, 'PO_NOTES.md');
    start(repository, '3');
    expect(read(repository, 'PO_NOTES.md')).toBe(before);
    expectCommit(repository, 3);
  });

  test('and by which the sprint is frozen, has the next one opened', () => {
    const repository = named(30);
    expect(refuse(repository, '3')).toContain('open the next: npx sprint-check start 4');
    start(repository, '4');
    expectCommit(repository, 4);
  });
});

describe('a sprint is not opened twice', () => {
  test('where its journal is on disk', () => {
    const repository = Repository.create();
    start(repository, '3');
    expect(refuse(repository, '3')).toContain('sprint-check start');
  });

  test('where its journal is in HEAD alone', () => {
    const repository = inSprint().write({ docs: null });
    expect(refuse(repository, '3')).toContain(`git checkout HEAD -- "${journalPath(3)}"`);
  });

  test('where a commit deleted its journal', () => {
    const repository = inSprint();
    const deleted = repository.commit(-3, { [journalPath(3)]: null });
    expect(refuse(repository, '3')).toContain(`git checkout ${deleted.slice(0, 10)}~1 -- "${journalPath(3)}"`);
  });

  test('nor the next, while its journal has gone', () => {
    const repository = inSprint().write({ [journalPath(3)]: null });
    expect(refuse(repository)).toContain(`git checkout HEAD -- "${journalPath(3)}"`);
  });

  test('unless a commit deleted all that there was of it', () => {
    const repository = inSprint();
    repository.commit(-3, { docs: null, 'PO_NOTES.md': null });
    start(repository, '3');
  });

  test('nor after a later one', () => {
    expect(refuse(inSprint(), '2')).toContain('open the next: npx sprint-check start 4');
  });

  test('whatever its number in the working tree says', () => {
    expect(refuse(inSprint().write({ 'PO_NOTES.md': notes({ sprint_id: 1 }), docs: null }), '2')).toContain('start 4');
  });
});

describe('a header whose sprint_id can’t be read', () => {
  const withId = (id: string) => repositoryWith({ 'PO_NOTES.md': header({ sprint_id: id, status: 'wip' }) });
  const said = (stderr: string) => /(sprint_id .*)[\s\S]*help: (.*)/.exec(stderr)?.slice(1);

  test.each(['"7"', 'S7', '7.5', '7: wip'])('%s: is told in the words of the commit’s refusal', (id) => {
    const repository = withId(id);
    const told = said(refuse(repository));
    repository.git('add', '-A');
    const [first] = repository.check(['pre-commit']).report.diagnostics;
    expect(told).toEqual([first?.message, first?.help]);
  });

  test('is mended by the number of the sprint to open', () => {
    const repository = withId('"7"');
    start(repository, '7');
    expectCommit(repository, 7);
  });
});

test('a key of the header that is wrong, or left empty, gets its value', () => {
  const repository = repositoryWith({
    'PO_NOTES.md': header({ sprint_id: 1, started_at: '', interaction_log: '', status: 1 }),
  });
  start(repository, '1');
  expectCommit(repository, 1);
});

test('that the PO’s last word can’t be read is told first', () => {
  const repository = inSprint().write({ [journalPath(3)]: '- who: PO\n- [\n' });
  expect(start(repository)).toMatch(
    /^What the PO said last is unknown until docs\S* is repaired: npx sprint-check fix "docs\S*"\n✔/,
  );
});

test('the PO’s last word is told first, since work resumes there', () => {
  const repository = inSprint().write({
    [journalPath(2)]: journal(entry(), { ...refusal, details: 'First.\nThen\u001b[31m.' }),
    [journalPath(1)]: journal(entry(), answer()),
  });
  expect(start(repository)).toMatch(
    /^The PO’s last answer, from which work resumes: KO \(action: fix, docs\S*\)\n {4}First.\n {4}Then\\u001b\[31m.\n✔/,
  );
});

test('it says what to type next', () => {
  expect(start(Repository.create())).toMatch(/next: git add -A\n\s+git commit -m "Open sprint S1"\n$/);
});

test('--quiet says nothing', () => {
  expect(start(Repository.create(), '--quiet')).toBe('');
});

test.each([['x'], ['0'], ['03'], ['-1'], ['S4'], ['1.5'], ['9999999999999999']])(
  '%s is no number of a sprint',
  (number) => {
    expect(refuse(Repository.create(), '--', number)).toContain(number);
  },
);

test('a config that is broken is told, and nothing is written', () => {
  expect(refuse(repositoryWith({ '.sprint-checkrc.json': '{' }))).toContain('.sprint-checkrc.json');
});

test('outside a repository nothing is written', () => {
  expect(refuse(Repository.create().write({ '.git': null }))).toContain('git init');
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Repository } from '../helpers/repository.ts';
import { answer, at, entry, inSprint, journal, journal3, notes, opening, sprintFiles } from '../helpers/sprint.ts';
import { expectFindings, type Verdict } from '../helpers/verdict.ts';

const second = entry({ when: at(-4), did: 'Delivered the filter.' });
const third = entry({ when: at(-2), did: 'Delivered the map.' });
const fourth = entry({ when: at(-1), did: 'Delivered the list.' });
const told = entry({ when: at(-3), did: 'Hurried.' });

/** Types what a help says, line by line: `change` is what a person does where it says what to change. */
function type(repository: Repository, help: string, change: () => void): void {
  for (const line of help.split('\n')) {
    const command = /^(?:.*: )?(git (?!show).*)$/.exec(line)?.[1];
    if (!command || line.startsWith('where git stops')) continue;
    if (/^git (?:add|rm)/.test(command)) change();
    const { exit, stdout, stderr } = repository.run('sh', ['-c', command], {
      env: { GIT_EDITOR: 'sed -i.bak "1s/^$/A commit/"' },
    });
    if (exit === 0) continue;
    expect(command, `${stdout}${stderr}`).toMatch(/^git rebase/);
    keepBothSides(repository);
  }
}

function keepBothSides(repository: Repository): void {
  const [ours = [], theirs = []] = [2, 3].map((stage) =>
    repository.git('show', `:${stage}:${journal3}`).split(/^(?=- )/m),
  );
  const bodies = new Set(ours.map((text) => text.trim()));
  const both = [...ours, ...theirs.filter((text) => !bodies.has(text.trim()))];
  repository.write({ [journal3]: `${both.map((text) => text.trim()).join('\n')}\n` });
  repository.git('add', journal3);
  repository.git('-c', 'core.editor=true', 'rebase', '--continue');
}

function mend(repository: Repository, verdict: Verdict, rule: string, change: () => void): void {
  expectFindings(verdict, [rule]);
  type(repository, verdict.diagnostic(rule).help, change);
  expect(repository.git('branch', '--show-current')).toBe('work');
  expect(repository.git('status', '--porcelain', '--untracked-files=no')).toBe('');
}

/** In sprint 3, with a commit in good order on top of its first. */
function begun(): Repository {
  const repository = inSprint();
  repository.commit(-4, { 'src/filter.txt': 'filter\n', [journal3]: journal(opening(), second) });
  return repository;
}

const appended = (repository: Repository) => () => {
  const text = readFileSync(join(repository.path, journal3), 'utf8');
  repository.write({ [journal3]: `${text}\n${journal(told)}` });
};

describe('what a help says mends a commit that is made, past every hook', () => {
  test('no entry, two commits ago', () => {
    const repository = begun();
    repository.commit(-3, { 'src/hurry.txt': 'in a hurry\n' });
    repository.commit(-2, { 'src/map.txt': 'map\n', [journal3]: journal(opening(), second, third) });
    repository.commit(-1, { 'src/list.txt': 'list\n', [journal3]: journal(opening(), second, third, fourth) });
    const check = () => repository.check(['--from', 'HEAD~4']);
    mend(repository, check(), 'journal/not-staged', appended(repository));
    expect(check().exit).toBe(0);
    expect(readJournal(repository).match(/Hurried|map|list/g)).toEqual(['Hurried', 'map', 'list']);
  });

  test('an answer that was altered, at the tip and before it', () => {
    for (const after of [0, 1]) {
      const repository = begun();
      const answered = journal(opening(), second, answer());
      repository.commit(-3, { [journal3]: answered });
      repository.commit(-3, { [journal3]: journal(opening(), second, answer({ details: 'All of it.' }), third) });
      if (after)
        repository.commit(-1, { 'src/list.txt': '', [journal3]: `${readJournal(repository)}\n${journal(fourth)}` });
      const check = () => repository.check(['--from', `HEAD~${after + 1}`]);
      const put = () => repository.write({ [journal3]: journal(opening(), second, answer(), third) });
      mend(repository, check(), 'journal/history', put);
      expect(check().exit).toBe(0);
    }
  });

  test('secrets, at the tip and before it', () => {
    for (const after of [0, 1]) {
      const repository = begun();
      repository.commit(-3, { '.env.local': 'KEY=1\n', [journal3]: journal(opening(), second, third) });
      if (after) repository.commit(-1, { [journal3]: journal(opening(), second, third, fourth) });
      const check = () => repository.check(['--from', `HEAD~${after + 1}`]);
      mend(repository, check(), 'secrets/env-local', () => {});
      expect(check().exit).toBe(0);
      expect(repository.git('log', '--format=', '--name-only')).not.toContain('.env.local');
    }
  });

  test('a start that was moved', () => {
    const repository = begun();
    repository.commit(-3, {
      'PO_NOTES.md': notes({ started_at: at(-3) }),
      [journal3]: journal(opening(), second, third),
    });
    repository.commit(-1, { [journal3]: journal(opening(), second, third, fourth) });
    const check = () => repository.check(['--from', 'HEAD~2']);
    mend(repository, check(), 'freeze/moved', () => repository.write({ 'PO_NOTES.md': notes() }));
    expect(check().exit).toBe(0);
  });

  test('a commit dated before the sprint', () => {
    const repository = begun();
    repository.commit(-30, { 'src/map.txt': 'map\n', [journal3]: journal(opening(), second, third) });
    repository.commit(-1, { [journal3]: journal(opening(), second, third, fourth) });
    const check = () => repository.check(['--from', 'HEAD~2']);
    mend(repository, check(), 'freeze/future', () => {});
    expect(check().exit).toBe(0);
  });

  test('the first commit of all', () => {
    const repository = Repository.create();
    repository.git('remote', 'add', 'origin', repository.bare('origin.git').path);
    repository.commit(-5, { ...sprintFiles(), '.env.local': 'KEY=1\n' });
    repository.commit(-1, { [journal3]: journal(opening(), second) });
    repository.hook('pre-commit').hook('pre-push');
    mend(repository, repository.tryPush('work'), 'secrets/env-local', () => {});
    expect(repository.tryPush('work').exit).toBe(0);
  });

  test('a commit that a merge follows, and nothing is lost of what was changed in it', () => {
    const repository = begun();
    const base = repository.git('rev-parse', 'HEAD');
    repository.commit(-3, { 'src/hurry.txt': 'in a hurry\n' });
    repository.git('checkout', '--quiet', '-b', 'side', base);
    repository.commit(-3, { 'src/side.txt': 'side\n', [journal3]: journal(opening(), second, third) });
    repository.git('checkout', '--quiet', 'work');
    repository.gitAt(-2, 'merge', '--quiet', '--no-ff', '--no-commit', 'side');
    repository.commit(-2, { 'src/fix.txt': 'fix\n', [journal3]: journal(opening(), second, third, fourth) });
    const check = () => repository.check(['--from', base]);
    mend(repository, check(), 'journal/not-staged', appended(repository));
    expect(check().exit).toBe(0);
    expect(repository.git('ls-tree', '--name-only', 'HEAD', 'src/').split('\n')).toEqual(
      ['app', 'filter', 'fix', 'hurry', 'side'].map((name) => `src/${name}.txt`),
    );
  });

  test('a merge with changes of its own, at the tip', () => {
    const repository = begun();
    const base = repository.git('rev-parse', 'HEAD');
    repository.commit(-3, { 'src/map.txt': 'map\n', [journal3]: journal(opening(), second, third) });
    repository.git('checkout', '--quiet', '-b', 'side', base);
    repository.commit(-3, { 'src/side.txt': 'side\n', [journal3]: journal(opening(), second, third) });
    repository.git('checkout', '--quiet', 'work');
    repository.gitAt(-2, 'merge', '--quiet', '--no-ff', '--no-commit', 'side');
    repository.commit(-2, { 'src/fix.txt': 'fix\n' });
    const check = () => repository.check(['--from', base]);
    mend(repository, check(), 'journal/not-staged', appended(repository));
    expect(check().exit).toBe(0);
    expect(repository.git('rev-list', '--parents', '-1', 'HEAD').split(' ')).toHaveLength(3);
  });
});

function readJournal(repository: Repository): string {
  return readFileSync(join(repository.path, journal3), 'utf8');
}

import { describe, expect, test } from 'vitest';
import { nothing, obey } from '../helpers/obey.ts';
import { log, read, third } from '../helpers/remedies.ts';
import type { Repository } from '../helpers/repository.ts';
import {
  answer,
  at,
  code,
  entry,
  inSprint,
  journal,
  journal3,
  journalPath,
  notes,
  opening,
  second,
  sprintFiles,
  withOrigin,
} from '../helpers/sprint.ts';

/** A sprint that is pushed. */
const published = (minutes = 5) => {
  const { repository } = withOrigin(minutes);
  repository.git('push', '--quiet', '--no-verify', 'origin', 'work');
  return repository;
};

/** Obeys the help of the first error of a push; what is pushed then passes. */
function mend(repository: Repository, ...push: string[]): void {
  const [found] = repository.tryPush(...push).report.diagnostics.filter(({ severity }) => severity === 'error');
  obey(repository, found?.help ?? '', nothing);
  const verdict = repository.tryPush('work');
  expect(verdict.exit, String(verdict)).toBe(0);
}

describe('the help of a refused push keeps what is on disk', () => {
  test('an ignored file that a commit had', () => {
    const repository = published();
    repository.commit(-4, { 'local.cfg': 'first\n' });
    repository.commit(-3, { 'local.cfg': null, '.gitignore': 'local.cfg\n', ...log(opening(), second) });
    repository.write({ 'local.cfg': 'mine\n' });
    mend(repository, 'work');
    expect(read(repository, 'local.cfg')).toBe('mine\n');
  });

  test.each([
    ['ignored', { '.gitignore': '.env.local\n' }],
    ['not ignored', {}],
  ])('a .env.local that is no longer tracked, and %s', (_, more) => {
    const repository = published();
    repository.commit(-4, { '.env.local': 'KEY=1\n', ...log(opening(), second) });
    repository.commit(-3, { '.env.local': null, ...more, ...log(opening(), second, third) });
    repository.write({ '.env.local': 'KEY=2\n' });
    mend(repository, 'work');
    expect(read(repository, '.env.local')).toBe('KEY=2\n');
  });

  test('changes that are not committed', () => {
    const repository = published();
    repository.commit(-4, code);
    repository.commit(-3, log(opening(), second));
    repository.write({ 'README.md': 'at work\n' });
    mend(repository, 'work');
    expect(repository.git('diff', '--name-only')).toBe('README.md');
  });

  test('a journal that is no longer tracked, where nothing else was done', () => {
    const repository = published();
    repository.commit(-4, { [journal3]: null });
    repository.write(log(opening(), second));
    mend(repository, 'work');
    expect(repository.git('diff', '--cached', '--name-only')).toBe(journal3);
    expect(repository.check(['pre-commit']).exit).toBe(0);
  });
});

test('the journal of an earlier sprint that is no longer tracked is staged as it is on disk', () => {
  const repository = inSprint(40);
  repository.commit(-10, sprintFiles(10, 4));
  const answered = journal(opening(40), answer());
  repository.write({ [journal3]: answered }).git('rm', '--quiet', '--cached', '--force', journal3);
  const more = journal(entry({ topic: 'Sprint S4', when: at(-10) }), entry({ topic: 'Sprint S4' }));
  obey(repository, repository.try({ [journalPath(4)]: more }).diagnostic('journal/history').help, nothing);
  expect(repository.tryCommit().exit).toBe(0);
  expect(repository.git('show', `HEAD:${journal3}`)).toBe(answered.trim());
});

test('what a journal held that was deleted, and begun anew, is asked for again', () => {
  const repository = published();
  repository.commit(-4, { ...code, [journal3]: null });
  repository.commit(-3, log(third));
  const { help } = repository.tryPush('work').diagnostic('journal/missing');
  expect(help).toMatch(/put entry 1 back as it was/);
});

test('a .env.local is ignored at the root, wherever the user stands', () => {
  const repository = inSprint();
  repository.write({ 'src/deep/a.txt': '' }).stage({ '.env.local': 'KEY=1\n', ...log(opening(), second) });
  const { help } = repository.check(['pre-commit'], { cwd: 'src/deep' }).diagnostic('secrets/env-local');
  expect(repository.run('sh', ['-e', '-c', help], { cwd: 'src/deep' }).exit).toBe(0);
  expect(read(repository, '.gitignore')).toBe('\n.env.local\n');
});

test('an unreadable journal is named as it is called from a subfolder', () => {
  const repository = inSprint();
  repository.stage({ ...code, [journal3]: { link: '../../../README.md' } });
  const { help } = repository.check(['pre-commit'], { cwd: 'docs/sprints' }).diagnostic('journal/unreadable');
  expect(help.split('\n')).toEqual(['replace it with the file itself, then:', 'git add "S3/INTERACTIONS.yaml"']);
});

test('a start that a later commit has put back is not to be put back again', () => {
  const repository = published();
  repository.commit(-4, { 'PO_NOTES.md': notes({ started_at: at(-2) }), ...log(opening(), second) });
  repository.commit(-3, { 'PO_NOTES.md': notes(), ...log(opening(), second, third) });
  mend(repository, 'work');
});

test('commits that were pushed and rebased after the freeze are merged with what they were rebased on', () => {
  const repository = published(30);
  repository.commit(-25, { ...code, ...log(opening(30), second) });
  repository.git('checkout', '--quiet', 'main');
  const ahead = repository.commit(-10, { 'hotfix.txt': 'fixed\n' });
  repository.git('push', '--quiet', '--no-verify', 'origin', 'main');
  repository.git('checkout', '--quiet', 'work');
  repository.gitAt(-1, 'rebase', '--quiet', 'main');
  mend(repository, '--force-with-lease', 'work');
  expect(repository.git('merge-base', 'work', ahead)).toBe(ahead);
});

test('a commit that no branch has is pushed by HEAD once it is mended', () => {
  const repository = published();
  repository.commit(-4, code);
  repository.git('tag', 'late');
  repository.git('reset', '--quiet', '--keep', 'HEAD~1');
  const { help } = repository.tryPush('late:work').diagnostic('journal/not-staged');
  expect(help).toContain('git push origin HEAD:work');
  obey(repository, help, nothing);
  expect(repository.git('rev-parse', 'origin/work')).toBe(repository.git('rev-parse', 'HEAD'));
});

describe('a commit of paths alone', () => {
  test('after the freeze is given those of the next sprint', () => {
    const repository = inSprint(30);
    const refused = repository.write(code).tryCommit('--', 'src/app.txt');
    obey(repository, refused.diagnostic('freeze/closed').help, nothing);
    expect(repository.git('log', '-1', '--format=%s')).toBe('A commit');
    expect(repository.git('ls-tree', '--name-only', 'HEAD', 'docs/sprints/')).toMatch(/S4$/);
  });

  test('whose journal is on disk alone is given that', () => {
    const repository = inSprint();
    repository.commit(-4, { [journal3]: null });
    repository.write({ ...code, ...log(opening(), second) });
    obey(repository, repository.tryCommit('--', 'src/app.txt').diagnostic('journal/missing').help, nothing);
    expect(repository.git('show', `HEAD:${journal3}`)).toContain('Delivered the filter.');
  });
});

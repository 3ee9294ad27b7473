import { describe, expect, test } from 'vitest';
import { type Files, Repository } from '../helpers/repository.ts';
import {
  at,
  code,
  entry,
  grown,
  inSprint,
  journal,
  journal3,
  opening,
  second,
  sprintFiles,
  withOrigin,
} from '../helpers/sprint.ts';
import { expectFindings, scenarios, undecided } from '../helpers/verdict.ts';

const off = { rules: { 'journal/not-staged': 'off' } };
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const rc = (value: unknown) => ({ '.sprint-checkrc.json': json(value) });

/** HEAD has these files; then a commit without an entry. */
const based = (files: Files, next: Files = code) => {
  const repository = inSprint();
  repository.commit(-4, files);
  return repository.try(next);
};
/** An honest commit that brings these files. */
const bringing = (files: Files) => inSprint().try({ [journal3]: grown, ...files });

describe('where it stands', () => {
  scenarios({
    'package.json': [() => based({ 'package.json': json({ name: 'tours', 'sprint-check': off }) })],
    '.sprint-checkrc.json': [() => based(rc(off))],
    '.sprint-checkrc.yaml': [() => based({ '.sprint-checkrc.yaml': 'rules:\n  journal/not-staged: off\n' })],
    'a leading $schema': [() => based(rc({ $schema: './config.schema.json', ...off }))],
    'a package.json without the key': [() => based({ 'package.json': json({ name: 'tours' }) }), 'journal/not-staged'],
    none: [() => based({}), 'journal/not-staged'],
    'a folder below the root': [() => based({ 'docs/.sprint-checkrc.json': json(off) }), 'journal/not-staged'],
    'the work tree alone': [() => inSprint().write(rc(off)).try(code), 'journal/not-staged'],
  });
});

describe('it is read from base', () => {
  const unborn = (files: Files) =>
    Repository.create()
      .hook('pre-commit')
      .try({ ...sprintFiles(30), ...files });

  scenarios({
    'no base: the snapshot decides': [() => unborn(rc({ freezeAfter: 60, timebox: 60 }))],
    'no base, no config: the defaults decide': [() => unborn({}), 'freeze/closed'],
    'a base without a sprint: the snapshot decides': [
      () => {
        const repository = Repository.create().hook('pre-commit');
        repository.commit(-60, { 'README.md': '# Tours\n' });
        return repository.try({ ...sprintFiles(30), ...rc({ freezeAfter: 60, timebox: 60 }) });
      },
    ],
    'a base with a sprint and no config: the defaults decide': [
      () => inSprint(30).try({ ...rc({ freezeAfter: 60, timebox: 60 }), [journal3]: journal(opening(30), entry()) }),
      'freeze/closed',
    ],
    'a base with a config: it decides': [
      () =>
        inSprint()
          .config(-4, { branches: ['main'] })
          .try({ ...rc({}), ...code }),
    ],
    'removed: base decides once more': [
      () =>
        inSprint()
          .config(-4, off)
          .try({ '.sprint-checkrc.json': null, ...code }),
    ],
    'a broken base is mended': [() => based({ '.sprint-checkrc.json': '{' }, { ...rc(off), [journal3]: grown })],
    'a broken base excuses nothing': [
      () => based({ '.sprint-checkrc.json': '{' }, { ...rc(off), ...code }),
      'journal/not-staged',
    ],
  });

  test.each([
    ['brought', rc(off), true],
    ['not touched', code, false],
  ])('the report says whether it is changed: %s', (_, files, changed) => {
    const verdict = bringing(files);
    expectFindings(verdict, []);
    expect(verdict.report.configChanged).toBe(changed);
  });
});

test('what follows a changed config in one push is refused, and passes once the change is pushed first', () => {
  const { repository } = withOrigin();
  repository.git('push', '--quiet', '--no-verify', '--set-upstream', 'origin', 'work');
  const changed = repository.commit(-3, { ...rc({ developers: ['ChatGPT', 'Claude'] }), [journal3]: grown });
  repository.commit(-1, { ...code, [journal3]: journal(opening(), second, entry({ who: 'Claude' })) });
  const { stdout } = repository.cli(['check', '--lang', 'en']);
  const command = `git push origin ${changed.slice(0, 10)}:refs/heads/work`;
  expect(stdout).toContain(
    `takes effect from the next push on. To have it judge what follows, push this commit first: ${command}`,
  );
  expectFindings(repository.tryPush('work'), ['journal/who']);
  expect(repository.run('sh', ['-c', command]).exit).toBe(0);
  expectFindings(repository.tryPush('work'), []);
});

test('a pull request that changes the config says where it has to be', () => {
  const { repository } = withOrigin();
  repository.commit(-3, { ...rc({ developers: ['ChatGPT', 'Claude'] }), [journal3]: grown });
  const request = {
    ...{ GITLAB_CI: 'true', CI_MERGE_REQUEST_IID: '7', CI_MERGE_REQUEST_TITLE: 'Sprint S3' },
    CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'work',
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    CI_MERGE_REQUEST_DIFF_BASE_SHA: repository.git('rev-parse', 'main'),
    CI_COMMIT_SHA: repository.git('rev-parse', 'work'),
  };
  expect(repository.cli(['check'], { env: request }).stdout).toContain('it takes effect once it is on main.');
});

test('a config that came to the base branch since is no change of a pull request’s, nor of a range’s', () => {
  const { repository } = withOrigin();
  repository.commit(-3, { ...code, [journal3]: grown });
  repository.git('switch', '--quiet', 'main');
  repository.commit(-2, rc({ developers: ['ChatGPT', 'Claude'] }));
  repository.git('switch', '--quiet', 'work');
  const request = {
    ...{ GITLAB_CI: 'true', CI_MERGE_REQUEST_IID: '7', CI_MERGE_REQUEST_TITLE: 'Sprint S3' },
    CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'work',
    CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: repository.git('rev-parse', 'work'),
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    CI_MERGE_REQUEST_TARGET_BRANCH_SHA: repository.git('rev-parse', 'main'),
  };
  for (const verdict of [repository.check([], { env: request }), repository.check(['--from', 'main'])]) {
    expectFindings(verdict, []);
    expect(verdict.report.configChanged).toBe(false);
  }
});

describe('what is wrong is exit 2, with file and line', () => {
  const lines = (second: string) => bringing({ '.sprint-checkrc.json': `{\n  ${second}\n}\n` });
  const at2 = /\.sprint-checkrc\.json:2/;

  undecided({
    'an unknown key': [() => lines('"sprint": "docs"'), at2],
    'an unknown key is compared with those there are': [() => lines('"sprint": "docs"'), /sprints/],
    'an unknown rule': [() => lines('"rules": { "journal/mising": "off" }'), /journal\/missing/],
    'a wrong severity': [() => lines('"rules": { "journal/missing": "none" }'), at2],
    'a wrong type': [() => lines('"po": "po@example.com"'), at2],
    'freezeAfter zero': [() => lines('"freezeAfter": 0'), at2],
    'freezeAfter with a fraction': [() => lines('"freezeAfter": 1.5'), at2],
    'freezeAfter over timebox': [() => lines('"freezeAfter": 26'), /timebox/],
    'no JSON': [() => lines('"po": ['), /\.sprint-checkrc\.json/],
    'no object': [() => bringing({ '.sprint-checkrc.json': '[]\n' }), /\.sprint-checkrc\.json/],
    'no YAML': [() => bringing({ '.sprint-checkrc.yaml': 'po: [\n' }), /\.sprint-checkrc\.yaml/],
    'a symbolic link': [() => bringing({ '.sprint-checkrc.json': { link: 'x.json' } }), /\.sprint-checkrc\.json/],
    'two sources': [() => bringing({ ...rc({}), '.sprint-checkrc.yaml': 'po: []\n' }), /\.sprint-checkrc\.yaml/],
    'two sources, one in package.json': [
      () => bringing({ ...rc({}), 'package.json': json({ 'sprint-check': {} }) }),
      /package\.json/,
    ],
    'a glob that no pattern can be made of': [
      () => lines(`"branches": ["${'x'.repeat(32_768)}"]`),
      /\.sprint-checkrc\.json:2:16/,
    ],
    'no developer': [() => lines('"developers": []'), at2],
    'the PO as a developer': [() => lines('"developers": ["Po"]'), at2],
    'a comment in JSON': [() => lines('// why\n "po": []'), at2],
    'a comma too many in package.json': [
      () => bringing({ 'package.json': '{\n  "sprint-check": {},\n}\n' }),
      /package\.json:3/,
    ],
    'the schema of a team': [() => lines('"schema": "team.json"'), at2],
  });
});

describe('what it says', () => {
  const configured = (config: object, files: Files) => inSprint().config(-4, config).try(files);
  const on = (branch: string, branches: string[]) => {
    const repository = inSprint().config(-4, { branches });
    repository.git('checkout', '--quiet', '-b', branch);
    return repository.try(code);
  };

  scenarios({
    'branches leave a branch alone': [() => on('main', ['work'])],
    'branches take a branch in': [() => on('feature/map', ['feature/*']), 'journal/not-staged'],
    sprintBranch: [() => configured({ sprintBranch: 'develop' }, { [journal3]: grown }), 'warn branch/sprint'],
    'a freeze of its own': [() => configured({ freezeAfter: 1, timebox: 25 }, { [journal3]: grown }), 'freeze/closed'],
  });

  test('lang', () => {
    const repository = inSprint().config(-4, { lang: 'fr' }).stage(code);
    const french = repository.cli(['pre-commit']);
    const english = repository.cli(['pre-commit', '--lang', 'en']);
    expect([french.exit, english.exit]).toEqual([1, 1]);
    expect(french.stdout).not.toBe(english.stdout);
  });

  test('in a range, the config of its base judges every commit', () => {
    const repository = inSprint();
    repository.commit(-4, { ...rc(off), [journal3]: journal(opening(), entry({ when: at(-4) })) });
    repository.commit(-3, code);
    expectFindings(repository.check(['--from', 'HEAD~2']), ['journal/not-staged']);
    expectFindings(repository.check(['--from', 'HEAD~1']), []);
  });
});

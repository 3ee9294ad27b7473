import { describe, expect, test } from 'vitest';
import { type Edit, nothing, obey } from '../helpers/obey.ts';
import { begun, check, fourth, knowsPO, log, read, replace, third } from '../helpers/remedies.ts';
import type { Repository } from '../helpers/repository.ts';
import {
  answer,
  at,
  code,
  entry,
  type Fields,
  inSprint,
  journal,
  journal3,
  notes,
  opening,
  second,
  sprintFiles,
  withOrigin,
} from '../helpers/sprint.ts';
import { expectFindings } from '../helpers/verdict.ts';

describe('a warning that the config makes an error', () => {
  const strict = (rule: string, base = begun()) => {
    base.config(-4, { rules: { [rule]: 'error' } }).git('tag', '--force', 'start');
    return base;
  };
  const expectMended = (repository: Repository, rule: string, edit: Edit = nothing) => {
    const verdict = check(repository);
    expectFindings(verdict, [rule]);
    obey(repository, verdict.diagnostic(rule).help, edit);
    expect(check(repository).findings('error'), String(check(repository))).toEqual([]);
  };

  test('freeze/backdated is left by an amend, once the clock is right', () => {
    const repository = strict('freeze/backdated', begun(10));
    repository.commit(-6, { ...code, ...log(opening(10), second, third) });
    expectMended(repository, 'freeze/backdated');
  });

  test.each([
    ['', () => begun(30)],
    [', whose address is known', () => knowsPO(30)],
  ])('artefacts/missing is left by the next sprint where the tip is an answer of the PO’s%s', (_, begin) => {
    const repository = begin();
    repository.commit(-20, { 'docs/sprints/S3/PLAN.md': null, ...log(opening(30), second, third) });
    const rules = { 'artefacts/missing': 'error' };
    repository.config(-19, { po: ['po@example.com'], rules }).git('tag', '--force', 'start');
    const answered = repository.commit(-2, log(opening(30), second, third, answer()), '--author=PO <po@example.com>');
    expectMended(repository, 'artefacts/missing');
    expect(repository.git('rev-parse', 'HEAD~1')).toBe(answered);
  });

  test('sprint/unanswered is left by the PO’s answer, though the next sprint is open by then', () => {
    const repository = strict('sprint/unanswered');
    repository.commit(-3, sprintFiles(3, 4));
    expectFindings(check(repository), ['sprint/unanswered']);
    expect(check(repository).diagnostic('sprint/unanswered').help).toContain('- who: PO');
    repository.commit(-2, log(opening(), second, answer()));
    expectFindings(check(repository), []);
  });

  test.each(['journal/cut-text', 'journal/when'])('%s is silent on what the PO has answered', (rule) => {
    const base = inSprint();
    const wrong = journal(opening(), entry({ when: at(-30) }), answer()).replace(
      '"Delivered the search page."',
      'a #b',
    );
    base.commit(-5, { [journal3]: wrong });
    const repository = strict(rule, base);
    repository.commit(-3, { ...code, [journal3]: `${wrong}\n${journal(third)}` });
    expectFindings(check(repository), []);
  });

  test('journal/cut-text is mended by an amend in the commit that adds an answered entry', () => {
    const repository = strict('journal/cut-text');
    const added = journal(opening(), second, third, answer()).replace('"Delivered the map."', 'a #b');
    repository.commit(-3, { ...code, [journal3]: added });
    expectMended(repository, 'journal/cut-text', (it) => replace(it, 'a #b', '"a #b"'));
  });
});

describe('a push from a branch of another name', () => {
  const topic = (...then: Parameters<Repository['commit']>[]) => {
    const { repository } = withOrigin();
    repository.git('push', '--quiet', '--no-verify', '--set-upstream', 'origin', 'work');
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.commit(-4, code);
    for (const commit of then) repository.commit(...commit);
    return repository.hook('pre-commit');
  };
  const later = (repository: Repository) => repository.git('log', '--format=%s', 'topic', '^work');

  test.each<[string, (repository: Repository) => unknown]>([
    ['on which the user is', () => {}],
    ['on which the user is not', (repository) => repository.git('switch', '--quiet', 'work')],
  ])('%s is mended there', (_, stand) => {
    for (const repository of [topic(), topic([-3, log(opening(), second)])]) {
      stand(repository);
      obey(repository, repository.tryPush('topic:work').diagnostic('journal/not-staged').help, nothing);
      expect(repository.tryPush('topic:work').exit).toBe(0);
      expect(later(repository)).toBe('A commit');
    }
  });

  test('which another work tree has checked out is mended there', () => {
    const repository = topic();
    repository.git('switch', '--quiet', 'work');
    repository.git('worktree', 'add', '--quiet', '../my topic', 'topic');
    const { help } = repository.tryPush('topic:work').diagnostic('journal/not-staged');
    const typed = repository.run('sh', ['-e', '-c', help.replaceAll('npx ', '')], { cwd: 'docs' });
    expect(typed.exit, typed.stderr).toBe(0);
    expect(repository.tryPush('topic:work').exit).toBe(0);
    expect(repository.git('branch', '--show-current')).toBe('work');
  });

  test('without a branch keeps what follows', () => {
    const repository = topic([-3, log(opening(), second)]);
    repository.git('checkout', '--quiet', '--detach');
    obey(repository, repository.tryPush('HEAD:work').diagnostic('journal/not-staged').help, nothing);
    expect(repository.tryPush('HEAD:work').exit).toBe(0);
    expect(read(repository)).toContain('Delivered the filter.');
  });
});

test('what was merged in from an unpushed default branch is pushed with it, and stays as it is', () => {
  const { repository } = withOrigin();
  repository.git('push', '--quiet', '--no-verify', 'origin', 'work');
  repository.git('checkout', '--quiet', 'main');
  const fix = repository.commit(-2, { 'hotfix.txt': 'fixed\n' });
  repository.git('checkout', '--quiet', 'work');
  repository.gitAt(-1, 'merge', '--quiet', '--no-edit', 'main');
  const verdict = repository.tryPush('work');
  expectFindings(verdict, ['sprint/unknown']);
  obey(repository, verdict.diagnostic('sprint/unknown').help, nothing);
  expectFindings(repository.tryPush('work'), []);
  expect(repository.git('rev-parse', 'origin/main')).toBe(fix);
});

test('a commit that does nothing but take an answer back is left out, whichever help is obeyed', () => {
  const repository = begun(30);
  const answered = repository.commit(-4, log(opening(30), second, answer()));
  repository.gitAt(-3, 'revert', '--no-edit', 'HEAD');
  const verdict = check(repository);
  expectFindings(verdict, ['freeze/closed', 'journal/history']);
  for (const { help } of verdict.report.diagnostics) obey(repository, help, nothing);
  expect(repository.git('rev-parse', 'HEAD')).toBe(answered);
});

describe('one commit of all', () => {
  type Changed = Parameters<Repository['commit']>[1];
  const series = (repository: Repository, ...commits: readonly Changed[]): Repository => {
    for (const [index, files] of commits.entries()) repository.commit(index - commits.length, files);
    return repository;
  };
  /** Obeys the first help, and gives the journal as it then stands in HEAD. */
  const mended = (repository: Repository, edit: Edit = nothing): string => {
    obey(
      repository,
      check(repository).report.diagnostics.find(({ severity }) => severity === 'error')?.help ?? '',
      edit,
    );
    expect(check(repository).findings('error'), String(check(repository))).toEqual([]);
    return repository.git('show', `HEAD:${journal3}`);
  };
  const changed = { ...second, did: 'Delivered less.' };

  test.each<[string, Repository, readonly Changed[]]>([
    [
      'an answered entry that was altered',
      begun(),
      [log(opening(), second, answer()), log(opening(), changed, answer()), log(opening(), second, answer())],
    ],
    ['an entry that was taken out', begun(), [{ ...code, ...log(second) }, log(opening(), second)]],
    [
      'an entry that was put in front',
      begun(),
      [{ ...code, ...log(third, opening(), second) }, log(opening(), second, third)],
    ],
    [
      'an answer that was not the PO’s',
      knowsPO(),
      [{ ...code, ...log(opening(), second, third, answer()) }, log(opening(), second, third)],
    ],
  ])('does not mend again what a later commit has mended: %s', (_, repository, commits) => {
    series(repository, ...commits);
    const { help } = check(repository).report.diagnostics[0] ?? {};
    expect(help).not.toMatch(/back as|move entry/);
    const before = repository.git('show', `HEAD:${journal3}`);
    expect(mended(repository)).toContain(before);
  });

  test('gets an answered entry back also where an answer that is not the PO’s stands beside it', () => {
    const repository = knowsPO();
    const [yes, forged] = [answer(), answer({ reply: 'KO', details: 'No.', action: 'fix' })];
    repository.commit(-4, log(opening(), second, yes), '--author=PO <po@example.com>');
    repository.git('tag', '--force', 'start');
    series(
      repository,
      { ...code, ...log(opening(), changed, yes) },
      { 'src/b.txt': '', ...log(opening(), changed, yes, third, forged) },
    );
    const { help } = check(repository).diagnostic('journal/po-identity');
    expect(help).toMatch(/put the PO’s entries back[\s\S]*put entry 2 back as it was/);
  });

  test('brings back what a merge took from its second parent', () => {
    const repository = begun();
    repository.git('checkout', '--quiet', '-b', 'side');
    repository.commit(-4, { 'src/side.txt': 'side\n', ...log(opening(), second, third) });
    repository.git('checkout', '--quiet', 'work');
    repository.commit(-4, { 'src/map.txt': 'map\n', ...log(opening(), second, fourth) });
    repository.run('git', ['merge', '--no-commit', '--no-ff', 'side']);
    const merge = repository.commit(-3, log(opening(), second, fourth));
    repository.commit(-2, { ...code, ...log(opening(), second, fourth, entry({ did: 'More.' })) });
    const { help } = check(repository).diagnostic('journal/history');
    expect(help).toContain(
      `put entry 3 back as it was, with all else that is missing, and add what is new at the end; to see it: git show ${merge.slice(0, 10)}^2:`,
    );
  });

  test('has an entry of its own where only the PO’s are new, and the PO’s commit takes no code', () => {
    const repository = knowsPO();
    const po = '--author=PO <po@example.com>';
    const ko = answer({ reply: 'KO', details: 'No.', action: 'fix' });
    repository.commit(-4, log(opening(), second, answer()), po);
    repository.commit(-3, { ...code, ...log(opening(), changed, answer()) });
    repository.commit(-2, log(opening(), changed, answer(), ko), po);
    const { help } = check(repository).diagnostic('journal/history');
    const lines = help.split('\n');
    expect(lines.findIndex((line) => line.includes('sprint-check log'))).toBeLessThan(lines.indexOf('git stash'));
    expect(help).toMatch(/git commit -C \w+ -- "docs\/sprints\/S3\/INTERACTIONS\.yaml"/);
  });

  test('keeps what was merged in from outside as a parent', () => {
    const { repository } = withOrigin();
    repository.git('push', '--quiet', '--no-verify', 'origin', 'work');
    repository.commit(-4, code);
    repository.git('checkout', '--quiet', 'main');
    const ahead = repository.commit(-3, { 'hotfix.txt': 'fixed\n' });
    repository.git('push', '--quiet', '--no-verify', 'origin', 'main');
    repository.git('checkout', '--quiet', 'work');
    repository.gitAt(-2, 'merge', '--quiet', '--no-edit', 'main');
    repository.hook('pre-commit').hook('pre-merge-commit');
    obey(repository, repository.tryPush('work').diagnostic('journal/not-staged').help, nothing);
    expect(repository.tryPush('work').exit).toBe(0);
    expect(repository.git('merge-base', 'work', ahead)).toBe(ahead);
    expect(repository.git('diff', '--name-only', ahead, 'work', '--', 'hotfix.txt')).toBe('');
  });

  test('that goes back to the sprint it left puts its header back whole', () => {
    const repository = begun(60);
    repository.commit(-10, sprintFiles(10, 4));
    repository.git('tag', '--force', 'start');
    repository.commit(-5, {
      ...code,
      'PO_NOTES.md': notes({ started_at: at(-60) }),
      ...log(opening(60), second, third),
    });
    repository.commit(-4, { 'src/b.txt': '', ...log(opening(60), second, third, fourth) });
    const { help } = check(repository).diagnostic('sprint/reopened');
    expect(help).toContain('put sprint_id: 4 and its other keys back');
    expect(help).not.toContain('started_at');
  });

  test('that is on the remote already is agreed on with those who made it', () => {
    const { repository } = withOrigin();
    repository.commit(-4, code);
    repository.commit(-3, log(opening(), second), '--author=Mate <mate@example.com>');
    repository.git('push', '--quiet', '--no-verify', 'origin', 'work');
    const { help } = repository.check(['--from', 'main']).diagnostic('journal/not-staged');
    expect(help).toContain('agree on it with those who made them');
  });

  test('is made on the tip where no commit is new', () => {
    const { repository } = withOrigin(30);
    repository.commit(-5, { ...code, [journal3]: null });
    repository.git('push', '--quiet', '--no-verify', '--set-upstream', 'origin', 'work');
    const tip = repository.git('rev-parse', 'HEAD');
    obey(repository, repository.check().diagnostic('journal/missing').help, nothing);
    expect(repository.git('rev-parse', 'HEAD~1')).toBe(tip);
    expect(repository.check().exit).toBe(0);
  });

  test('leaves the default branch’s own commit as it is, on which work has only begun', () => {
    const { repository } = withOrigin();
    repository.git('checkout', '--quiet', '-B', 'work', 'origin/main');
    repository.hook('pre-commit');
    const main = repository.git('rev-parse', 'origin/main');
    const { help } = repository.tryPush('work').diagnostic('sprint/unknown');
    expect(help).toBe('open a sprint:\nnpx sprint-check start\ngit add "PO_NOTES.md" "docs/sprints"\ngit commit');
    obey(repository, help, nothing);
    expect(repository.git('rev-parse', 'HEAD~1')).toBe(main);
    expect(repository.tryPush('work').exit).toBe(0);
  });

  test('is none of commits that take each other back', () => {
    const base = begun();
    base.git('tag', '--force', 'start');
    const repository = series(
      base,
      { 'src/new.txt': 'new\n', ...log(second) },
      { 'src/new.txt': null, ...log(opening(), second) },
    );
    const [first] = check(repository).report.diagnostics;
    expect(first?.help).toBe(
      `together the commits change nothing; leave them out:\ngit reset --soft ${repository.git('rev-parse', '--short=10', 'start')}`,
    );
  });

  test('brings back every entry that a commit took, and that no base has', () => {
    const repository = series(begun(30), log(opening(30), second, third, fourth), log(opening(30), second));
    const { help } = check(repository).diagnostic('journal/history');
    expect(help).toMatch(/put entry 3 back.*\n.*put entry 4 back/);
    expect(
      mended(repository, (it, line) => line.startsWith('put') && it.write(log(opening(30), second, third, fourth))),
    ).toMatch(/map[\s\S]*list/);
  });

  test('brings back the entries of a journal in whose place another one came', () => {
    const repository = series(begun(), log(opening(), second, answer()), { [journal3]: null, ...code }, log(third));
    const all = log(opening(), second, answer(), third);
    expect(mended(repository, (it, line) => line.startsWith('put') && it.write(all))).toMatch(
      /filter[\s\S]*"PO"[\s\S]*map/,
    );
  });

  test('brings a journal back before what an earlier commit took from it', () => {
    const repository = series(
      begun(),
      log(opening(), second, answer({ reply: 'KO', details: 'It stays.', action: 'fix' })),
      log(opening(), second),
      {
        ...code,
        [journal3]: null,
      },
    );
    const ko = answer({ reply: 'KO', details: 'It stays.', action: 'fix' });
    expect(mended(repository, (it, line) => line.startsWith('put') && it.write(log(opening(), second, ko)))).toContain(
      'It stays.',
    );
  });

  test('has the start that the first of several commits moved', () => {
    const moved = (minutes: number, ...more: readonly Fields[]) => ({
      'PO_NOTES.md': notes({ started_at: at(-minutes) }),
      ...log(opening(), second, ...more),
    });
    const repository = series(begun(), moved(4, third), moved(3, third, fourth));
    const start = read(begun(), 'PO_NOTES.md');
    const { help } = check(repository).diagnostic('freeze/moved');
    expect(help.match(/started_at: /g)).toHaveLength(1);
    mended(repository, (it) => it.write({ 'PO_NOTES.md': start }));
  });

  test('leaves a frozen sprint with its start, whichever help is obeyed', () => {
    const repository = series(begun(30), code, {
      'PO_NOTES.md': notes({ started_at: at(-10) }),
      ...log(opening(30), second, third),
    });
    for (const { help } of check(repository).report.diagnostics) expect(help).not.toContain('started_at');
    mended(repository);
  });
});

test('one commit of all brings back an answer that a commit of it took, whichever help is followed', () => {
  const repository = begun();
  repository.commit(-4, log(opening(), second, answer()));
  repository.commit(-3, log(opening(), second));
  repository.commit(-2, { '.env.local': 'KEY=1\n', ...log(opening(), second, third) });
  const { help } = check(repository).diagnostic('secrets/env-local');
  obey(repository, help, () => repository.write(log(opening(), second, answer(), third)));
  expectFindings(check(repository), []);
  expect(repository.git('show', `HEAD:${journal3}`)).toContain('who: "PO"');
});

test('a forced push that drops an entry becomes a merge, through the conflict that it has', () => {
  const { repository } = withOrigin();
  repository.commit(-4, { 'src/filter.txt': 'filter\n', ...log(opening(), second) });
  repository.git('push', '--quiet', '--no-verify', 'origin', 'work');
  repository.git('reset', '--quiet', '--hard', 'HEAD~1');
  repository.commit(-3, { ...code, ...log(opening(), third) });
  obey(repository, repository.tryPush('--force', 'work').diagnostic('journal/history').help, nothing);
  expect(read(repository)).toMatch(/Delivered the filter[\s\S]*Delivered the map/);
  expectFindings(repository.tryPush('work'), []);
});

test('what CI finds is pushed anew, from a branch without an upstream too', () => {
  const { repository, origin } = withOrigin();
  repository.commit(-4, code);
  repository.git('push', '--quiet', '--no-verify', 'origin', 'work');
  const inCi = () => {
    const sha = repository.git('rev-parse', 'HEAD');
    const push = {
      CI_PIPELINE_SOURCE: 'push',
      CI_COMMIT_SHA: sha,
      CI_COMMIT_BRANCH: 'work',
      CI_DEFAULT_BRANCH: 'main',
    };
    return repository.check([], { env: { GITLAB_CI: 'true', CI_COMMIT_BEFORE_SHA: '0'.repeat(40), ...push } });
  };
  obey(repository, inCi().diagnostic('journal/not-staged').help, nothing);
  expectFindings(inCi(), []);
  expect(origin.git('rev-parse', 'work')).toBe(repository.git('rev-parse', 'HEAD'));
});

test('what is on the remote already is pushed anew where a check is typed', () => {
  const { repository, origin } = withOrigin();
  repository.commit(-4, code);
  repository.git('push', '--quiet', '--no-verify', 'origin', 'work');
  repository.commit(-3, { 'src/filter.txt': 'filter\n', ...log(opening(), second) });
  const typed = () => repository.check(['--from', 'main']);
  obey(repository, typed().diagnostic('journal/not-staged').help, nothing);
  expect(typed().exit).toBe(0);
  expect(origin.git('rev-parse', 'work')).toBe(repository.git('rev-parse', 'HEAD'));
});

test('commits are put together on what they were made on, and not on what has gone on since', () => {
  const { repository } = withOrigin();
  const madeOn = repository.git('rev-parse', 'HEAD');
  repository.commit(-4, code);
  repository.commit(-3, { 'src/more.txt': 'more\n' });
  repository.git('checkout', '--quiet', 'main');
  repository.commit(-2, { 'hotfix.txt': 'fixed\n' });
  repository.git('checkout', '--quiet', 'work');
  const { help } = repository.check(['--from', 'main']).diagnostic('journal/not-staged');
  expect(help).toContain(`git reset --soft ${madeOn.slice(0, 10)}`);
});

test('a remote of another name is the one that is pushed to', () => {
  const { repository } = withOrigin();
  repository.git('remote', 'rename', 'origin', 'hub');
  repository.commit(-4, code);
  repository.git('push', '--quiet', '--no-verify', '--set-upstream', 'hub', 'work');
  repository.git('checkout', '--quiet', 'main');
  repository.commit(-3, { 'hotfix.txt': 'fixed\n' });
  repository.git('push', '--quiet', '--no-verify', 'hub', 'main');
  repository.git('checkout', '--quiet', 'work');
  repository.gitAt(-2, 'merge', '--quiet', '--no-edit', 'main');
  expectFindings(repository.check(), []);
  const { help } = repository.check(['--from', 'main']).diagnostic('journal/not-staged');
  expect(help).toContain('git push --force-with-lease hub work');
});

test('commits are put together on what was merged in, whose answers stay the PO’s', () => {
  const { repository } = withOrigin(30);
  repository.config(-29, { po: ['po@example.com'] });
  repository.git('push', '--quiet', '--no-verify', 'origin', 'work:work', 'work:main');
  repository.git('checkout', '--quiet', '-B', 'main');
  repository.commit(-20, log(opening(30), answer()), '--author=PO <po@example.com>');
  repository.git('push', '--quiet', '--no-verify', 'origin', 'main');
  repository.git('checkout', '--quiet', 'work');
  repository.commit(-5, sprintFiles(5, 4, [entry({ topic: 'Sprint S4', when: at(-5) })]));
  repository.commit(-4, code);
  repository.gitAt(-3, 'merge', '--quiet', '--no-edit', 'origin/main');
  const { help } = repository.hook('pre-commit').tryPush('work').diagnostic('journal/not-staged');
  obey(repository, help, nothing);
  expectFindings(repository.tryPush('work'), []);
  expect(repository.git('log', '--format=%ae', 'work', '--', journal3)).toContain('po@example.com');
});

test('commits of a first push are put together on what they follow, and not on nothing', () => {
  const repository = begun(30);
  repository.git('tag', '--delete', 'start');
  repository.bare('origin.git');
  repository.git('remote', 'add', 'origin', '../origin.git');
  const base = repository.git('rev-parse', '--short=10', 'HEAD');
  repository.commit(-20, code);
  const { help } = repository.hook('pre-push').tryPush('work').diagnostic('journal/not-staged');
  expect(help).toContain(`git reset --soft ${base}`);
});

test('a forced push that puts off a start, by which the sprint is frozen, becomes a commit of the next sprint', () => {
  const { repository } = withOrigin(40);
  repository.git('push', '--quiet', '--no-verify', 'origin', 'work');
  repository.git('reset', '--quiet', '--hard', 'main');
  repository.commit(-5, { ...sprintFiles(5, 3, [opening(40)]), ...log(opening(40)) });
  repository.hook('pre-commit');
  obey(repository, repository.tryPush('--force', 'work').diagnostic('freeze/moved').help, nothing);
  expect(repository.tryPush('--force', 'work').findings('error')).toEqual([]);
});

test('a start and a commit of a clock that is ahead are mended at once', () => {
  const repository = inSprint(60);
  repository.git('tag', 'start');
  repository.commit(20, { ...sprintFiles(-20, 4, [entry({ topic: 'Sprint S4', when: at(20) })]) });
  const start = notes({ sprint_id: 4, started_at: at(0), interaction_log: undefined });
  obey(
    repository,
    check(repository).diagnostic('freeze/future').help,
    (it, line) => line.startsWith('in ') && it.write({ 'PO_NOTES.md': start }),
  );
  expect(check(repository).findings('error')).toEqual([]);
});

describe('an answer of the PO’s that is no YAML, where the PO’s address is known', () => {
  const ko = answer({ reply: 'KO', details: 'search: broken', action: 'fix' });
  const broken = () => {
    const repository = knowsPO();
    repository.commit(
      -3,
      {
        [journal3]: `${journal(opening(), second)}\n- who: PO\n  topic: Sprint S3\n  reply: KO\n  details: search: broken\n  action: fix\n`,
      },
      '--author=PO <po@example.com>',
    );
    return repository.hook('pre-commit');
  };

  test('is left to the PO in a developer’s next commit', () => {
    const repository = broken();
    const refused = repository.write({ [journal3]: `${read(repository)}\n${journal(third)}` }).try(code, '--all');
    expectFindings(refused, ['journal/syntax']);
    expect(refused.diagnostic('journal/syntax').help).toMatch(/^the PO has to correct it/);
  });

  test('is not to be taken out by a developer who has mended it beside code', () => {
    const refused = broken().try({ ...code, ...log(opening(), second, ko, third) });
    expectFindings(refused, ['journal/po-identity']);
    const { help } = refused.diagnostic('journal/po-identity');
    expect(help).toContain('as the PO wrote them; the PO has to correct them first, in a commit by the PO');
  });

  test.each([
    ['a developer’s commit has', [third]],
    ['a developer’s commits have', [third, fourth]],
  ])('is kept, and corrected by the PO, where %s mended it', (_, added) => {
    const repository = broken();
    const left = repository.git('rev-parse', 'HEAD');
    for (const [index] of added.entries())
      repository.commit(-2, { [`src/${index}.txt`]: '', ...log(opening(), second, ko, ...added.slice(0, index + 1)) });
    const { help } = check(repository).diagnostic('journal/po-identity');
    obey(repository, help, (it) => {
      expect(it.git('rev-parse', 'HEAD')).toBe(left);
      it.git('stash');
      expectFindings(it.try(log(opening(), second, ko), '--author=PO <po@example.com>'), []);
      it.git('checkout', 'stash', '--', 'src');
      it.write(log(opening(), second, ko, ...added));
    });
    expectFindings(check(repository), []);
  });

  test('is not repaired by fix, whose repair nobody but the PO may commit', () => {
    const repository = broken();
    const before = read(repository);
    repository.run('sprint-check', ['fix']);
    expect(read(repository)).toBe(before);
  });
});

test('a merge of an ask that one side altered and the PO answered on the other keeps both forms', () => {
  const repository = begun();
  repository.hook('pre-commit').git('checkout', '--quiet', '-b', 'side');
  repository.commit(-3, { ...code, ...log(opening(), { ...second, did: 'Delivered the filter, twice.' }) });
  repository.git('checkout', '--quiet', 'work');
  repository.commit(-3, log(opening(), second, answer()));
  repository.run('git', ['merge', '--no-edit', 'side']);
  const merged = { ...second, did: 'Delivered the filter, twice.' };
  const verdict = repository.try(log(opening(), merged, answer()));
  expect(verdict.diagnostic('journal/history').help).toContain('if the other side has it in another form, keep both');
  expectFindings(repository.try(log(opening(), second, merged, answer())), []);
});

test('a journal that was emptied is got back, and no first entry is asked for', () => {
  const repository = inSprint();
  repository.commit(-4, log(opening(), answer()));
  const refused = repository.try({ ...code, [journal3]: '' });
  obey(repository, refused.diagnostic('journal/schema').help, () => {});
  expectFindings(repository.try({}), []);
});

describe('what the PO left wrong in a commit of the PO’s own', () => {
  const left = (entries: string, config: object) => {
    const { repository } = withOrigin(30);
    repository.config(-29, config);
    repository.git('push', '--quiet', '--no-verify', '--set-upstream', 'origin', 'work');
    repository.commit(-3, { [journal3]: entries }, '--author=PO <po@example.com>');
    return repository;
  };
  const known = { po: ['po@example.com'] };
  const unsound = journal(opening(30), answer({ reply: 'ok' }));
  const unreadable = `${journal(opening(30))}\n- who: PO\n topic: [\n`;

  test.each([
    ['an entry', 'journal/schema', unsound],
    ['a journal', 'journal/syntax', unreadable],
  ])('%s is left to the PO, whose addresses are known', (_, rule, entries) => {
    expect(left(entries, known).check().diagnostic(rule).help).toMatch(
      /^the PO has to correct it(?![\s\S]*git commit)/,
    );
  });

  test('a journal that can’t be read is mended by a commit that the freeze lets pass', () => {
    const repository = left(unreadable, {});
    const { help } = repository.check().diagnostic('journal/syntax');
    obey(repository, help, () => repository.write(log(opening(30), answer())));
    expectFindings(repository.check(), []);
  });
});

describe('where commits are put together, those of the PO follow as the PO’s own', () => {
  const byPO = '--author=PO <po@example.com>';
  const known = (minutes: number) => {
    const { repository } = withOrigin(minutes);
    repository.config(1 - minutes, { po: ['po@example.com'] });
    repository.git('push', '--quiet', '--no-verify', '--set-upstream', 'origin', 'work');
    return repository.hook('pre-commit');
  };
  const expectKept = (repository: Repository, warnings: string[]) => {
    expectFindings(repository.check(), warnings);
    expect(repository.git('log', '-1', '--format=%ae')).toBe('po@example.com');
    expect(read(repository)).toContain('"PO"');
    expect(repository.git('stash', 'list')).toBe('');
  };

  test('after the freeze', () => {
    const repository = known(30);
    repository.commit(-25, code);
    repository.commit(-3, log(opening(30), answer()), byPO);
    const { help } = repository.check().diagnostic('journal/not-staged');
    obey(repository, help, () => repository.write(log(opening(30))));
    expectKept(repository, []);
    expect(repository.git('ls-tree', '--name-only', 'HEAD', 'docs/sprints/')).toMatch(/S4$/);
  });

  test('where the PO mended an answer, and code was committed in between', () => {
    const repository = known(5);
    repository.commit(-4, log(opening(), answer({ reply: 'yes' })), byPO);
    repository.commit(-3, { ...code, ...log(opening(), answer({ reply: 'yes' }), third) });
    repository.commit(-2, log(opening(), answer(), third), byPO);
    const { help } = repository.check().diagnostic('journal/schema');
    obey(repository, help, () => repository.write(log(opening(), third)));
    expectKept(repository, []);
  });

  test('as they were, where a developer altered one of them', () => {
    const repository = known(5);
    repository.commit(-4, code);
    repository.commit(-3, log(opening(), answer()), byPO);
    const ko = answer({ reply: 'KO', details: 'It breaks.', action: 'Mend it.' });
    repository.commit(-2, { 'src/map.txt': 'map\n', ...log(opening(), ko, third) });
    const { help } = repository.check().diagnostic('journal/not-staged');
    obey(repository, help, (_, line) =>
      repository.write(line.startsWith('put') ? log(opening(), answer(), third) : log(opening(), third)),
    );
    expectKept(repository, []);
    expect(read(repository)).toContain('"OK"');
  });

  const ko = answer({ reply: 'KO', details: 'It breaks.', action: 'fix' });
  const atTop = log(answer(), opening());

  test.each<[string, string, Parameters<Repository['commit']>[]]>([
    [
      'has none, and an answer is out of place',
      'journal/history',
      [
        [-4, atTop, byPO],
        [-3, code],
      ],
    ],
    [
      'has none',
      'journal/not-staged',
      [
        [-4, code],
        [-3, log(opening(), answer()), byPO],
      ],
    ],
    [
      'is none',
      'journal/history',
      [
        [-4, atTop, byPO],
        [-3, log(answer(), opening(), ko), byPO],
      ],
    ],
  ])('with an entry of the developer’s where the developer’s commit %s', (_, rule, commits) => {
    const repository = known(5);
    for (const commit of commits) repository.commit(...commit);
    obey(repository, repository.check().diagnostic(rule).help, (_, line) => {
      const left = read(repository).replace(journal(answer()), '');
      const moved = `${left}\n${journal(answer())}`;
      repository.write({ [journal3]: line.startsWith('move') ? moved : left.replace(journal(ko), '') });
    });
    expectKept(repository, []);
  });

  test('and what else the tip shows is mended before they are set aside', () => {
    const repository = known(5);
    repository.commit(-4, code);
    repository.commit(-3, log(opening(), answer()), byPO);
    const misspelt = entry({ when: at(-2), did: 'Delivered the map.', detials: 'The map is square.' });
    repository.commit(-2, { 'src/map.txt': 'map\n', ...log(opening(), answer(), misspelt) });
    const { help } = repository.check().diagnostic('journal/not-staged');
    obey(repository, help, (_, line) => {
      if (line.startsWith('correct')) repository.write(log(opening(), answer(), third)).git('add', journal3);
      else repository.write(log(opening(), third));
    });
    expectKept(repository, []);
    expect(read(repository)).not.toContain('detials');
  });
});

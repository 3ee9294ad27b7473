import { describe, expect, test } from 'vitest';
import { Repository } from '../helpers/repository.ts';
import { at, code, entry, grown, inSprint, journal, journal3, notes, opening, sprintFiles } from '../helpers/sprint.ts';
import { expectFindings, scenarios, undecided } from '../helpers/verdict.ts';

const honest = { ...code, [journal3]: grown };

describe('a linked worktree', () => {
  const linked = (branch: string) => {
    const repository = inSprint();
    repository.git('checkout', '--quiet', '-b', 'main');
    repository.git(
      'worktree',
      'add',
      '--quiet',
      ...(branch === 'work' ? [] : ['-b', branch]),
      '../linked',
      branch === 'work' ? branch : 'HEAD',
    );
    return repository.open('../linked');
  };

  scenarios({
    'an honest commit': [() => linked('work').try(honest)],
    'no entry': [() => linked('work').try(code), 'journal/not-staged'],
    'commit -a': [() => linked('work').write(honest).tryCommit('-a')],
    'commit -- path': [() => linked('work').stage(honest).tryCommit('--', 'src/app.txt'), 'journal/not-staged'],
    'an amend': [() => linked('work').stage(code).tryCommit('--amend')],
    'another branch': [() => linked('side').try(honest), 'warn branch/sprint'],
  });
});

describe('submodules', () => {
  const inside = () => {
    const source = inSprint();
    const outer = Repository.create();
    outer.git('submodule', '--quiet', 'add', source.url, 'tours');
    return outer.open('tours').hook('pre-commit');
  };
  const around = () => {
    const repository = inSprint();
    const vendor = repository.bare('vendor.git');
    const clone = vendor.clone('vendor');
    clone.commit(-60, { 'a.txt': 'a\n' });
    clone.git('push', '--quiet', '--no-verify', 'origin', 'HEAD:main');
    repository.git('submodule', '--quiet', 'add', vendor.url, 'vendor');
    return repository;
  };

  scenarios({
    'an honest commit in a submodule': [() => inside().try(honest)],
    'no entry in a submodule': [() => inside().try(code), 'journal/not-staged'],
    'a submodule added with an entry': [() => around().try({ [journal3]: grown })],
    'a submodule added without one': [() => around().tryCommit(), 'journal/not-staged'],
  });
});

describe('a package in a subfolder', () => {
  const packaged = () => {
    const repository = inSprint();
    repository.commit(-4, { 'packages/app/package.json': '{}\n' });
    return repository.hook('pre-commit', 'cd packages/app');
  };

  scenarios({
    'an honest commit': [() => packaged().try(honest)],
    'no entry': [() => packaged().try(code), 'journal/not-staged'],
    'commit -a': [() => packaged().write(honest).tryCommit('-a')],
    'commit -a without an entry': [() => packaged().write(code).tryCommit('-a'), 'journal/not-staged'],
    'commit -- path': [() => packaged().stage(honest).tryCommit('--', 'src/app.txt'), 'journal/not-staged'],
    'commit -- journal': [() => packaged().write(honest).tryCommit('--', journal3)],
  });

  test('is where npx finds the checker, which a help says where the user stands elsewhere', () => {
    const help = (repository: Repository) => repository.tryCommit().diagnostic('journal/not-staged').help;
    const repository = packaged().stage(code);
    expect(help(repository)).toMatch(/^npx --prefix "packages\/app" sprint-check log /);
    expect(help(repository.open('packages'))).toMatch(/^npx --prefix "app" sprint-check log /);
    expect(help(repository.open('packages/app'))).toMatch(/^npx sprint-check log /);
  });
});

describe('SHA-256', () => {
  const sha256 = () => inSprint(5, ['--object-format=sha256']);

  scenarios({
    'an honest commit': [() => sha256().try(honest)],
    'no entry': [() => sha256().try(code), 'journal/not-staged'],
    'an unborn HEAD': [() => Repository.create(['--object-format=sha256']).hook('pre-commit').try(sprintFiles())],
  });
});

describe('a detached HEAD', () => {
  const detached = (branches?: string[]) => {
    const repository = inSprint();
    if (branches) repository.config(-4, { branches });
    repository.git('checkout', '--quiet', '--detach');
    return repository;
  };

  scenarios({
    'no entry': [() => detached().try(code), 'journal/not-staged'],
    'no entry, though only some branches are judged': [() => detached(['main']).try(code), 'journal/not-staged'],
  });

  test('an honest commit', () => {
    const verdict = detached().try(honest);
    expect([verdict.exit, verdict.findings('error')]).toEqual([0, []]);
  });
});

describe('hostile settings', () => {
  const settings = {
    'color.ui': 'always',
    'color.diff': 'always',
    'diff.external': 'false',
    'diff.relative': 'true',
    'diff.noprefix': 'true',
    'diff.renames': 'copies',
    'diff.ignoreSubmodules': 'all',
    'diff.orderFile': '/dev/null',
    'core.quotePath': 'true',
    'core.abbrev': '4',
    'core.pager': 'false',
    'log.showSignature': 'true',
    'log.date': 'relative',
    'log.showRoot': 'false',
    'log.follow': 'true',
    'status.relativePaths': 'false',
    'status.showUntrackedFiles': 'no',
    'merge.conflictStyle': 'diff3',
    'merge.renames': 'false',
  };
  const variables = {
    GIT_EXTERNAL_DIFF: 'false',
    GIT_DIFF_OPTS: '--unified=0',
    GIT_ICASE_PATHSPECS: '1',
    GIT_PAGER: 'false',
    GIT_TRACE: '1',
    EDITOR: 'false',
    VISUAL: 'false',
    PAGER: 'false',
    SSH_ASKPASS: 'false',
    GIT_ASKPASS: 'false',
    GIT_EDITOR: 'false',
    GIT_SEQUENCE_EDITOR: 'false',
    GIT_SSH_COMMAND: 'false',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'color.ui',
    GIT_CONFIG_VALUE_0: 'always',
  };
  const hostile = () => {
    const repository = inSprint(5, [], 'dépôt à vérifier');
    for (const [key, value] of Object.entries(settings)) repository.git('config', '--global', key, value);
    return repository;
  };
  const commit = (repository: Repository, env: Record<string, string>) =>
    repository.fire('pre-commit', ['commit', '--quiet', '--message=A try'], { env });

  const range = (repository: Repository, env: Record<string, string>) => {
    repository.commit(-3, { ...code, [journal3]: journal(opening(), entry({ when: at(-3) })) });
    repository.commit(-2, { 'src/é b.txt': 'b\n' });
    return repository.check(['--from', 'HEAD~2'], { env });
  };

  scenarios({
    'config, an honest commit': [() => commit(hostile().stage(honest), {})],
    'config, no entry': [() => commit(hostile().stage(code), {}), 'journal/not-staged'],
    'config, a range': [() => range(hostile(), {}), 'journal/not-staged'],
    'environment, a range': [() => range(inSprint(), variables), 'journal/not-staged'],
    'environment, an honest commit': [() => commit(inSprint().stage(honest), variables)],
    'environment, no entry': [() => commit(inSprint().stage(code), variables), 'journal/not-staged'],
  });
});

describe('names and folders that are not what they seem', () => {
  const tagged = () => {
    const repository = inSprint();
    repository.git('tag', 'MERGE_HEAD');
    return repository;
  };

  scenarios({
    'a tag named MERGE_HEAD, an honest commit': [() => tagged().try(honest)],
    'a tag named MERGE_HEAD, no entry': [() => tagged().try(code), 'journal/not-staged'],
  });

  undecided({
    'no folder for temporary files, and a merge to judge': [
      () => {
        const repository = inSprint();
        const base = repository.git('rev-parse', 'HEAD');
        repository.git('checkout', '--quiet', '-b', 'side');
        repository.commit(-4, honest);
        repository.git('checkout', '--quiet', 'work');
        repository.gitAt(-3, 'merge', '--quiet', '--no-ff', '--no-edit', 'side');
        return repository.check(['--from', base], { env: { TMPDIR: '/nowhere' } });
      },
      /No folder can be created in \/nowhere.*TMPDIR/s,
    ],
  });
});

describe('paths with spaces and letters beyond ASCII', () => {
  const sprints = "docs/Sprints d'été — 日本";
  const odd = () => {
    const repository = Repository.create([], "dépôt d'été");
    const usual = Object.entries(sprintFiles()).filter(([path]) => path !== 'PO_NOTES.md');
    const files = Object.fromEntries(usual.map(([path, text]) => [path.replace('docs/sprints', sprints), text]));
    const log = JSON.stringify(`${sprints}/S3/INTERACTIONS.yaml`);
    const config = JSON.stringify({ sprints, notes: 'Notes du PO.md' });
    const texts = { 'Notes du PO.md': notes({ interaction_log: log }), '.sprint-checkrc.json': config };
    repository.commit(-5, { ...files, ...texts });
    return repository.hook('pre-commit');
  };
  const journalFile = `${sprints}/S3/INTERACTIONS.yaml`;

  scenarios({
    'an honest commit': [() => odd().try({ 'src/été.txt': 'été\n', [journalFile]: grown })],
    'no entry': [() => odd().try({ 'src/été.txt': 'été\n' }), 'journal/not-staged'],
  });

  test('a diagnostic names the file as it is', () => {
    const verdict = odd().try({ [journalFile]: journal(opening(), entry({ ask: undefined })) });
    expectFindings(verdict, ['journal/schema']);
    expect(verdict.diagnostic('journal/schema').file).toBe(journalFile);
  });
});

describe('husky', () => {
  const withHusky = () => Repository.create().husky('pre-commit');
  const committed = () => {
    const repository = withHusky();
    repository.commit(-5, sprintFiles());
    return repository;
  };

  scenarios({
    'an honest commit': [() => committed().try(honest)],
    'no entry': [() => committed().try(code), 'journal/not-staged'],
    'commit -a': [() => committed().write(honest).tryCommit('-a')],
  });

  test('a worktree where husky does not fire is caught by check', () => {
    const repository = committed();
    repository.git('checkout', '--quiet', '-b', 'main');
    repository.git('worktree', 'add', '--quiet', '../linked', 'work');
    const linked = repository.open('../linked');
    expect(linked.try(code).exit).toBeNull();
    expectFindings(linked.check(['--from', 'main']), ['journal/not-staged']);
  });
});

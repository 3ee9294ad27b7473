import { describe } from 'vitest';
import { Repository } from '../helpers/repository.ts';
import { at, entry, inSprint, journal, journal3, opening, sprintFiles, withOrigin } from '../helpers/sprint.ts';
import { scenarios, undecided } from '../helpers/verdict.ts';

const delivered = (minutes: number, did: string) => entry({ when: at(minutes), did });

/** Two branches beside `work` with a commit each, merged into it at once and not committed yet. */
function octopus(minutes: number): Repository {
  const repository = inSprint(minutes);
  for (const side of ['one', 'two']) {
    repository.git('checkout', '--quiet', '-b', side, 'work');
    repository.commit(1 - minutes, { [`src/${side}.txt`]: side });
  }
  repository.git('checkout', '--quiet', 'work');
  repository.git('merge', '--quiet', '--no-ff', '--no-commit', 'one', 'two');
  return repository;
}

describe('names that could be taken for something else', () => {
  scenarios({
    'a file named HEAD': [() => inSprint().try({ HEAD: 'tails', [journal3]: journal(opening(), entry()) })],
    'a repository in a folder with a colon': [
      () => {
        const repository = inSprint(5, [], 'shop: work');
        repository.git('checkout', '--quiet', '-b', 'side');
        repository.commit(-4, { 'src/map.txt': 'map' });
        repository.git('checkout', '--quiet', 'work');
        repository.commit(-3, { 'src/filter.txt': 'filter', [journal3]: journal(opening(), delivered(-3, 'Filter.')) });
        return repository.fire('pre-merge-commit', ['merge', '--no-ff', '--no-edit', 'side']);
      },
    ],
  });
});

describe('a merge of three branches that commit concludes', () => {
  scenarios({
    'needs no entry of its own': [() => octopus(5).tryCommit()],
    'is not stopped by the freeze': [() => octopus(30).tryCommit()],
    'with a change of its own': [() => octopus(5).try({ 'src/own.txt': 'own' }), 'journal/not-staged'],
  });
});

/** `work` and `main` have gone apart for some commits, and an evil merge after the freeze brings them together. */
function evilMerge(): { repository: Repository; before: string } {
  const { repository } = withOrigin(30);
  repository.git('checkout', '--quiet', 'main');
  for (const number of [1, 2, 3]) repository.commit(-28, { 'src/app.txt': `main ${number}` });
  repository.git('push', '--quiet', '--no-verify', 'origin', 'main');
  repository.git('checkout', '--quiet', 'work');
  const entries = [opening(30)];
  for (const minutes of [-27, -26, -25]) {
    entries.push(delivered(minutes, `Step ${minutes}.`));
    repository.commit(minutes, { [journal3]: journal(...entries) });
  }
  const before = repository.git('rev-parse', 'HEAD');
  repository.run('git', ['merge', '--no-commit', '--no-ff', 'main']);
  repository.commit(-1, { 'src/app.txt': 'main 3', 'src/evil.txt': 'evil' });
  return { repository, before };
}

const shallowly = (depth: number) => {
  const { repository, before } = evilMerge();
  return repository.clone('shallow', '--no-single-branch', `--depth=${depth}`).check(['--from', before]);
};

describe('a shallow clone', () => {
  undecided({
    'does not make an evil merge look like one of unrelated branches': [() => shallowly(2), /fetch-depth: 0/],
  });
  scenarios({
    'is told from the whole history': [
      () => {
        const { repository, before } = evilMerge();
        return repository.check(['--from', before]);
      },
      'freeze/closed',
    ],
  });
});

/** Sprint 2 long ago, sprint 3 now, and a branch from before both with a commit of `minutes`, merged into `work`. */
function besideTheSprints(minutes: number): { repository: Repository; before: string } {
  const repository = Repository.create();
  repository.commit(-3000, { 'README.md': '# Tours\n' });
  repository.git('checkout', '--quiet', '-b', 'side');
  repository.commit(minutes, { 'src/side.txt': 'side' });
  repository.git('checkout', '--quiet', 'work');
  repository.commit(-2900, sprintFiles(2900, 2));
  repository.commit(-5, sprintFiles(5, 3, [opening(5)]));
  const before = repository.git('rev-parse', 'HEAD');
  repository.gitAt(-1, 'merge', '--quiet', '--no-ff', '--no-edit', 'side');
  return { repository, before };
}

describe('commits in no sprint that are merged in', () => {
  const check = (minutes: number, from?: string) => {
    const { repository, before } = besideTheSprints(minutes);
    return repository.check(['--from', from ?? before]);
  };
  scenarios({
    'made before the first sprint': [() => check(-2950)],
    'made after it, to a range within the second': [() => check(-1000), 'sprint/unknown'],
    'made after it, to a range from before both': [() => check(-1000, 'work~3'), 'sprint/unknown'],
  });
});

describe('commits merged in from the default branch', () => {
  const hotfixed = () => {
    const { repository } = withOrigin(5);
    repository.git('push', '--quiet', '--no-verify', '--set-upstream', 'origin', 'work');
    repository.git('checkout', '--quiet', 'main');
    repository.commit(-3, { 'src/hotfix.txt': 'hotfix' });
    repository.git('push', '--quiet', '--no-verify', 'origin', 'main');
    repository.git('checkout', '--quiet', 'work');
    repository.gitAt(-2, 'merge', '--quiet', '--no-ff', '--no-edit', 'main');
    return repository;
  };
  scenarios({
    'are nobody’s to answer for in a check': [() => hotfixed().check()],
    'nor in a push': [() => hotfixed().tryPush('work')],
  });
});

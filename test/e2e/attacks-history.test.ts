import { describe } from 'vitest';
import { commit, frozen, push } from '../helpers/attacks.ts';
import type { Files, Repository } from '../helpers/repository.ts';
import {
  answer,
  at,
  code,
  entry,
  type Fields,
  grown,
  inSprint,
  journal,
  journal3,
  opening,
  refusal,
  second,
  withOrigin,
} from '../helpers/sprint.ts';
import { scenarios } from '../helpers/verdict.ts';

const step =
  (minutes: number, files: Files, ...args: string[]) =>
  (repository: Repository) =>
    repository.commit(minutes, files, ...args);
const published = (repository: Repository) => repository.git('push', '--quiet', '--no-verify', 'origin', 'work');
const log = (...entries: readonly Fields[]) => ({ [journal3]: journal(...entries) });

describe('changing the policy', () => {
  const weak = { '.sprint-checkrc.json': '{ "rules": { "journal/not-staged": "off", "freeze/closed": "off" } }\n' };
  const open = { '.sprint-checkrc.json': '{ "allowAfterFreeze": ["**"], "freezeAfter": 600, "timebox": 600 }\n' };

  scenarios({
    'in the very commit': [() => commit({ ...code, ...weak }), 'journal/not-staged'],
    'in the very commit, frozen': [() => frozen({ ...code, ...open, ...log(opening(30), entry()) }), 'freeze/closed'],
    'benign: from the next commit on': [
      () =>
        inSprint()
          .config(-4, { rules: { 'journal/not-staged': 'off' } })
          .try(code),
    ],
    'in an earlier commit of the push': [
      () => push(published, step(-4, { ...weak, ...log(opening(), second) }), step(-3, code)),
      'journal/not-staged',
    ],
    'in package.json': [
      () => commit({ 'package.json': '{ "sprint-check": { "branches": ["main"] } }\n' }),
      'journal/not-staged',
    ],
    'by an environment': [
      () => {
        const env = {
          HUSKY_SKIP: '1',
          SKIP: 'all',
          SPRINT_CHECK: 'off',
          SPRINT_CHECK_SKIP: '1',
          SPRINT_CHECK_NOW: at(-20),
          SOURCE_DATE_EPOCH: '0',
          TZ: 'Pacific/Kiritimati',
          GIT_COMMITTER_DATE: at(-29),
          GIT_AUTHOR_DATE: at(-29),
        };
        const repository = inSprint(30).stage(log(opening(30), entry()));
        return repository.fire('pre-commit', ['commit', '--message=x'], { env });
      },
      'freeze/closed',
    ],
    'by an index of its own that is not committed': [
      () => {
        const repository = inSprint().stage(log(opening(), second));
        repository.git('update-index', '--skip-worktree', journal3);
        repository.git('reset', '--quiet', '--', journal3);
        return repository.write({ [journal3]: grown }).try(code);
      },
      'journal/not-staged',
    ],
  });
});

describe('bending history', () => {
  const hurried = step(-3, code);
  const replaced = (repository: Repository) => {
    const clean = repository.commit(-3, log(opening(), second));
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    const culprit = repository.commit(-3, code);
    repository.git('replace', culprit, clean);
  };
  const grafted = (repository: Repository) => {
    repository.commit(-3, code);
    const tip = repository.commit(-2, log(opening(), second));
    const root = repository.git('rev-parse', 'HEAD~2');
    repository.write({ '.git/info/grafts': `${tip} ${root}\n` });
  };
  const undated = (repository: Repository) => {
    repository.commit(-3, log(opening(), second));
    const text = repository
      .run('git', ['cat-file', 'commit', 'HEAD'])
      .stdout.replace(/^(committer .*>) .*$/m, '$1 never');
    const made = repository.run('git', ['hash-object', '-t', 'commit', '-w', '--literally', '--stdin'], {
      input: text,
    });
    repository.git('update-ref', 'HEAD', made.stdout.trim());
  };
  const droppedByMerge = (repository: Repository) => {
    repository.git('checkout', '--quiet', '-b', 'side');
    repository.commit(-4, log(opening(), refusal));
    repository.git('checkout', '--quiet', 'work');
    repository.commit(-3, log(opening(), second));
    repository.git('merge', '--quiet', '--no-commit', '--strategy=ours', 'side');
    repository.commit(-2, log(opening(), second, entry({ when: at(-2) })));
  };
  const checked = (make: (repository: Repository) => unknown) => {
    const repository = inSprint();
    repository.git('tag', 'opened');
    make(repository);
    return repository.check(['--from', 'opened']);
  };

  scenarios({
    '--no-verify': [() => push(hurried), 'journal/not-staged'],
    'benign: --no-verify with an entry': [() => push(step(-3, { ...code, ...log(opening(), second) }))],
    'a replace ref': [() => checked(replaced), 'journal/not-staged'],
    'a graft': [() => checked(grafted), 'journal/not-staged'],
    'a tag in the way of the default branch': [
      () => {
        const { repository } = withOrigin();
        repository.commit(-3, code);
        repository.commit(-2, log(opening(), second));
        repository.git('tag', 'origin/main');
        repository.git('tag', 'origin/HEAD');
        return repository.check();
      },
      'journal/not-staged',
    ],
    'attributes that hide the journal from a diff': [
      () => commit({ '.gitattributes': '* -diff -text\n*.yaml binary\n', ...log(opening(), second) }),
    ],
    'attributes that hide a change of it': [
      () => {
        const repository = inSprint();
        repository.commit(-4, { '.gitattributes': '* -diff\n', ...log(opening(), refusal) });
        return repository.try(log(opening(), second));
      },
      'journal/history',
    ],
    'a date that cannot be read': [() => checked(undated), 'freeze/closed'],
    'a merge that drops an answer': [() => checked(droppedByMerge), 'journal/history'],
    'an answer that goes where the journal can’t be read': [
      () => {
        const broken = { 'src/app.txt': 'more\n', [journal3]: `${journal(opening(), answer(), second)}- who: "\n` };
        return push(
          step(-4, log(opening(), answer())),
          step(-3, { ...code, ...log(opening(), answer(), second) }),
          step(-2, broken),
          step(-1, { ...code, ...log(opening(), second, entry()) }),
        );
      },
      'journal/history',
      'journal/syntax',
    ],
    'a mid-range deletion of the journal': [
      () => push(step(-4, { ...code, [journal3]: null }), step(-3, log(opening(), second))),
      'journal/missing',
    ],
    'a secret added and removed within a push': [
      () =>
        push(
          step(-4, { '.env.local': 'KEY=1\n', ...log(opening(), second) }),
          step(-3, { '.env.local': null, ...log(opening(), second, entry({ when: at(-3) })) }),
        ),
      'secrets/env-local',
    ],
    'a delivery after the freeze dated before it': [
      () => {
        const repository = inSprint(30);
        repository.commit(-2, log(opening(30), answer()));
        repository.commit(-20, log(opening(30), answer(), entry({ when: at(-20) })));
        return repository.check(['--from', 'HEAD~2']);
      },
      'warn freeze/backdated',
    ],
  });
});

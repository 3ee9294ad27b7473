import { describe, expect, test } from 'vitest';
import { honest, hurried } from '../helpers/pushes.ts';
import { Repository } from '../helpers/repository.ts';
import {
  answer,
  at,
  entry,
  type Fields,
  grown,
  journal,
  journal3,
  notes,
  opening,
  refusal,
  second,
  sprintFiles,
  withOrigin,
} from '../helpers/sprint.ts';
import { expectFindings, scenarios, type Verdict } from '../helpers/verdict.ts';

const weak = { '.sprint-checkrc.json': '{ "rules": { "journal/not-staged": "off" } }\n' };

/** A server with the checker as its hook; no hook runs on the client. */
const served = (init: readonly string[] = []) => {
  const both = withOrigin(5, init);
  both.origin.hook('pre-receive');
  const give = (...args: string[]): Verdict =>
    both.repository.fire('pre-receive', ['push', '--no-verify', 'origin', ...args]);
  return { ...both, give };
};
/** The same, where `work` is on the server already. */
const received = (init: readonly string[] = []) => {
  const server = served(init);
  expectFindings(server.give('work'), []);
  return server;
};

describe('a push that a server receives', () => {
  scenarios({
    'a new branch': [() => served().give('work')],
    'a new branch with a hurried commit': [
      () => {
        const { repository, give } = served();
        hurried(repository);
        honest(repository);
        return give('work');
      },
      'journal/not-staged',
    ],
    'more of a branch': [
      () => {
        const { repository, give } = received();
        honest(repository);
        return give('work');
      },
    ],
    'more of a branch, hurried': [
      () => {
        const { repository, give } = received();
        hurried(repository);
        return give('work');
      },
      'journal/not-staged',
    ],
    'another branch': [
      () => {
        const { repository, give } = received();
        hurried(repository);
        return give('work:feature');
      },
    ],
    'several, one of them hurried': [
      () => {
        const { repository, give } = received();
        hurried(repository);
        return give('work:feature', 'work', 'work:refs/tags/v1');
      },
      'journal/not-staged',
    ],
    'a deletion': [() => received().give(':work'), 'push/deletion'],
    'a deletion of what the default branch contains': [
      () => {
        const { give } = received();
        expectFindings(give('work:main'), []);
        return give(':work');
      },
    ],
    'a forced push that drops an answer': [
      () => {
        const { repository, give } = received();
        repository.commit(-4, { [journal3]: journal(opening(), refusal) });
        expectFindings(give('work'), []);
        repository.git('reset', '--quiet', '--hard', 'HEAD~1');
        honest(repository);
        return give('--force', 'work');
      },
      'journal/history',
    ],
    'SHA-256': [
      () => {
        const { repository, give } = received(['--object-format=sha256']);
        hurried(repository);
        return give('work');
      },
      'journal/not-staged',
    ],
    'SHA-256, honest': [
      () => {
        const { repository, give } = received(['--object-format=sha256']);
        honest(repository);
        return give('work');
      },
    ],
  });
});

describe('an empty server', () => {
  const empty = () => {
    const repository = Repository.create();
    const origin = repository.bare('origin.git').hook('pre-receive');
    repository.git('remote', 'add', 'origin', origin.path);
    repository.commit(-5, sprintFiles());
    return repository;
  };
  const give = (repository: Repository) => repository.fire('pre-receive', ['push', 'origin', 'work']);

  scenarios({
    'an honest sprint': [() => give(empty())],
    'a hurried commit': [
      () => {
        const repository = empty();
        hurried(repository);
        return give(repository);
      },
      'journal/not-staged',
    ],
  });
});

describe('its policy is the one before the push', () => {
  scenarios({
    'a config that excuses its own commit': [
      () => {
        const { repository, give } = received();
        repository.commit(-3, weak);
        return give('work');
      },
      'journal/not-staged',
    ],
    'a config that excuses the next commit of its push': [
      () => {
        const { repository, give } = received();
        repository.commit(-4, { ...weak, [journal3]: grown });
        hurried(repository);
        return give('work');
      },
      'journal/not-staged',
    ],
    'a config that leaves the branch out': [
      () => {
        const { repository, give } = received();
        repository.commit(-3, { '.sprint-checkrc.json': '{ "push": ["main"], "branches": ["main"] }\n' });
        return give('work');
      },
      'journal/not-staged',
    ],
    'a config that is there': [
      () => {
        const { repository, give } = received();
        repository.commit(-4, { ...weak, [journal3]: grown });
        expectFindings(give('work'), []);
        hurried(repository);
        return give('work');
      },
    ],
  });
});

describe('its clock', () => {
  const late = (minutes: number, ...entries: readonly Fields[]) => {
    const { repository, origin } = withOrigin(minutes);
    repository.git('push', '--quiet', '--no-verify', 'origin', 'work');
    origin.hook('pre-receive');
    repository.commit(1 - minutes, { [journal3]: journal(opening(minutes), ...entries) });
    return repository.fire('pre-receive', ['push', '--no-verify', 'origin', 'work']);
  };

  scenarios({
    'commits that come after the timebox': [() => late(40, entry({ when: at(-39) })), 'warn push/late'],
    'commits that come within it': [() => late(10, entry({ when: at(-9) }))],
    'answers that come after it': [() => late(40, answer())],
  });
});

describe('what it leaves', () => {
  test('its words reach the client, in text', () => {
    const { repository, origin } = received();
    origin.hook('pre-receive', 'exec sprint-check pre-receive');
    hurried(repository);
    const { exit, stderr } = repository.run('git', ['push', '--no-verify', 'origin', 'work']);
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: expect.stringMatching(/^remote: .*journal\/not-staged/m) });
  });

  test('a refused push leaves the server as it was', () => {
    const { repository, origin, give } = received();
    const before = origin.fingerprint();
    hurried(repository);
    expectFindings(give('work'), ['journal/not-staged']);
    expect(origin.fingerprint()).toBe(before);
  });

  test('200 commits in one push', () => {
    const { repository, give } = received();
    const entries = Array.from({ length: 200 }, (_, i) => entry({ when: at(-4), did: `Delivered part ${i}.` }));
    const date = Math.floor(Date.parse(at(-4)) / 1000);
    const commits = entries.map((_, i) => {
      const text = journal(opening(), ...entries.slice(0, i + 1));
      const from = i === 0 ? 'from refs/heads/work^0\n' : '';
      const data = `data ${Buffer.byteLength(text)}\n${text}\n`;
      const head = `commit refs/heads/work\ncommitter Dev <dev@example.com> ${date} +0000\ndata 1\nx\n`;
      return `${head}${from}M 100644 inline ${journal3}\n${data}`;
    });
    const { exit, stderr } = repository.run('git', ['fast-import', '--quiet'], { input: commits.join('\n') });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const verdict = give('work');
    expectFindings(verdict, []);
    expect(verdict.report.range?.commits).toBe(200);
  });

  test('a T moved on and back within a push', () => {
    const { repository, give } = received();
    const culprit = repository.commit(-4, { 'PO_NOTES.md': notes({ started_at: at(-1) }), [journal3]: grown });
    repository.commit(-3, { 'PO_NOTES.md': notes(), [journal3]: journal(opening(), second, answer()) });
    const verdict = give('work');
    expect(verdict.diagnostic('freeze/moved').commit).toBe(culprit);
  });
});

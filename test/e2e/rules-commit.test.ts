import { describe, expect, test } from 'vitest';
import { type Files, Repository } from '../helpers/repository.ts';
import {
  answer,
  at,
  code,
  entry,
  type Fields,
  inSprint,
  journal,
  journal3,
  journalPath,
  notes,
  opening,
  refusal,
  second,
  sprintFiles,
} from '../helpers/sprint.ts';
import { expectFindings, scenarios } from '../helpers/verdict.ts';

const third = entry({ when: at(-2), did: 'Delivered the filter.' });
const settled = opening(5, { status: 'done' });

/** The journal holds these entries, and the next commit brings those. */
const turning = (before: readonly Fields[], after: readonly Fields[], files: Files = {}, ...args: string[]) => {
  const repository = inSprint();
  repository.commit(-4, { [journal3]: journal(...before) });
  return repository.try({ ...files, [journal3]: journal(...after) }, ...args);
};

describe('sprint/reopened', () => {
  const other = (sprint: number) => journal(entry({ topic: `Sprint S${sprint}` }));
  const moving = (before: Files, sprint: number, files: Files) => {
    const repository = inSprint();
    repository.commit(-4, { [journal3]: journal(opening(), answer()), ...before });
    return repository.try({ ...files, 'PO_NOTES.md': notes({ sprint_id: sprint, started_at: at(-2) }) });
  };

  scenarios({
    'back to a sprint before': [() => moving({}, 2, { [journalPath(2)]: other(2) }), 'sprint/reopened'],
    'on to one whose journal is there': [
      () =>
        moving({ [journalPath(4)]: other(4) }, 4, { [journalPath(4)]: other(4) + journal(entry({ topic: 'More' })) }),
      'sprint/reopened',
    ],
    'on to the next': [() => moving({}, 4, sprintFiles(2, 4))],
    'on over one': [() => moving({}, 5, sprintFiles(2, 5))],
  });
});

describe('journal/history', () => {
  scenarios({
    'an entry gone': [() => turning([opening(), second], [opening()]), 'journal/history'],
    'an entry gone behind a new one': [
      () => turning([opening(), second, answer()], [opening(), answer(), third]),
      'journal/history',
    ],
    'entries swapped': [() => turning([opening(), second], [second, opening()]), 'journal/history'],
    'an entry put in before answered ones': [
      () => turning([opening(), answer()], [third, opening(), answer()]),
      'journal/history',
    ],
    'an answer altered': [() => turning([opening(), refusal], [opening(), answer(), third]), 'journal/history'],
    'an answered entry altered': [
      () => turning([opening(), answer()], [opening(5, { ask: 'Nothing.' }), answer(), third]),
      'journal/history',
    ],
    'the status of an answered entry': [() => turning([opening(), answer()], [settled, answer()])],
    'an unanswered entry altered': [() => turning([opening(), second], [opening(), { ...second, ask: 'Open /map.' }])],
    'an older journal altered': [
      () => {
        const repository = inSprint();
        const older = entry({ topic: 'Sprint S2', when: at(-90) });
        repository.commit(-4, { [journalPath(2)]: journal(older, answer({ topic: 'Sprint S2' })) });
        const files = { [journalPath(2)]: journal(older, answer({ topic: 'Sprint S2', details: 'Hm.' })) };
        return repository.try({ ...files, [journal3]: journal(opening(), third) });
      },
      'journal/history',
    ],
  });
});

describe('journal/po-identity', () => {
  const team = (entries: readonly Fields[], ...args: string[]) => {
    const repository = inSprint().config(-4, { po: ['po@example.com'] });
    return repository.try({ [journal3]: journal(...entries) }, ...args);
  };

  scenarios({
    'an answer by a developer': [() => team([opening(), answer()]), 'journal/po-identity'],
    'an answer by the PO': [() => team([opening(), answer()], '--author=PO <po@example.com>')],
    'an entry by a developer': [() => team([opening(), second])],
    'nobody is named': [() => turning([opening()], [opening(), answer()])],
  });
});

describe('freeze/closed', () => {
  const frozen = (entries: readonly Fields[], files: Files = {}) =>
    inSprint(30).try({ ...files, [journal3]: journal(...entries) });
  const dated = (minutes: number) => {
    const repository = inSprint(30);
    repository.commit(minutes, { [journal3]: journal(opening(30), entry({ when: at(-9) })) });
    return repository.check(['--from', 'HEAD~1']);
  };
  const allowing = (files: Files) =>
    inSprint(30)
      .config(-29, { allowAfterFreeze: ['docs/**/*.md'] })
      .try(files);

  scenarios({
    'a delivery': [() => frozen([opening(30), entry()], code), 'freeze/closed'],
    'an entry alone': [() => frozen([opening(30), entry()]), 'freeze/closed'],
    'an answer': [() => frozen([opening(30), answer()])],
    'an answer and the status of what it answers': [() => frozen([opening(30, { status: 'done' }), answer()])],
    'an answer and code': [() => frozen([opening(30), answer()], code), 'freeze/closed'],
    'what the config allows': [
      () => allowing({ 'docs/sprints/S3/RETRO.md': 'Well.\n', [journal3]: journal(opening(30), entry()) }),
    ],
    'what it allows, and code': [
      () => allowing({ ...code, 'docs/sprints/S3/RETRO.md': 'Well.\n', [journal3]: journal(opening(30), entry()) }),
      'freeze/closed',
    ],
    'nothing of what it allows': [() => allowing({ [journal3]: journal(opening(30), entry()) }), 'freeze/closed'],
    'another freeze': [
      () =>
        inSprint(30)
          .config(-29, { freezeAfter: 60, timebox: 60 })
          .try({ [journal3]: journal(opening(30), entry()) }),
    ],
    'an empty commit': [() => inSprint(30).tryCommit('--allow-empty'), 'freeze/closed'],
    'a second before the freeze': [() => dated(-8 - 1 / 60)],
    'at the freeze': [() => dated(-8), 'freeze/closed'],
    'the next sprint opened': [() => inSprint(30).try(sprintFiles(1, 4)), 'warn sprint/unanswered'],
  });
});

describe('freeze/moved, freeze/future and freeze/unknown', () => {
  const withStart = (start: string | undefined) =>
    inSprint().try({ [journal3]: journal(opening(), second), 'PO_NOTES.md': notes({ started_at: start }) });
  const firstCommit = (minutes: number, entries?: readonly Fields[], start?: object) => {
    const files = sprintFiles(minutes, 3, entries);
    return Repository.create()
      .hook('pre-commit')
      .try({ ...files, ...start });
  };
  const withoutStart = { 'PO_NOTES.md': notes({ started_at: undefined }) };

  scenarios({
    'T moved later': [() => withStart(at(-2)), 'freeze/moved'],
    'T moved earlier': [() => withStart(at(-9))],
    'T in the future': [() => firstCommit(-10), 'freeze/future'],
    'T within a minute': [() => firstCommit(-0.5)],
    'a journal without a when': [() => firstCommit(5, [answer()], withoutStart), 'freeze/unknown'],
    'a journal with none but the PO’s': [
      () => firstCommit(5, [answer({ when: at(-5) })], withoutStart),
      'freeze/unknown',
    ],
  });

  test('a T inferred from the journal says so', () => {
    const verdict = firstCommit(5, [opening()], withoutStart);
    expectFindings(verdict, []);
    expect(verdict.report.sprint).toMatchObject({ id: 3, startSource: 'journal', frozen: false });
  });

  test('a commit dated in the future', () => {
    const repository = inSprint();
    const commit = repository.commit(10, { [journal3]: journal(opening(), second) });
    const verdict = repository.check(['--from', 'HEAD~1']);
    expectFindings(verdict, ['freeze/future']);
    expect(verdict.diagnostic('freeze/future').commit).toBe(commit);
  });
});

describe('secrets/env-local', () => {
  const withFile = (path: string) => inSprint().try({ [path]: 'KEY=1\n', [journal3]: journal(opening(), second) });

  scenarios({
    added: [() => withFile('.env.local'), 'secrets/env-local'],
    'added in a folder': [() => withFile('packages/app/.env.local'), 'secrets/env-local'],
    'an example': [() => withFile('.env.local.example')],
    deleted: [
      () => {
        const repository = inSprint();
        repository.commit(-4, { '.env.local': 'KEY=1\n' });
        return repository.try({ '.env.local': null, [journal3]: journal(opening(), second) });
      },
    ],
  });
});

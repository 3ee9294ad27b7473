import { describe } from 'vitest';
import { commit, frozen, push } from '../helpers/attacks.ts';
import type { Files, Repository } from '../helpers/repository.ts';
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
  withOrigin,
} from '../helpers/sprint.ts';
import { scenarios } from '../helpers/verdict.ts';

const poNotes = (fields: Fields) => ({ 'PO_NOTES.md': notes(fields) });
const frozenNotes = (fields: Fields) => poNotes({ started_at: at(-30), ...fields });

/** A sprint that its header alone says to have started so early. */
const started = (minutes: number) => {
  const repository = inSprint();
  repository.commit(-5, poNotes({ started_at: at(minutes) }));
  return repository;
};
const step =
  (minutes: number, files: Files, ...args: string[]) =>
  (repository: Repository) =>
    repository.commit(minutes, files, ...args);
const log = (...entries: readonly Fields[]) => ({ [journal3]: journal(...entries) });

describe('moving T', () => {
  const late = log(opening(30), entry());

  scenarios({
    'a later started_at': [
      () => commit({ ...log(opening(), second), ...poNotes({ started_at: at(-1) }) }),
      'freeze/moved',
    ],
    'benign: an earlier one': [() => commit({ ...log(opening(), second), ...poNotes({ started_at: at(-6) }) })],
    'a later started_at, frozen': [
      () => frozen({ ...late, ...frozenNotes({ started_at: at(-1) }) }),
      'freeze/closed',
      'freeze/moved',
    ],
    'started_at removed, frozen': [
      () => frozen({ ...late, ...frozenNotes({ started_at: undefined }) }),
      'freeze/closed',
    ],
    'started_at removed, where all else is later': [
      () => started(-9).try({ ...log(opening(), second), ...poNotes({ started_at: undefined }) }),
      'freeze/moved',
    ],
    'benign: started_at removed, all else agreeing': [
      () => commit({ ...log(opening(), second), ...poNotes({ started_at: undefined }) }),
    ],
    'the first when edited': [
      () => {
        const repository = inSprint();
        repository.commit(-4, { ...poNotes({ started_at: undefined }), ...log(opening(9)) });
        return repository.try(log(opening(2), second));
      },
      'freeze/moved',
    ],
    'a second header in front': [
      () => commit({ ...log(opening(), second), 'PO_NOTES.md': notes({ started_at: at(-1) }) + notes() }),
      'freeze/moved',
    ],
    'benign: a second header behind': [
      () => commit({ ...log(opening(), second), 'PO_NOTES.md': notes() + notes({ started_at: at(-1) }) }),
    ],
    'a header made unreadable': [() => frozen({ ...late, ...frozenNotes({ status: '"wip' }) }), 'notes/header'],
    'started_at made unreadable, where all else is later': [
      () => started(-9).try({ ...log(opening(), second), ...poNotes({ started_at: 'yesterday' }) }),
      'notes/header',
    ],
    'the header made unreadable in a range, where all else is later': [
      () => {
        const repository = started(-9);
        repository.commit(-4, { ...log(opening(), second), ...poNotes({ started_at: at(-9), status: '"wip' }) });
        return repository.check(['--from', 'HEAD~1']);
      },
      'notes/header',
    ],
    'started_at unreadable for a commit, and then later': [
      () => {
        const repository = started(-9);
        repository.commit(-4, { ...log(opening(), second), ...poNotes({ started_at: 'yesterday' }) });
        repository.commit(-3, { ...log(opening(), second, answer()), ...poNotes({ started_at: at(-7) }) });
        return repository.check(['--from', 'HEAD~2']);
      },
      'freeze/moved',
      'notes/header',
    ],
    'the notes deleted, frozen': [() => frozen({ ...late, 'PO_NOTES.md': null }), 'freeze/closed'],
    'T moved on and back within a push': [
      () =>
        push(
          step(-4, { ...log(opening(), second), ...poNotes({ started_at: at(-1) }) }),
          step(-3, { ...log(opening(), second, answer()), ...poNotes({}) }),
        ),
      'freeze/moved',
    ],
    'a sprint that starts in the future': [
      () => {
        const repository = inSprint();
        repository.commit(-4, log(opening(), answer()));
        return repository.try(sprintFiles(-60, 4));
      },
      'freeze/future',
    ],
    'a commit dated in the future': [() => push(step(10, log(opening(), entry({ when: at(-1) })))), 'freeze/future'],
  });
});

describe('rewriting what was said', () => {
  const rewriting = (said: readonly Fields[], now: readonly Fields[]) => {
    const repository = inSprint();
    repository.commit(-4, log(...said));
    return repository.try({ ...code, ...log(...now) });
  };
  const po = '--author=PO <po@example.com>';
  const named = (repository: Repository) => {
    repository.git('checkout', '--quiet', 'main');
    repository.config(-30, { po: ['po@example.com'] });
    repository.git('push', '--quiet', '--no-verify', 'origin', 'main');
    repository.git('checkout', '--quiet', 'work');
    repository.git('rebase', '--quiet', '--committer-date-is-author-date', 'main');
  };

  scenarios({
    'entries reordered': [() => rewriting([opening(), second], [second, opening()]), 'journal/history'],
    'a first entry removed': [() => rewriting([opening(), second], [second]), 'journal/history'],
    'a KO turned into an OK': [() => rewriting([opening(), refusal], [opening(), answer()]), 'journal/history'],
    'benign: an OK after a KO': [() => rewriting([opening(), refusal], [opening(), refusal, answer()])],
    'a KO given and taken back within a push': [
      () => push(step(-4, log(opening(), refusal)), step(-3, log(opening(), second))),
      'journal/history',
    ],
    'benign: a KO given and followed within a push': [
      () => push(step(-4, log(opening(), refusal)), step(-3, log(opening(), refusal, second))),
    ],
    'an answer forged': [() => push(named, step(-4, log(opening(), answer()))), 'journal/po-identity'],
    'benign: an answer of the PO': [() => push(named, step(-4, log(opening(), answer()), po))],
    'an answer forged under a telling name': [
      () => push(named, step(-4, log(opening(), answer()), '--author=po@example.com <dev@example.com>')),
      'journal/po-identity',
    ],
    'an answer forged by a mailmap': [
      () =>
        push(
          named,
          (repository) => repository.git('config', 'log.mailmap', 'true'),
          step(-4, { '.mailmap': 'PO <po@example.com> <dev@example.com>\n', ...log(opening(), answer()) }),
        ),
      'journal/po-identity',
    ],
    'an answer forged in a merge': [
      () =>
        push(
          named,
          (repository) => repository.git('checkout', '--quiet', '-b', 'side'),
          step(-4, log(opening(), second)),
          (repository) => repository.git('checkout', '--quiet', 'work'),
          (repository) => repository.git('merge', '--quiet', '--no-ff', '--no-commit', 'side'),
          step(-3, log(opening(), second, answer())),
        ),
      'journal/po-identity',
    ],
    'back to a sprint before, and on again, within a push': [
      () =>
        push(
          step(-4, log(opening(), answer())),
          step(-3, {
            ...poNotes({ sprint_id: 2, started_at: at(-3) }),
            [journalPath(2)]: journal(entry({ when: at(-3), topic: 'Sprint S2' })),
          }),
          step(-2, { ...poNotes({}), ...log(opening(), answer(), entry({ when: at(-2) })) }),
        ),
      'sprint/reopened',
      'sprint/reopened',
    ],
  });
});

describe('hiding in an answer', () => {
  const said = [opening(30), answer()];

  scenarios({
    'a file beside it': [() => frozen({ ...code, ...log(...said) }), 'freeze/closed'],
    "a developer's entry behind it": [() => frozen(log(...said, entry())), 'freeze/closed'],
    "a developer's entry before it": [() => frozen(log(opening(30), entry(), answer())), 'freeze/closed'],
    'an entry altered beside it': [() => frozen(log(opening(30, { ask: 'Nothing.' }), answer())), 'freeze/closed'],
    'a rename': [
      () => frozen({ ...log(...said), 'src/app.txt': null, 'src/moved.txt': 'sprint 3\n' }),
      'freeze/closed',
    ],
    'an entry beside another journal that is broken for a commit': [
      () => {
        const older = journal(entry({ topic: 'Sprint S2', when: at(-90) }));
        const { repository } = withOrigin(30);
        repository.commit(-29, { [journalPath(2)]: older, ...log(opening(30), entry({ when: at(-29) })) });
        repository.commit(-2, { [journalPath(2)]: '- who: [', ...log(opening(30), entry({ when: at(-29) }), entry()) });
        repository.commit(-1, { [journalPath(2)]: older });
        return repository.tryPush('work');
      },
      'freeze/closed',
    ],
    'benign: nothing beside it': [() => frozen(log(...said))],
    'benign: a status alone': [
      () => {
        const repository = inSprint(30);
        repository.commit(-29, log(opening(30), answer()));
        return repository.try(log(opening(30, { status: 'done' }), answer()));
      },
    ],
    'a status alone that nobody has answered': [
      () => frozen(log(opening(30, { status: 'done' }))),
      'journal/self-answered',
    ],
    'benign: an answer in the journal of a sprint before': [
      () => {
        const repository = inSprint(30);
        const older = entry({ topic: 'Sprint S2', when: at(-90) });
        repository.commit(-29, { [journalPath(2)]: journal(older) });
        return repository.try({ [journalPath(2)]: journal(older, answer({ topic: 'Sprint S2' })) });
      },
    ],
    'benign: two answers, and a status': [
      () => frozen(log(opening(30, { status: 'done' }), answer(), answer({ details: 'Well done.' }))),
    ],
  });
});

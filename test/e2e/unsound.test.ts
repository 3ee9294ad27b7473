import { describe, expect } from 'vitest';
import type { Files, Repository } from '../helpers/repository.ts';
import {
  answer,
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
import { scenarios, type Verdict } from '../helpers/verdict.ts';

const small = answer({ reply: 'ok' });
const log = (...entries: readonly Fields[]) => ({ [journal3]: journal(...entries) });
const po = '--author=PO <po@example.com>';

/** In sprint 3, `minutes` after its start, with the PO's answer `ok` from a web page, where no hook runs. */
function answered(minutes = 5): Repository {
  const repository = inSprint(minutes);
  repository.commit(-2, log(opening(minutes), small), po);
  return repository;
}

/** The same on the server, where `work` came from `main`. */
function published(): Repository {
  const { repository } = withOrigin();
  repository.commit(-4, log(opening(), small), po);
  repository.git('push', '--quiet', '--no-verify', '--set-upstream', 'origin', 'work');
  return repository;
}

const named = (minutes = 5) => {
  const repository = inSprint(minutes).config(-minutes, { po: ['po@example.com'] });
  repository.commit(-2, log(opening(minutes), small), po);
  return repository;
};

/** The developer's entry, with an answer of the PO's in it. */
const inside = (minutes = 5) => ({ ...opening(minutes), reply: 'KO', details: 'No.', action: 'fix' });

/** A commit with code on a journal that the PO left in UTF-16. */
function converting(files: Files): Verdict {
  const repository = inSprint().config(-5, { po: ['po@example.com'] });
  const text = journal(opening(), answer());
  repository.commit(-2, { [journal3]: Buffer.from(`\ufeff${text}`, 'utf16le') }, po);
  return repository.try({ ...code, ...files });
}

describe('an answer that the schema refuses is no dead end', () => {
  scenarios({
    'it is refused where code comes beside it': [
      () => answered().try({ ...code, ...log(opening(), small, second) }),
      'journal/schema',
    ],
    'mended beside code': [() => answered().try({ ...code, ...log(opening(), answer(), second) })],
    'taken out': [() => answered().try({ ...code, ...log(opening(), second) })],
    'turned into its opposite': [
      () => answered().try(log(opening(), answer({ reply: 'KO', details: 'No.', action: 'fix' }))),
      'journal/history',
    ],
    'mended alone, after the freeze': [() => answered(30).try(log(opening(30), answer()))],
    'mended beside code, after the freeze': [
      () => answered(30).try({ ...code, ...log(opening(30), answer()) }),
      'freeze/closed',
    ],
    'a sound one altered': [
      () => {
        const repository = inSprint();
        repository.commit(-2, log(opening(), answer()));
        return repository.try({ ...code, ...log(opening(), answer({ details: 'All.' }), second) });
      },
      'journal/history',
    ],
    'in a push': [
      () => {
        const repository = published();
        repository.commit(-2, { ...code, ...log(opening(), answer(), second) });
        return repository.tryPush('work');
      },
    ],
    'in a push, left as it is': [
      () => {
        const repository = published();
        repository.commit(-2, { ...code, ...log(opening(), small, second) });
        return repository.tryPush('work');
      },
      'journal/schema',
    ],
    'on a server': [
      () => {
        const repository = published();
        repository.open('../origin.git').hook('pre-receive');
        repository.commit(-2, { ...code, ...log(opening(), answer(), second) });
        return repository.fire('pre-receive', ['push', '--no-verify', 'origin', 'work']);
      },
    ],
    'in CI, as the tip': [() => published().check(['--from', 'main']), 'journal/schema'],
    'in CI, mended by the next commit': [
      () => {
        const repository = published();
        repository.commit(-2, log(opening(), answer()));
        return repository.check(['--from', 'main']);
      },
    ],
  });
});

describe('where the config names the PO', () => {
  scenarios({
    'a developer does not mend it': [
      () => named().try({ ...code, ...log(opening(), answer(), second) }),
      'journal/po-identity',
    ],
    'the template’s answer, pasted by a developer, is one thing, to be deleted': [
      () => {
        const repository = inSprint().config(-4, { po: ['po@example.com'] });
        return repository.try({ ...code, ...log(opening(), second, answer({ reply: 'OK | KO' })) });
      },
      'journal/schema',
    ],
    'an unsound answer that a developer writes is one thing, to be taken out': [
      () => {
        const repository = inSprint().config(-4, { po: ['po@example.com'] });
        return repository.try({ ...code, ...log(opening(), second, small) });
      },
      'journal/po-identity',
    ],
    'the PO does, after the freeze too': [() => named(30).try(log(opening(30), answer()), po)],
    'one that the PO wrote into the entry it answers is moved by the PO, after the freeze too': [
      () => {
        const repository = inSprint(30).config(-30, { po: ['po@example.com'] });
        repository.git('tag', 'start');
        repository.commit(-3, log(inside(30)), po);
        repository.commit(-2, log(opening(30), answer({ reply: 'KO', details: 'No.', action: 'fix' })), po);
        return repository.check(['--from', 'start']);
      },
    ],
    'a developer may convert it from UTF-16': [() => converting(log(opening(), answer(), second))],
    'a developer may not lose it in a conversion from UTF-16': [
      () => converting(log(opening(), second)),
      'journal/history',
    ],
  });
});

describe('an answer that a merge brings and mends', () => {
  const quoted = answer({ reply: 'KO', details: 'Error: page 404', action: 'fix' });
  const unreadable = journal(opening(), quoted).replace('"Error: page 404"', 'Error: page 404');
  /** A merge of the PO's answer with a developer's entry; what git leaves of the journal is repaired. */
  const merging = (config = {}) => {
    const repository = inSprint().config(-5, config);
    repository.git('tag', 'start');
    repository.git('checkout', '--quiet', '-b', 'side');
    repository.commit(-3, { [journal3]: unreadable }, po);
    repository.git('checkout', '--quiet', 'work');
    repository.commit(-3, { ...code, ...log(opening(), second) });
    expect(repository.run('git', ['merge', 'side']).exit).toBe(1);
    return repository;
  };
  const mended = (config = {}) => merging(config).stage(log(opening(), quoted, second));
  /** A merge of it into the next sprint, without a conflict. */
  const intoNext = (text: string) => {
    const repository = inSprint(30);
    repository.git('checkout', '--quiet', '-b', 'side');
    repository.commit(-3, { [journal3]: text }, po);
    repository.git('checkout', '--quiet', 'work');
    repository.commit(-25, sprintFiles(25, 4));
    repository.git('merge', '--quiet', '--no-commit', '--no-ff', 'side');
    return repository;
  };
  const late = (text: string) => text.replace(journal(opening()), journal(opening(30)));
  const incomplete = journal(opening(30), { ...quoted, action: undefined });
  scenarios({
    'by fix': [
      () => {
        const repository = merging();
        expect(repository.cli(['fix']).stdout).toContain('the entries of both sides of the merge');
        repository.git('add', journal3);
        return repository.tryCommit();
      },
    ],
    'in a range': [
      () => {
        const repository = mended();
        repository.commit(-2);
        return repository.check(['--from', 'start']);
      },
    ],
    'with an entry before it': [
      () => merging().try(log(opening(), entry({ did: 'Delivered the map.' }), quoted, second)),
      'journal/history',
    ],
    'moved out of the entry that it answers': [
      () => {
        const repository = inSprint();
        repository.git('checkout', '--quiet', '-b', 'side');
        repository.commit(-3, log(inside()), po);
        repository.git('checkout', '--quiet', 'work');
        repository.commit(-3, { ...code, ...log(opening(), second) });
        expect(repository.run('git', ['merge', 'side']).exit).toBe(1);
        return repository.try(log(opening(), quoted, second));
      },
    ],
    'where it is not theirs': [() => mended({ po: ['po@example.com'] }).tryCommit(), 'journal/po-identity'],
    'into the next sprint, which is frozen': [() => intoNext(late(unreadable)).try(log(opening(30), quoted))],
    'into the next sprint, where a key was missing': [() => intoNext(incomplete).try(log(opening(30), quoted))],
    'into the next sprint, with code': [
      () => intoNext(incomplete).try({ ...code, ...log(opening(30), quoted) }),
      'freeze/closed',
    ],
  });
});

describe('an unreadable journal, as a web page may leave it', () => {
  const torn = (repository: Repository, minutes = 5) => {
    repository.commit(-3, log(opening(minutes), answer()));
    repository.commit(-2, { [journal3]: `${journal(opening(minutes), answer())}- who: "\n` });
    return repository;
  };
  scenarios({
    'is held against its last readable state': [
      () => torn(inSprint()).try({ ...code, ...log(opening(), second) }),
      'journal/history',
    ],
    'mended, with what was there': [() => torn(inSprint()).try({ ...code, ...log(opening(), answer(), second) })],
    'put back as it was, after the freeze': [() => torn(inSprint(30), 30).try(log(opening(30), answer()))],
    'does not hide when the sprint began': [
      () => {
        const repository = inSprint(30);
        repository.commit(-30, { 'PO_NOTES.md': notes({ started_at: undefined }), ...log(opening(30)) });
        torn(repository, 30);
        return repository.try({ ...code, ...log(opening(3), answer(), second) });
      },
      'journal/history',
      'freeze/moved',
      'freeze/closed',
    ],
    'in a range, with the commit that mends it': [
      () => {
        const repository = inSprint();
        repository.git('tag', 'start');
        torn(repository).commit(-1, log(opening(), answer()));
        return repository.check(['--from', 'start']);
      },
    ],
    'in a range, mended without the answer': [
      () => {
        const repository = inSprint();
        repository.git('tag', 'start');
        torn(repository).commit(-1, log(opening(), second));
        return repository.check(['--from', 'start']);
      },
      'journal/history',
    ],
  });
});

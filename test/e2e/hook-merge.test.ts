import { describe, expect } from 'vitest';
import type { Files, Repository } from '../helpers/repository.ts';
import { answer, at, code, entry, type Fields, inSprint, journal, journal3, opening } from '../helpers/sprint.ts';
import { scenarios } from '../helpers/verdict.ts';

const theirs = entry({ when: at(-4), did: 'Delivered the map.' });
const ours = entry({ when: at(-3), did: 'Delivered the filter.' });
const settled = opening(5, { status: 'done' });

/** `side` and `work`, each with one commit of its own on top of the sprint's first. */
function forked(side: Files, work: Files, minutes = 5): Repository {
  const repository = inSprint(minutes);
  repository.git('checkout', '--quiet', '-b', 'side');
  repository.commit(1 - minutes, side);
  repository.git('checkout', '--quiet', 'work');
  repository.commit(2 - minutes, work);
  return repository;
}

const clean = (minutes = 5) => {
  const second = entry({ when: at(1 - minutes), did: 'Delivered the map.' });
  return forked({ 'src/map.txt': 'map\n', [journal3]: journal(opening(minutes), second) }, code, minutes);
};
const merge = (repository: Repository, ...args: string[]) =>
  repository.fire('pre-merge-commit', ['merge', '--no-ff', '--no-edit', ...args, 'side']);
const halfMerged = (repository: Repository) => {
  repository.git('merge', '--quiet', '--no-ff', '--no-commit', 'side');
  return repository;
};

describe('a merge without conflicts', () => {
  scenarios({
    'needs no entry of its own': [() => merge(clean())],
    'is not stopped by the freeze': [() => merge(clean(30))],
    'is judged the same when commit finishes it': [() => halfMerged(clean()).tryCommit()],
    'finished by commit after the freeze': [() => halfMerged(clean(30)).tryCommit()],
    'with a change of its own needs an entry': [
      () => halfMerged(clean()).try({ 'src/own.txt': 'own\n' }),
      'journal/not-staged',
    ],
    'with a change and an entry of its own': [
      () => halfMerged(clean()).try({ 'src/own.txt': 'own\n', [journal3]: journal(opening(), theirs, entry()) }),
    ],
    'with a change of its own after the freeze': [
      () => {
        const entries = [opening(30), entry({ when: at(-29), did: 'Delivered the map.' }), entry()];
        return halfMerged(clean(30)).try({ 'src/own.txt': 'own\n', [journal3]: journal(...entries) });
      },
      'freeze/closed',
    ],
    'whose journal a merge driver took from both sides, put right': [
      () => {
        const repository = forked(
          { [journal3]: journal(opening(30), entry({ when: at(-29), did: 'Delivered the map.' })) },
          { [journal3]: journal(opening(30), entry({ when: at(-28), did: 'Delivered the filter.' })) },
          30,
        );
        repository.write({ '.git/info/attributes': '*.yaml merge=union\n' });
        const right = journal(
          opening(30),
          entry({ when: at(-29), did: 'Delivered the map.' }),
          entry({ when: at(-28), did: 'Delivered the filter.' }),
        );
        return halfMerged(repository).try({ [journal3]: right });
      },
    ],
    'whose journal came from one side, and gains an entry after the freeze': [
      () => {
        const entries = [opening(30), entry({ when: at(-29), did: 'Delivered the map.' }), entry()];
        return halfMerged(clean(30)).try({ [journal3]: journal(...entries) });
      },
      'freeze/closed',
    ],
    'that brings an unanswered entry altered': [
      () => {
        const altered = opening(5, { ask: 'Read the new plan.' });
        return merge(forked({ [journal3]: journal(altered) }, { [journal3]: journal(opening(), ours) }));
      },
    ],
    'that brings a broken journal': [
      () => merge(forked({ [journal3]: journal(opening(), entry({ ask: undefined })) }, code)),
      'journal/schema',
    ],
    'that brings a deleted journal': [() => merge(forked({ [journal3]: null }, code)), 'journal/missing'],
    'of unrelated histories': [
      () => {
        const repository = inSprint();
        repository.git('checkout', '--quiet', '--orphan', 'side');
        repository.git('rm', '-r', '--quiet', '--force', '.');
        repository.commit(-4, { 'vendor.txt': 'vendor\n' });
        repository.git('checkout', '--quiet', 'work');
        return merge(repository, '--allow-unrelated-histories');
      },
    ],
  });
});

describe('a merge with conflicts', () => {
  const conflicted = (side: readonly Fields[], work: readonly Fields[], more: Files = {}) => {
    const repository = forked(
      { 'src/map.txt': 'map\n', [journal3]: journal(...side) },
      { ...code, ...more, [journal3]: journal(...work) },
    );
    expect(repository.run('git', ['merge', '--no-edit', 'side']).exit).toBe(1);
    return repository;
  };
  const appended = () => conflicted([opening(), theirs], [opening(), ours]);
  const answered = () => conflicted([settled, answer()], [opening(), ours]);
  const resolve = (repository: Repository, ...entries: readonly Fields[]) =>
    repository.try({ [journal3]: journal(...entries) });

  scenarios({
    'two entries side by side, ours first': [() => resolve(appended(), opening(), ours, theirs)],
    'two entries side by side, theirs first': [() => resolve(appended(), opening(), theirs, ours)],
    'their entry dropped': [() => resolve(appended(), opening(), ours), 'journal/history'],
    'our entry dropped': [() => resolve(appended(), opening(), theirs), 'journal/history'],
    'entries taken out of their order': [
      () => resolve(conflicted([opening(), theirs], [opening(), ours]), theirs, opening(), ours),
      'journal/history',
    ],
    'their answer before our entry': [() => resolve(answered(), settled, answer(), ours)],
    'their answer after our entry': [() => resolve(answered(), settled, ours, answer())],
    'their answer altered': [
      () => resolve(answered(), settled, answer({ details: 'Rather well.' }), ours),
      'journal/history',
    ],
    'their answer dropped': [() => resolve(answered(), settled, ours), 'journal/history'],
    'a change where there was no conflict': [
      () => {
        const repository = appended().stage({ [journal3]: journal(opening(), theirs, ours) });
        return repository.try({ 'src/map.txt': 'another map\n' });
      },
      'journal/not-staged',
    ],
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Repository } from './repository.ts';
import { at, entry, type Fields, inSprint, journal, journal3, opening, second } from './sprint.ts';
import type { Verdict } from './verdict.ts';

export const third = entry({ when: at(-3), did: 'Delivered the map.' });
export const fourth = entry({ when: at(-2), did: 'Delivered the list.' });
export const log = (...entries: readonly Fields[]) => ({ [journal3]: journal(...entries) });
export const read = (repository: Repository, file = journal3) => readFileSync(join(repository.path, file), 'utf8');
export const replace = (repository: Repository, text: string | RegExp, by: string, file = journal3) =>
  repository.write({ [file]: read(repository, file).replace(text, by) });
export const append = (repository: Repository, ...entries: readonly Fields[]) =>
  repository.write({ [journal3]: `${read(repository)}\n${journal(...entries)}` });

/** In sprint 3, with commits in good order on top of its first, and the hooks that a team has. */
export function begun(minutes = 5): Repository {
  const repository = inSprint(minutes);
  repository.git('tag', 'start');
  repository.commit(1 - minutes, { 'src/filter.txt': 'filter\n', ...log(opening(minutes), second) });
  return repository;
}

/** The same, of a team whose PO's address is known. */
export function knowsPO(minutes = 5): Repository {
  const repository = begun(minutes).config(1 - minutes, { po: ['po@example.com'] });
  repository.git('tag', '--force', 'start');
  return repository;
}

export const check = (repository: Repository): Verdict => repository.check(['--from', 'start']);

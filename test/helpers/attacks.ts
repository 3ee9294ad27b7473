import type { Files, Repository } from './repository.ts';
import { inSprint, withOrigin } from './sprint.ts';
import type { Verdict } from './verdict.ts';

/** What pre-commit says of these files after an honest start. */
export const commit = (files: Files, ...args: string[]): Verdict => inSprint().try(files, ...args);

/** The same eight minutes into the freeze. */
export const frozen = (files: Files): Verdict => inSprint(30).try(files);

/** What pre-push says of commits that no pre-commit saw. */
export function push(...steps: readonly ((repository: Repository) => unknown)[]): Verdict {
  const { repository } = withOrigin();
  for (const step of steps) step(repository);
  return repository.tryPush('work');
}

import type { Repository } from './repository.ts';
import { code, grown, journal3, withOrigin } from './sprint.ts';

/** A commit with its entry. */
export const honest = (repository: Repository) => repository.commit(-4, { ...code, [journal3]: grown });

/** A commit without one. */
export const hurried = (repository: Repository) => repository.commit(-3, { 'src/app.txt': 'in a hurry\n' });

/** `work` is on the server, with an honest commit. */
export function pushed(init: readonly string[] = []): ReturnType<typeof withOrigin> {
  const both = withOrigin(5, init);
  honest(both.repository);
  both.repository.git('push', '--quiet', '--no-verify', 'origin', 'work');
  return both;
}

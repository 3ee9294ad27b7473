import type { HeaderKey } from '../facts/notes.js';
import { highestSprint, journalPath } from '../facts/sprint.js';
import { readStart } from '../facts/start.js';
import type { Failure } from '../failure.js';
import { headerFailure } from '../words/notes.js';
import type { Workspace } from './workspace.js';

/** What is wrong with the sprint header on disk, as notes/header says it; of single keys only `keys`, where given, count. */
export async function brokenHeader(
  { config, disk, head }: Workspace,
  at: number,
  keys?: readonly HeaderKey[],
): Promise<Failure | null> {
  const { notes, sprint } = disk;
  const problem = notes?.header?.problems.find((each) => !keys || each.kind !== 'key' || keys.includes(each.key));
  if (!notes || !problem) return null;
  const known = Math.max(head.sprint ?? 0, (await highestSprint(config, disk.snapshot)) ?? 0) || null;
  const journal = journalPath(config, sprint ?? known ?? 1);
  const begun = head.sprint === (sprint ?? known) ? await readStart(config, head) : null;
  const pointer = problem.kind === 'key' ? `/${problem.key}` : '';
  const location = problem.kind === 'syntax' ? problem.problem.location : (notes.locate?.(pointer) ?? null);
  return headerFailure({ path: notes.path, problem, journal, known, start: begun?.at ?? null, at }, location);
}

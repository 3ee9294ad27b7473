import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GitContext } from '../git/process.js';
import { runProgram } from '../git/program.js';
import type { Project } from './project.js';

/** The program of husky that is installed; null where none is. */
export function installedHusky({ root, folder }: Project): string | null {
  const programs = [join(root, folder), root].map((place) => join(place, 'node_modules/husky/bin.js'));
  return programs.find((program) => existsSync(program)) ?? null;
}

/** Runs husky, as `prepare` does at an install; gives what it complains of, null where it is content. */
export async function runHusky(
  program: string,
  context: GitContext,
  { root, folder }: Project,
): Promise<string | null> {
  const args = folder === '' ? [] : [`${folder}/.husky`];
  const { environment } = context;
  const result = await runProgram('node', [program, ...args], { directory: root, environment });
  if (result === null) return 'node';
  const said = `${result.output}${result.errors}`.trim();
  return said || (result.exitCode === 0 ? null : `exit ${result.exitCode}`);
}

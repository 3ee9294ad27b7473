import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { GitContext } from '../git/process.js';
import { runProgram } from '../git/program.js';
import type { Project } from './project.js';

/** Where husky is installed: its folder, and how its program is called; null where it is not. */
export function installedHusky({ root, folder }: Project): { program: string; version: string } | null {
  for (const place of [join(root, folder ?? ''), root]) {
    const husky = join(place, 'node_modules/husky');
    if (!existsSync(join(husky, 'package.json'))) continue;
    const { bin, version } = JSON.parse(readFileSync(join(husky, 'package.json'), 'utf8'));
    return { program: join(husky, typeof bin === 'string' ? bin : bin.husky), version };
  }
  return null;
}

/** Runs husky, as `prepare` does at an install; gives what it complains of, null where it is content. */
export async function runHusky(context: GitContext, project: Project): Promise<string | null> {
  const husky = installedHusky(project);
  if (husky === null) return 'node_modules/husky';
  const hooks = posix.join(project.folder ?? '', '.husky');
  // Before version 9 it was told what to do.
  const args = Number.parseInt(husky.version, 10) < 9 ? ['install', hooks] : hooks === '.husky' ? [] : [hooks];
  const { environment } = context;
  const result = await runProgram('node', [husky.program, ...args], { directory: project.root, environment });
  if (result === null) return 'node';
  const said = `${result.output}${result.errors}`.trim();
  return result.exitCode === 0 && (said === '' || args[0] === 'install') ? null : said || `exit ${result.exitCode}`;
}

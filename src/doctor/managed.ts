import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { managerFiles } from '../init/managers.js';
import type { HookScript } from './hook-script.js';

const managers = [
  { mark: /\blefthook\b/, files: managerFiles.lefthook },
  { mark: /pre-commit\.com|pre_commit\b/, files: managerFiles['pre-commit'] },
];

/**
 * The file in which another manager, whose own program a hook starts, has the checker; null where a hook is not one of those.
 * Such a program is not run in the sandbox: what it would do there is not what it does here.
 */
export function managedBy({ hook, text }: HookScript, root: string): string | null {
  const manager = managers.find(({ mark }) => mark.test(text));
  const file = manager?.files.find((name) => existsSync(join(root, name)));
  if (file === undefined) return null;
  const code = readFileSync(join(root, file), 'utf8').replace(/^\s*#.*$/gm, '');
  return new RegExp(`sprint-check\\b.*\\s${hook}`).test(code) ? file : null;
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lefthookFiles } from '../init/managers.js';
import type { HookScript } from './hook-script.js';

const managers = [
  { mark: /\blefthook\b/, files: lefthookFiles },
  { mark: /pre-commit\.com|pre_commit\b/, files: ['.pre-commit-config.yaml', '.pre-commit-config.yml'] },
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
  const command = hook === 'pre-push' ? 'pre-push|check\\b' : hook;
  return new RegExp(`sprint-check\\b.*\\s(?:${command})`).test(code) ? file : null;
}

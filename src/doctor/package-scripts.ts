import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import { quoted } from '../init/hook-files.js';
import type { Project } from '../init/project.js';
import { readTextFile } from '../worktree/files.js';

/** The scripts of package.json that call the checker, by their names. */
export function checkerScripts({ root, folder }: Project): ReadonlyMap<string, string> {
  const manifest = parse(readTextFile(join(root, folder ?? '', 'package.json')) ?? '{}');
  const scripts = Object.entries<unknown>(manifest?.scripts ?? {}).map(([name, code]) => [name, `${code}`] as const);
  return new Map(scripts.filter(([, code]) => code.includes('sprint-check')));
}

const call = /((?:^|[;&|({!]|\b(?:if|then|do|else|exec)\b)[ \t]*)(?:npm|pnpm|yarn|bun)(?: run)?(?: -\S+)* ([\w:-]+)/gm;

/** A hook that does by itself what it has a package manager do by such a script, since package managers are stubs. */
export function withScripts(hook: string, scripts: ReadonlyMap<string, string>): string {
  return hook.replace(call, (match, before: string, name: string) => {
    const code = scripts.get(name);
    return code === undefined ? match : `${before}env PATH="node_modules/.bin:$PATH" sh -c ${quoted(code)}`;
  });
}

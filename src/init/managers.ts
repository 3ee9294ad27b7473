import { existsSync, readdirSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import type { Git } from '../git/git.js';
import { checkerLine, hookNames, quoted } from './hook-files.js';
import type { Project } from './project.js';

/** Who rules over this repository's hooks, where that is not husky; `place` is the file or folder that shows it. */
export interface HookManager {
  readonly name: 'lefthook' | 'pre-commit' | 'simple-git-hooks' | 'hooks-path' | 'hooks-folder';
  readonly place: string;
}

/** The hooks folder that git's config names; null for git's own. */
export async function hooksPathOf(git: Git): Promise<string | null> {
  const value = await git.askIfAny('config', '--type=path', '--get', 'core.hooksPath');
  return value?.replace(/\r?\n$/, '') || null;
}

/** The folder of husky's that a hooks path lies in, from the root: `.husky` for `.husky/_`; null for any other. */
export function huskyFolder(root: string, hooksPath: string): string | null {
  const path = resolve(root, hooksPath)
    .slice(resolve(root).length + 1)
    .replaceAll('\\', '/');
  const match = /^((?:.*\/)?\.husky)(?:\/_)?\/?$/.exec(path);
  return match && resolve(root, hooksPath).startsWith(resolve(root)) ? `${match[1]}` : null;
}

/** The other manager that rules; null where husky does, or may. `git` asks in the root. */
export async function otherManager(git: Git, project: Project, manifest: Manifest): Promise<HookManager | null> {
  const { root, folder } = project;
  const hooksPath = await hooksPathOf(git);
  if (hooksPath !== null && huskyFolder(root, hooksPath) !== null) return null;
  const places = folder ? [folder, ''] : [''];
  const first = (names: readonly string[]) =>
    places
      .flatMap((place) => names.map((name) => posix.join(place, name)))
      .find((path) => existsSync(join(root, path)));
  const lefthook = first(lefthookFiles);
  if (lefthook) return { name: 'lefthook', place: lefthook };
  const preCommit = first(['.pre-commit-config.yaml', '.pre-commit-config.yml']);
  if (preCommit) return { name: 'pre-commit', place: preCommit };
  if ('simple-git-hooks' in manifest || manifest.devDependencies?.['simple-git-hooks'] !== undefined) {
    return { name: 'simple-git-hooks', place: posix.join(folder ?? '', 'package.json') };
  }
  const simple = first(['', '.js', '.cjs', '.mjs', '.json'].map((ending) => `.simple-git-hooks${ending}`));
  if (simple) return { name: 'simple-git-hooks', place: simple };
  if (hooksPath !== null) return { name: 'hooks-path', place: hooksPath };
  const hooks = resolve(root, (await git.ask('rev-parse', '--git-common-dir')).trim(), 'hooks');
  return existsSync(hooks) && readdirSync(hooks).some((name) => !name.endsWith('.sample') && isHookName(name))
    ? { name: 'hooks-folder', place: '.git/hooks' }
    : null;
}

export const lefthookFiles = ['yml', 'yaml', 'toml', 'json'].flatMap((ending) => [
  `lefthook.${ending}`,
  `.lefthook.${ending}`,
]);

/** What `init` reads of a package.json. */
export interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function isHookName(name: string): boolean {
  return /^(?:pre|post|commit|prepare|applypatch|update|reference|push|sendemail|fsmonitor|proc)[a-z0-9-]*$/.test(name);
}

/** The lines that a person adds to another manager's own files. */
export function linesFor({ name }: HookManager, folder: string): string {
  const checker = posix.join(folder, 'node_modules/.bin/sprint-check');
  const commands = hookNames.map((hook) => [hook, checkerLine(hook, quoted(checker))] as const);
  switch (name) {
    case 'lefthook':
      return hookNames
        .map((hook) => {
          const [run, stdin] =
            hook === 'pre-push'
              ? [`${quoted(checker)} ${hook} {1} {2}`, '\n      use_stdin: true']
              : [`${quoted(checker)} ${hook}`, ''];
          return `${hook}:\n  commands:\n    sprint-check:\n      run: ${run}${stdin}`;
        })
        .join('\n');
    case 'pre-commit':
      return `  - repo: local\n    hooks:\n${hookNames
        .map((hook) => {
          // This manager reads what git tells a pre-push hook, and does not hand it on.
          const entry = hook === 'pre-push' ? `${quoted(checker)} check` : `${quoted(checker)} ${hook}`;
          return [
            `id: sprint-check-${hook}`,
            `name: sprint-check ${hook}`,
            `entry: ${entry}`,
            'language: system',
            'always_run: true',
            'pass_filenames: false',
            `stages: [${hook}]`,
          ]
            .map((line, index) => `      ${index === 0 ? '-' : ' '} ${line}`)
            .join('\n');
        })
        .join('\n')}\n\n  pre-commit install -t pre-commit -t pre-merge-commit -t pre-push`;
    case 'simple-git-hooks':
      return `"simple-git-hooks": ${JSON.stringify(Object.fromEntries(commands), null, 2)}\n\nnpx simple-git-hooks`;
    default:
      return commands.map(([hook, command]) => `${hook}:  ${command} || exit`).join('\n');
  }
}

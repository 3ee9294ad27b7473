import { existsSync, readdirSync, statSync } from 'node:fs';
import { isAbsolute, join, posix, relative, resolve } from 'node:path';
import type { Git } from '../git/git.js';
import { plainOrQuoted } from '../yaml/quote.js';
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
  const configured = await hooksPathOf(git);
  // A path such as /dev/null, at which no hook can be, turns all hooks off, until husky sets another.
  const found = configured === null ? undefined : statSync(resolve(root, configured), { throwIfNoEntry: false });
  const hooksPath = found && !found.isDirectory() ? null : configured;
  const husky = hooksPath === null ? null : huskyFolder(root, hooksPath);
  if (husky === posix.join(folder ?? '', '.husky')) return null;
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
  if (hooksPath !== null) return { name: 'hooks-path', place: husky ?? hooksPath };
  const hooks = resolve(root, (await git.ask('rev-parse', '--git-common-dir')).trim(), 'hooks');
  return existsSync(hooks) && readdirSync(hooks).some((name) => !name.endsWith('.sample') && isHookName(name))
    ? { name: 'hooks-folder', place: '.git/hooks' }
    : null;
}

export const lefthookFiles = ['yml', 'yaml', 'toml', 'json'].flatMap((ending) =>
  ['lefthook', '.lefthook', '.config/lefthook'].map((name) => `${name}.${ending}`),
);

/** What `init` reads of a package.json. */
export interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function isHookName(name: string): boolean {
  return /^(?:pre|post|commit|prepare|applypatch|update|reference|push|sendemail|fsmonitor|proc)[a-z0-9-]*$/.test(name);
}

export function linesFor(
  { name, place }: HookManager,
  { root, folder: inRoot }: Pick<Project, 'root' | 'folder'>,
): string {
  const folder = inRoot ?? '';
  const checker = posix.join(folder, 'node_modules/.bin/sprint-check');
  const commands = hookNames.map((hook) => [hook, checkerLine(hook, quoted(checker))] as const);
  switch (name) {
    case 'lefthook':
      return `${lefthookLines(place, quoted(checker))}\n\nnpx lefthook install`;
    case 'pre-commit':
      return `  - repo: local\n    hooks:\n${hookNames
        .map((hook) => {
          const entry = plainOrQuoted(hook === 'pre-push' ? prePush(quoted(checker)) : `${quoted(checker)} ${hook}`);
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
      return `${place.endsWith('package.json') ? '"simple-git-hooks": ' : ''}${JSON.stringify(Object.fromEntries(commands), null, 2)}\n\nnpx simple-git-hooks`;
    default: {
      // Hooks that other repositories run, too, leave those alone that do not have the checker.
      const isShared = isAbsolute(place) && relative(root, place).startsWith('..');
      const unless = isShared ? `[ ! -e ${quoted(checker)} ] || ` : '';
      return commands.map(([hook, command]) => `${hook}:  ${unless}${command} || exit`).join('\n');
    }
  }
}

/** pre-commit reads what git tells a pre-push hook, and hands it on in variables of its own. */
function prePush(checker: string): string {
  const line = ['LOCAL_BRANCH', 'TO_REF', 'REMOTE_BRANCH', 'FROM_REF'].map((name) => `$PRE_COMMIT_${name}`).join(' ');
  const remote = '"$PRE_COMMIT_REMOTE_NAME" "$PRE_COMMIT_REMOTE_URL"';
  return `sh -c 'echo "${line}" | ${checker} pre-push ${remote}'`;
}

/** In the language of the file: YAML, JSON or TOML. */
function lefthookLines(place: string, checker: string): string {
  const jobs = hookNames.map((hook) => {
    const job = { run: `${checker} ${hook}` };
    return [hook, hook === 'pre-push' ? { run: `${job.run} {1} {2}`, use_stdin: true } : job] as const;
  });
  if (place.endsWith('.json')) {
    const hooks = jobs.map(([hook, job]) => [hook, { commands: { 'sprint-check': job } }]);
    return JSON.stringify(Object.fromEntries(hooks), null, 2);
  }
  const [head, indentation, sign] = place.endsWith('.toml')
    ? [(hook: string) => `[${hook}.commands.sprint-check]`, '', ' = ']
    : [(hook: string) => `${hook}:\n  commands:\n    sprint-check:`, '      ', ': '];
  return jobs
    .map(([hook, job]) =>
      [
        head(hook),
        ...Object.entries(job).map(([key, value]) => `${indentation}${key}${sign}${JSON.stringify(value)}`),
      ].join('\n'),
    )
    .join('\n');
}

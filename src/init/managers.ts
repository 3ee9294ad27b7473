import { existsSync, readdirSync, statSync } from 'node:fs';
import { isAbsolute, join, posix, relative, resolve } from 'node:path';
import type { Git } from '../git/git.js';
import { quotedText } from '../yaml/quote.js';
import { checkerLine, hookNames, shellWord } from './hook-files.js';
import type { Manifest } from './manifest.js';
import type { Project } from './project.js';

/** Who manages the hooks, if not husky; `place` is the file or folder that shows it. */
export interface HookManager {
  readonly name: 'lefthook' | 'pre-commit' | 'simple-git-hooks' | 'git';
  readonly place: string;
}

export async function hooksFolder(git: Git, root: string): Promise<string> {
  return resolve(root, (await git.ask('rev-parse', '--git-path', 'hooks')).replace(/\r?\n$/, ''));
}

/** Returns husky's folder from the root (`.husky` for `.husky/_`); null if the hooks are not in it. */
export function huskyFolder(root: string, hooks: string): string | null {
  return /^((?!\.\.\/)(?:.*\/)?\.husky)(?:\/_)?$/.exec(shownPath(root, hooks))?.[1] ?? null;
}

/** From the root, `/`-separated, if the path is inside it. */
export function shownPath(root: string, path: string): string {
  const inside = relative(root, path).replaceAll('\\', '/');
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside;
}

/** Config files, from the root, of managers that start the checker beside other programs. */
export const managerFiles = {
  lefthook: ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml'],
  'pre-commit': ['.pre-commit-config.yaml'],
} as const;

/** husky's folder at the root, where a package in a subfolder may have its own `prepare` run husky. */
const rootHusky = '.husky';

/** Null if husky manages the hooks, or may. `git` has to run in the root. */
export async function otherManager(git: Git, project: Project, manifest: Manifest): Promise<HookManager | null> {
  const { root, folder } = project;
  const { prepare = '' } = manifest.value.scripts ?? {};
  // "prepare": "cd .. && husky"
  const isForRoot = folder !== '' && /\bcd\s.*\bhusky\b/.test(prepare) && !prepare.includes(`${folder}/.husky`);
  if (isForRoot) return { name: 'git', place: rootHusky };
  const hooks = await hooksFolder(git, root);
  const husky = huskyFolder(root, hooks);
  if (husky === posix.join(folder, '.husky')) return null;
  for (const name of ['lefthook', 'pre-commit'] as const) {
    const place = managerFiles[name].find((file) => existsSync(join(root, file)));
    if (place) return { name, place };
  }
  const { devDependencies = {} } = manifest.value;
  if ('simple-git-hooks' in manifest.value || 'simple-git-hooks' in devDependencies) {
    return { name: 'simple-git-hooks', place: manifest.path };
  }
  if (await git.askIfAny('config', '--get', 'core.hooksPath')) {
    return mayHoldHooks(hooks) ? { name: 'git', place: husky ?? shownPath(root, hooks) } : null;
  }
  return holdsHooks(hooks) ? { name: 'git', place: '.git/hooks' } : null;
}

/** A path such as /dev/null turns all hooks off, until husky sets another. */
function mayHoldHooks(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true;
}

function holdsHooks(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => /^[a-z\d-]+$/.test(name));
}

export function linesFor({ name, place }: HookManager, { folder, packageManager }: Project): string {
  const checker = shellWord(posix.join(folder, 'node_modules/.bin/sprint-check'));
  switch (name) {
    case 'lefthook':
      return `${hookNames.map((hook) => lefthookJob(hook, checker)).join('')}\nnpx lefthook install`;
    case 'pre-commit':
      return `${preCommitHooks(checker)}\n\n  pre-commit install -t pre-commit -t pre-merge-commit -t pre-push`;
    case 'simple-git-hooks': {
      const commands = Object.fromEntries(hookNames.map((hook) => [hook, checkerLine(hook, checker)]));
      return `"simple-git-hooks": ${JSON.stringify(commands, null, 2)}\n\nnpx simple-git-hooks`;
    }
    case 'git': {
      // A shared hook skips repositories without the checker.
      const unless = isAbsolute(place) ? `[ ! -e ${checker} ] || ` : '';
      const lines = hookNames.map((hook) => `${hook}:  ${unless}${checkerLine(hook, checker)} || exit`).join('\n');
      return place === rootHusky ? `${lines}\n\n${packageManager} run prepare` : lines;
    }
  }
}

function lefthookJob(hook: string, checker: string): string {
  const isPush = hook === 'pre-push';
  const job = [
    `run: ${quotedText(`${checker} ${hook}${isPush ? ' {1} {2}' : ''}`)}`,
    ...(isPush ? ['use_stdin: true'] : []),
  ];
  return `${hook}:\n  commands:\n    sprint-check:\n${job.map((line) => `      ${line}\n`).join('')}`;
}

function preCommitHooks(checker: string): string {
  const hooks = hookNames.map((hook) => {
    const entry = hook === 'pre-push' ? preCommitPush(checker) : `${checker} ${hook}`;
    return `      - id: sprint-check-${hook}
        name: sprint-check ${hook}
        entry: ${quotedText(entry)}
        language: system
        always_run: true
        pass_filenames: false
        stages: [${hook}]`;
  });
  return ['  - repo: local', '    hooks:', ...hooks].join('\n');
}

/** pre-commit reads a pre-push hook's input itself, and passes it on in variables. */
function preCommitPush(checker: string): string {
  const line = ['LOCAL_BRANCH', 'TO_REF', 'REMOTE_BRANCH', 'FROM_REF'].map((name) => `$PRE_COMMIT_${name}`).join(' ');
  const remote = '"$PRE_COMMIT_REMOTE_NAME" "$PRE_COMMIT_REMOTE_URL"';
  return `sh -c 'echo "${line}" | ${checker} pre-push ${remote}'`;
}

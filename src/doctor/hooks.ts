import { existsSync, readFileSync, statSync } from 'node:fs';
import { platform } from 'node:os';
import { join, posix } from 'node:path';
import type { Git } from '../git/git.js';
import { type GitVersion, isBefore } from '../git/version.js';
import { checkerLine, type HookName, hookNames, huskyLine, shellWord } from '../init/hook-files.js';
import { hooksFolder, huskyFolder, managerFiles, shownPath } from '../init/managers.js';
import type { Project } from '../init/project.js';
import { type HookProblem, hookMissing, huskyAsleep, notExecutable } from '../words/hook-problems.js';

export interface HookScript {
  readonly hook: HookName;
  /** A path from the root, or a key of git's config. */
  readonly place: string;
  /** The script that a person wrote. */
  readonly text: string;
  /** `husky` puts `node_modules/.bin` on the PATH; `git` runs a file; `config` is a command in git's config. */
  readonly starter: 'husky' | 'git' | 'config';
}

export interface SilentHook {
  readonly hook: HookName;
  readonly problem: HookProblem;
}

/** What git runs for each hook in this very work tree, and the hooks for which it runs nothing. */
export interface Hooks {
  /** The folder of the scripts that are files. */
  readonly folder: string;
  readonly scripts: readonly HookScript[];
  readonly problems: readonly SilentHook[];
}

/** `git` has to run in the root. From 2.54 on, git takes hooks from its config as well. */
export async function findHooks(git: Git, project: Project, version: GitVersion): Promise<Hooks> {
  const fromConfig = isBefore(version, [2, 54]) ? [] : await configHooks(git);
  const { root } = project;
  const hooksPath = await hooksFolder(git, root);
  const husky = huskyFolder(root, hooksPath);
  const folder = husky === null ? hooksPath : join(root, husky);
  const files = hookNames.map((hook) => ({ hook, file: hookFile(hook, hooksPath, folder, project) }));
  const scripts = files.flatMap(({ file }) => ('text' in file ? [file] : []));
  const problems = files.flatMap(({ hook, file }) => ('text' in file ? [] : [{ hook, problem: file }]));
  return { folder, scripts: [...fromConfig, ...scripts], problems };
}

/** git looks for hooks in `hooksPath`; `folder` has what a person wrote, above husky's own folder. */
function hookFile(hook: HookName, hooksPath: string, folder: string, project: Project): HookScript | HookProblem {
  const { root } = project;
  const [file, own] = [join(hooksPath, hook), join(folder, hook)];
  const place = shownPath(root, own);
  if (!isFile(file)) {
    const huskys = join(root, project.folder, '.husky');
    if (isFile(own) || isFile(join(huskys, hook))) return huskyAsleep(project);
    return hookMissing(existsSync(huskys) ? shownPath(root, join(huskys, hook)) : place, hook);
  }
  if (!isExecutable(file)) return notExecutable(shownPath(root, file), project);
  if (!isFile(own)) return hookMissing(place, hook);
  // git-lfs, for one, writes its hooks over husky's own.
  if (own !== file && !/husky|\/h\b/.test(readFileSync(file, 'utf8'))) return huskyAsleep(project);
  return { hook, place, text: readFileSync(own, 'utf8'), starter: own === file ? 'git' : 'husky' };
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function isExecutable(file: string): boolean {
  return platform() === 'win32' || (statSync(file).mode & 0o111) !== 0;
}

// hook.sprint.event\npre-commit\0hook.sprint.command\nsprint-check pre-commit\0hook.sprint.enabled\nfalse\0
/** Returns the enabled hooks of git's config (git-hook(1)). */
async function configHooks(git: Git): Promise<HookScript[]> {
  const listed = (await git.askIfAny('config', '--null', '--get-regexp', '^hook\\.')) ?? '';
  const hooks = new Map<string, { events: string[]; command: string; isEnabled: boolean }>();
  for (const item of listed.split('\0')) {
    const [, name, variable, value] = /^hook\.(.*)\.(event|command|enabled)(?:\n(.*))?$/s.exec(item) ?? [];
    if (name === undefined) continue;
    const hook = hooks.get(name) ?? { events: [], command: '', isEnabled: true };
    hooks.set(name, hook);
    if (variable === 'event') hook.events.push(value ?? '');
    if (variable === 'command') hook.command = value ?? '';
    // A key without a value is true (git-config(1)).
    if (variable === 'enabled') hook.isEnabled = value === undefined || !/^(?:false|no|off|0|)$/i.test(value);
  }
  return [...hooks].flatMap(([name, { events, command, isEnabled }]) =>
    hookNames
      .filter((hook) => isEnabled && command !== '' && events.includes(hook))
      .map((hook) => ({ hook, place: `hook.${name}.command`, text: command, starter: 'config' as const })),
  );
}

export type ProgramName = 'sprint-check' | 'lint-staged';

export function lineThatCalls(name: ProgramName, { hook, starter }: HookScript, project: Project): string {
  const isHusky = starter === 'husky';
  const program = isHusky ? name : shellWord(posix.join(project.folder, 'node_modules/.bin', name));
  const call = name === 'sprint-check' ? checkerLine(hook, program) : program;
  return isHusky ? huskyLine(call, project) : `${call} || exit`;
}

const managers = [
  { mark: /\blefthook\b/, files: managerFiles.lefthook },
  { mark: /pre-commit\.com|pre_commit\b/, files: managerFiles['pre-commit'] },
];

/** Returns the config in which another manager calls the checker. The sandbox can't run it as it would run here. */
export function managedBy({ hook, text }: HookScript, root: string): string | null {
  const manager = managers.find(({ mark }) => mark.test(text));
  const file = manager?.files.find((name) => existsSync(join(root, name)));
  if (file === undefined) return null;
  const code = readFileSync(join(root, file), 'utf8').replace(/^\s*#.*$/gm, '');
  return new RegExp(`sprint-check\\b.*\\s${hook}(?![\\w-])`).test(code) ? file : null;
}

import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { platform } from 'node:os';
import { dirname, join, posix, relative, resolve } from 'node:path';
import type { Git } from '../git/git.js';
import { type HookName, hookNames } from '../init/hook-files.js';
import { hooksPathOf, huskyFolder } from '../init/managers.js';
import type { Project } from '../init/project.js';
import type { HookScript } from './hook-script.js';
import type { HookProblem } from './problem.js';

/** What git runs for each hook in this very work tree, and why it runs nothing where there should be something. */
export interface Hooks {
  readonly scripts: readonly HookScript[];
  readonly problems: readonly HookProblem[];
}

/** From this version on git takes hooks from its config as well. */
export const configHooksSince = [2, 54] as const;

/** `git` asks in the root; `readsConfigHooks`: it is new enough. */
export async function findHooks(git: Git, { root, folder }: Project, readsConfigHooks: boolean): Promise<Hooks> {
  const fromConfig = readsConfigHooks ? await configHooks(git) : [];
  const hooksPath = await hooksPathOf(git);
  const hooksFolder =
    hooksPath === null
      ? resolve(root, (await git.ask('rev-parse', '--git-common-dir')).trim(), 'hooks')
      : resolve(root, hooksPath);
  const asleep = posix.join(folder ?? '', '.husky');
  const files = hookNames.map((hook) => hookFile(hook, { root, folder: hooksFolder, hooksPath, asleep }));
  const scripts = [...fromConfig, ...files.filter((file) => 'text' in file)];
  const isFired = (hook: HookName) => scripts.some((script) => script.hook === hook);
  return { scripts, problems: files.filter((file) => 'kind' in file).filter(({ hook }) => !isFired(hook)) };
}

interface Place {
  readonly root: string;
  /** Where git looks for hooks. */
  readonly folder: string;
  readonly hooksPath: string | null;
  /** Where husky's hooks would lie, from the root. */
  readonly asleep: string;
}

function hookFile(hook: HookName, { root, folder, hooksPath, asleep }: Place): HookScript | HookProblem {
  const file = join(folder, hook);
  const husky = hooksPath === null ? null : huskyFolder(root, hooksPath);
  const shown = (path: string) => {
    const inside = relative(root, path).replaceAll('\\', '/');
    return inside.startsWith('..') ? path : inside;
  };
  if (!existsSync(file)) {
    if (hooksPath !== null && !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      return { hook, kind: 'hooks-path-empty', place: hooksPath };
    if (hooksPath !== null)
      return { hook, kind: 'no-hook', place: husky === null ? shown(file) : posix.join(husky, hook) };
    if (existsSync(join(root, asleep, hook))) return { hook, kind: 'asleep', place: posix.join(asleep, hook) };
    return { hook, kind: 'no-hook', place: existsSync(join(root, asleep)) ? posix.join(asleep, hook) : shown(file) };
  }
  if (!statSync(file).isFile()) return { hook, kind: 'no-file', place: shown(file) };
  if (!isExecutable(file)) return { hook, kind: 'not-executable', place: shown(file) };
  const own = husky === null ? file : join(root, husky, hook);
  if (!existsSync(own)) return { hook, kind: 'no-hook', place: shown(own) };
  if (!statSync(own).isFile()) return { hook, kind: 'no-file', place: shown(own) };
  const text = readFileSync(own, 'utf8');
  const at = dirname(own);
  return { hook, place: shown(own), text, file: { folder: at, path: relative(at, file) }, isHusky: husky !== null };
}

function isExecutable(file: string): boolean {
  if (platform() === 'win32') return true;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

// hook.sprint.event\npre-commit\0hook.sprint.command\nsprint-check pre-commit\0hook.sprint.enabled\nfalse\0
/** The hooks of git's config that are not turned off (git-hook(1)). */
async function configHooks(git: Git): Promise<HookScript[]> {
  const listed = (await git.askIfAny('config', '--null', '--get-regexp', '^hook\\.')) ?? '';
  const hooks = new Map<string, { events: string[]; command: string; isEnabled: boolean }>();
  for (const item of listed.split('\0').filter(Boolean)) {
    const [key = '', ...rest] = item.split('\n');
    const value = rest.join('\n');
    const [, name = '', variable] = /^hook\.(.*)\.([^.]+)$/s.exec(key) ?? [];
    const hook = hooks.get(name) ?? { events: [], command: '', isEnabled: true };
    hooks.set(name, hook);
    // An empty event takes back those that were named before it.
    if (variable === 'event') hook.events = value === '' ? [] : [...hook.events, value];
    if (variable === 'command') hook.command = value;
    // A key without "=" is true.
    if (variable === 'enabled') hook.isEnabled = rest.length === 0 || !/^(?:false|no|off|0|)$/i.test(value);
  }
  return [...hooks].flatMap(([name, { events, command, isEnabled }]) =>
    hookNames
      .filter((hook) => isEnabled && command !== '' && events.includes(hook))
      .map((hook) => ({
        hook,
        place: `hook.${name}.command`,
        text: command,
        file: null,
        isHusky: false,
      })),
  );
}

import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { manifestBroken, manifestMissing, manifestWrong } from '../words/init.js';
import { readTextFile } from '../worktree/files.js';
import { ciFiles } from './ci.js';
import { hookNames, withHookLines } from './hook-files.js';
import { type LintStagedChange, withLintStaged } from './lint-staged.js';
import type { Manifest } from './managers.js';
import { withProperty, withValue } from './manifest.js';
import type { Project } from './project.js';

/** A file as it is to be; `isChanged` tells whether it is not so already, `isNew` whether there is none. Paths are from the root. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
  readonly isNew: boolean;
  readonly isChanged: boolean;
}

export interface Plan {
  readonly files: readonly PlannedFile[];
  /** Whether package.json names packages that it did not, which a lockfile has to follow. */
  readonly addsPackages: boolean;
  /** What a person has to add to lint-staged's config. */
  readonly toAdd: Extract<LintStagedChange, { kind: 'print' }> | null;
}

export interface ManifestFile {
  readonly path: string;
  readonly text: string;
  readonly value: Manifest;
}

/** What `init` adds where it is missing; lint-staged 16 is the last that runs on Node 20. */
const tools = { husky: '^9.1.7', 'lint-staged': '^16.4.0' };

/** Throws Failure where there is no package.json, or none that can be edited. */
export function readManifest({ root, folder }: Project): ManifestFile {
  if (folder === null) throw manifestMissing();
  const path = posix.join(folder, 'package.json');
  const text = readTextFile(join(root, path)) ?? '';
  const value = parsed(path, text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw manifestWrong(path, path, 'object');
  return { path, text, value };
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw manifestBroken(path, (error as Error).message);
  }
}

export function planFor(project: Project, manifest: ManifestFile): Plan {
  const { root, config, isPlugAndPlay } = project;
  const folder = project.folder ?? '';
  const edited = withTools(withHusky(manifest, project.installScript, folder), manifest);
  const lintStaged = withLintStaged(root, folder, config.sprints, edited);
  const isInManifest = lintStaged.kind === 'write' && lintStaged.path === 'package.json';
  const written = isInManifest ? lintStaged.text : edited;
  const files = [planned(manifest.path, manifest.text, written)];
  if (lintStaged.kind === 'write' && !isInManifest) {
    const path = posix.join(folder, lintStaged.path);
    files.push(planned(path, readTextFile(join(root, path)), lintStaged.text));
  }
  for (const hook of hookNames) {
    const path = posix.join(folder, '.husky', hook);
    const present = readTextFile(join(root, path));
    files.push(planned(path, present, withHookLines(hook, present, { folder, runner: isPlugAndPlay ? 'yarn ' : '' })));
  }
  return {
    files,
    addsPackages: newTools(manifest.value).length > 0,
    toAdd: lintStaged.kind === 'print' ? { ...lintStaged, path: posix.join(folder, lintStaged.path) } : null,
  };
}

export function planCi(host: 'github' | 'gitlab' | null, project: Project): PlannedFile[] {
  const files = host === null ? [] : ciFiles(host, project);
  return files.map(({ path, text }) => planned(path, readTextFile(join(project.root, path)), text));
}

function planned(path: string, present: string | null, text: string): PlannedFile {
  return { path, text, isNew: present === null, isChanged: present !== text };
}

function withHusky({ path, text, value }: ManifestFile, script: Project['installScript'], folder: string): string {
  const command = huskyCommand(folder);
  const present = value.scripts?.[script];
  if (present === undefined) return edited(path, 'scripts', withProperty(text, ['scripts', script], command));
  if (typeof present !== 'string') throw manifestWrong(path, `scripts.${script}`, 'text');
  // In a folder below, husky by itself finds no repository.
  const isLost = folder !== '' && !/\bcd\b/.test(present);
  if ((callsHusky(present) && !isLost) || runsHusky(present, value)) return text;
  // Behind a command that is ended already, another one may follow.
  const joint = /^\s*$|[;&]\s*$/.test(present) ? ' ' : ' && ';
  return withValue(text, ['scripts', script], `${present}${joint}${command}`.trimStart());
}

/** Whether a script hands on to another that runs husky, as in `npm run setup`. */
function runsHusky(script: string, { scripts = {} }: Manifest): boolean {
  return [...script.matchAll(/\brun(?:-script)? ([\w:-]+)/g)].some(([, name]) =>
    callsHusky(String(scripts[`${name}`] ?? '')),
  );
}

/** Whether a script has husky in it, as a word of its own. */
function callsHusky(script: string): boolean {
  return /(?<![\w-])husky(?![\w-])/.test(script);
}

/** husky's own way for a package that is not at the root of the repository. */
function huskyCommand(folder: string): string {
  if (folder === '') return 'husky';
  const up = folder.split('/').fill('..').join('/');
  const hooks = `${folder}/.husky`;
  return `cd ${up} && husky ${/\s/.test(hooks) ? JSON.stringify(hooks) : hooks}`;
}

function withTools(text: string, { path, value }: ManifestFile): string {
  return newTools(value).reduce((json, [name, version]) => {
    return edited(path, 'devDependencies', withProperty(json, ['devDependencies', name], version, 'sorted'));
  }, text);
}

function newTools({ dependencies, devDependencies }: Manifest): [name: string, version: string][] {
  return Object.entries(tools).filter(([name]) => !(name in { ...dependencies, ...devDependencies }));
}

function edited(path: string, key: string, text: string | null): string {
  if (text === null) throw manifestWrong(path, key, 'object');
  return text;
}

/** The packages that package.json names, or will, and that are not installed. */
export function missingPackages({ root, folder }: Project): string[] {
  const places = [join(root, folder ?? ''), root];
  return Object.keys(tools).filter((name) => !places.some((place) => existsSync(join(place, 'node_modules', name))));
}

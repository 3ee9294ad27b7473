import { join, posix } from 'node:path';
import { Failure } from '../failure.js';
import { manifestBroken, manifestMissing } from '../words/init.js';
import { readTextFile } from '../worktree/files.js';
import { ciFiles } from './ci.js';
import { hookNames, withHookLines } from './hook-files.js';
import { type LintStagedConfig, withLintStaged } from './lint-staged.js';
import { type Manifest, withValue } from './manifest.js';
import type { Project } from './project.js';

/** `text` is the planned text, `present` the one on disk, null if there is none. Paths are from the root. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
  readonly present: string | null;
}

export interface Plan {
  readonly files: readonly PlannedFile[];
  /** package.json gets new packages, so that the lockfile has to be updated. */
  readonly addsPackages: boolean;
  /** The lint-staged config to which a person has to add an entry. */
  readonly toAdd: LintStagedConfig | null;
}

/** lint-staged 16 is the last that runs on Node 20. */
const tools = { husky: '^9.1.7', 'lint-staged': '^16.4.0' };

/** Throws Failure if package.json is missing or unreadable. */
export function readManifest({ root, folder }: Project): Manifest {
  const path = posix.join(folder, 'package.json');
  const text = readTextFile(join(root, path));
  if (text === null) throw manifestMissing();
  // Dropped, because lint-staged can't read a package.json with a byte order mark.
  const json = text.replace(/^\ufeff/, '');
  return { path, text: json, value: editing(path, () => JSON.parse(json)) };
}

/** Throws Failure if package.json can't be edited. */
export function planFor(project: Project, manifest: Manifest): Plan {
  const { root, folder, config } = project;
  const { path, text } = manifest;
  const edited = editing(path, () => withTools(withHusky(project, manifest), manifest));
  const lintStaged = editing(path, () => withLintStaged(root, folder, config.sprints, edited));
  const hooks = hookNames.map((hook) => {
    const file = posix.join(folder, '.husky', hook);
    const present = readTextFile(join(root, file));
    return { path: file, present, text: withHookLines(hook, present, project) };
  });
  const addsPackages = newTools(manifest).length > 0;
  const packageJson = { path, present: text, text: edited };
  if (lintStaged.text === null) return { files: [packageJson, ...hooks], addsPackages, toAdd: lintStaged };
  const configured = { ...lintStaged, text: lintStaged.text };
  const files = lintStaged.path === path ? [{ ...configured, present: text }] : [packageJson, configured];
  return { files: [...files, ...hooks], addsPackages, toAdd: null };
}

export function planCi(host: 'github' | 'gitlab' | null, project: Project): PlannedFile[] {
  const files = host === null ? [] : ciFiles(host, project);
  return files.map((file) => ({ ...file, present: readTextFile(join(project.root, file.path)) }));
}

function editing<Result>(path: string, edit: () => Result): Result {
  try {
    return edit();
  } catch (error) {
    throw error instanceof Failure ? error : manifestBroken(path, (error as Error).message);
  }
}

function withHusky({ folder, isNewerYarn }: Project, { text, value }: Manifest): string {
  // Yarn 2 and later run no `prepare`. `postinstall` would also run, and fail, where a published package is installed.
  const script = isNewerYarn && value.private ? 'postinstall' : 'prepare';
  const present = value.scripts?.[script];
  // In a subfolder, husky has to be told where its hooks are.
  if (present?.includes(folder === '' ? 'husky' : `${folder}/.husky`)) return text;
  const quoted = (path: string) => (/\s/.test(path) ? JSON.stringify(path) : path);
  // husky's documented command for a package that is not at the repository's root.
  const up = folder.split('/').fill('..').join('/');
  const command = folder === '' ? 'husky' : `cd ${up} && husky ${quoted(`${folder}/.husky`)}`;
  if (!present) return withValue(text, ['scripts', script], command);
  // Goes first, because what is there may change the folder; and back by `cd`, because cmd.exe has no subshells.
  const back = folder === '' ? '' : ` && cd ${quoted(folder)}`;
  return withValue(text, ['scripts', script], `${command}${back} && ${present}`);
}

function withTools(text: string, manifest: Manifest): string {
  return newTools(manifest).reduce((json, [name, version]) => {
    return withValue(json, ['devDependencies', name], version);
  }, text);
}

function newTools({ value: { dependencies, devDependencies } }: Manifest): [name: string, version: string][] {
  return Object.entries(tools).filter(([name]) => !(name in { ...dependencies, ...devDependencies }));
}

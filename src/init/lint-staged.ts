import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { isMap, parseDocument } from 'yaml';
import { readTextFile } from '../worktree/text-file.js';
import { withProperty, withValue } from './manifest.js';

/** What is to become of lint-staged's config: a file's new text, nothing, or an entry that a person has to add. */
export type LintStagedChange =
  | { readonly kind: 'present' }
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'print'; readonly path: string; readonly entry: string };

const command = 'sprint-check fix';

/** The files that lint-staged reads in this order, behind package.json, the first that there is and that has its config. */
const manifestFiles = ['package.yaml', 'package.yml'];
const dataFiles = ['.lintstagedrc', '.lintstagedrc.json', '.lintstagedrc.yaml', '.lintstagedrc.yml'];
const codeFiles = ['mjs', 'mts', 'js', 'ts', 'cjs', 'cts'].flatMap((ending) => [
  `.lintstagedrc.${ending}`,
  `lint-staged.config.${ending}`,
]);

/**
 * Adds the task that repairs staged journals to the config in force in `folder`, which is that of the package; `manifest` is the
 * text of its package.json. Paths are from `folder`.
 */
export function withLintStaged(root: string, folder: string, sprints: string, manifest: string): LintStagedChange {
  const glob = posix.relative(folder, `${sprints}/S*/INTERACTIONS.yaml`);
  const entry = `${JSON.stringify(glob)}: ${JSON.stringify(command)}`;
  const inManifest = (JSON.parse(manifest.replace(/^\uFEFF/, '')) as Record<string, unknown>)['lint-staged'];
  const path = join(root, folder);
  const file = [...manifestFiles.filter((name) => holdsConfig(join(path, name))), ...dataFiles, ...codeFiles].find(
    (name) => existsSync(join(path, name)),
  );
  if (inManifest !== undefined || file === undefined) {
    return inJson('package.json', manifest, ['lint-staged'], inManifest, { glob, entry });
  }
  const text = readTextFile(join(path, file)) ?? '';
  if (text.includes(command)) return { kind: 'present' };
  if (!dataFiles.includes(file)) return { kind: 'print', path: file, entry };
  const json = parsedJson(text);
  return json === undefined ? inYaml(file, text, entry) : inJson(file, text, [], json, { glob, entry });
}

function holdsConfig(manifest: string): boolean {
  return /^["']?lint-staged["']?:/m.test(readTextFile(manifest) ?? '');
}

interface Entry {
  readonly glob: string;
  /** As it is typed. */
  readonly entry: string;
}

function inJson(file: string, text: string, path: string[], config: unknown, { glob, entry }: Entry): LintStagedChange {
  if (config !== undefined && JSON.stringify(config).includes(command)) return { kind: 'present' };
  const tasks = (config as Record<string, unknown> | undefined)?.[glob];
  const print: LintStagedChange = { kind: 'print', path: file, entry };
  if (typeof tasks === 'string' || isTexts(tasks)) {
    return { kind: 'write', path: file, text: withValue(text, [...path, glob], [tasks, command].flat()) };
  }
  const changed = withProperty(text, [...path, glob], command);
  return changed === null ? print : { kind: 'write', path: file, text: changed };
}

function inYaml(file: string, text: string, entry: string): LintStagedChange {
  const { contents, errors } = parseDocument(text);
  // An entry can follow the last line of a mapping that starts at the margin, and of nothing else.
  const isBlockMapping = isMap(contents) && !contents.flow && /^["'\w*.]/m.test(text);
  if (errors.length > 0 || !isBlockMapping) return { kind: 'print', path: file, entry };
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const changed = `${text}${/\n$/.test(text) ? '' : lineEnd}${entry}${lineEnd}`;
  const isSound = parseDocument(changed).errors.length === 0;
  return isSound ? { kind: 'write', path: file, text: changed } : { kind: 'print', path: file, entry };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

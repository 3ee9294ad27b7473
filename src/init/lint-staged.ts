import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { isMap, isNode, isSeq, type Node, parse, parseDocument } from 'yaml';
import { readTextFile } from '../worktree/files.js';
import { withProperty, withValue } from './manifest.js';

/** What is to become of lint-staged's config: a file's new text, nothing, or an entry that a person has to add. */
export type LintStagedChange =
  | { readonly kind: 'present' }
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  /** `under` is the glob to whose tasks `entry` is to be added; null where it is a whole entry. */
  | { readonly kind: 'print'; readonly path: string; readonly under: string | null; readonly entry: string };

const command = 'sprint-check fix';

/** yaml would warn on standard error, with what stands in the file. */
const quiet = { logLevel: 'error' } as const;

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
  const named = namedConfig(path);
  const searched = [...manifestFiles.filter((name) => holdsConfig(join(path, name))), ...dataFiles, ...codeFiles];
  const file = named ?? searched.find((name) => existsSync(join(path, name)));
  // lint-staged does not read a package.json that starts with a byte order mark.
  if (file === undefined && manifest.startsWith('\uFEFF'))
    return inJson('.lintstagedrc.json', '{}\n', [], undefined, { glob, entry });
  if (file === undefined || (named === null && inManifest !== undefined)) {
    return inJson('package.json', manifest, ['lint-staged'], inManifest, { glob, entry });
  }
  const text = readTextFile(join(path, file)) ?? '';
  if (text.includes(command)) return { kind: 'present' };
  const json = parsed(() => JSON.parse(text.replace(/^\uFEFF/, '')));
  const mayBeYaml = /^(?:|\.ya?ml)$/.test(posix.extname(file)) && !manifestFiles.includes(file);
  if (json !== undefined) return inJson(file, text, [], json, { glob, entry });
  return mayBeYaml ? inYaml(file, text, { glob, entry }) : printed(file, { glob, entry }, undefined);
}

/** The config that the hook names, as in `lint-staged --config staged.json`; null where lint-staged is to look for it. */
function namedConfig(folder: string): string | null {
  const hook = readTextFile(join(folder, '.husky/pre-commit')) ?? '';
  const [, named] = /^[^#\n]*\blint-staged\b.*\s(?:--config|-c)[ =]([\w./-]+)/m.exec(hook) ?? [];
  return named !== undefined && existsSync(join(folder, named)) ? posix.normalize(named) : null;
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
  if (typeof tasks === 'string' || isTexts(tasks)) {
    return { kind: 'write', path: file, text: withValue(text, [...path, glob], [tasks, command].flat()) };
  }
  const changed = withProperty(text, [...path, glob], command);
  return changed === null ? printed(file, { glob, entry }, tasks) : { kind: 'write', path: file, text: changed };
}

function inYaml(path: string, text: string, { glob, entry }: Entry): LintStagedChange {
  const before = parsed(() => parse(text, quiet)) as Record<string, unknown> | null | undefined;
  const tasks = before?.[glob];
  const { contents } = parseDocument(text, quiet);
  const node = isMap(contents) ? contents.get(glob, true) : undefined;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const changed = isNode(node)
    ? withTask(text, node, lineEnd)
    : `${text}${text === '' || text.endsWith('\n') ? '' : lineEnd}${entry}${lineEnd}`;
  const wanted = { ...before, [glob]: tasks === undefined ? command : [tasks, command].flat() };
  // YAML has more forms than are looked at here: what does not read as it should is not written.
  const isSound = JSON.stringify(parsed(() => parse(changed, quiet))) === JSON.stringify(wanted);
  return isSound ? { kind: 'write', path, text: changed } : printed(path, { glob, entry }, tasks);
}

/** YAML with a task behind that, or those, of a node. */
function withTask(text: string, node: Node, lineEnd: string): string {
  const [start = 0, end = 0] = node.range ?? [];
  const tasks = text.slice(start, end).trimEnd();
  const indentation = text.slice(text.lastIndexOf('\n', start) + 1, start);
  const added = !isSeq(node)
    ? `[${tasks}, ${command}]`
    : node.flow
      ? `${tasks.slice(0, -1)}, ${command}]`
      : `${tasks}${lineEnd}${indentation}- ${command}`;
  return text.slice(0, start) + added + text.slice(start + tasks.length);
}

function printed(path: string, { glob, entry }: Entry, tasks: unknown): LintStagedChange {
  return tasks === undefined
    ? { kind: 'print', path, under: null, entry }
    : { kind: 'print', path, under: glob, entry: JSON.stringify(command) };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function parsed(parse: () => unknown): unknown {
  try {
    return parse();
  } catch {
    return undefined;
  }
}

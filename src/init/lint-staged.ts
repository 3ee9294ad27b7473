import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseDocument } from 'yaml';
import { readTextFile } from '../worktree/files.js';
import { withValue } from './manifest.js';

/** lint-staged's config as planned. Paths are from the root. */
export interface LintStagedConfig {
  readonly path: string;
  /** The text on disk. */
  readonly present: string;
  /** Null if a person has to add `entry`, as in a config that is code. */
  readonly text: string | null;
  readonly entry: string;
}

const command = 'sprint-check fix';

const configFile = /^(?:\.lintstagedrc(?:\.(?:json|ya?ml|[cm]?[jt]s))?|lint-staged\.config\.[cm]?[jt]s)$/;

/** Adds the repair of staged journals to the config for the package in `folder`; `manifest` is its package.json. */
export function withLintStaged(root: string, folder: string, sprints: string, manifest: string): LintStagedConfig {
  const glob = posix.relative(folder, `${sprints}/S*/INTERACTIONS.yaml`);
  const entry = `${JSON.stringify(glob)}: ${JSON.stringify(command)}`;
  const inManifest = JSON.parse(manifest)['lint-staged'];
  const file = inManifest ? undefined : readdirSync(join(root, folder)).find((name) => configFile.test(name));
  if (file === undefined) {
    const isThere = JSON.stringify(inManifest ?? {}).includes(command);
    const text = isThere ? manifest : withEntry(manifest, ['lint-staged', glob], entry);
    return { path: posix.join(folder, 'package.json'), present: manifest, text, entry };
  }
  const path = posix.join(folder, file);
  const present = readTextFile(join(root, path)) ?? '';
  const source = path.endsWith('.json') && present.trim() === '' ? '{}\n' : present;
  return { path, present, text: present.includes(command) ? present : withEntry(source, [glob], entry), entry };
}

/** Adds an entry to a config in JSON or YAML; null if it is neither, or would be read otherwise. */
function withEntry(text: string, keys: readonly string[], entry: string): string | null {
  const isJson = text.trimStart().startsWith('{');
  const lineEnd = text === '' || text.endsWith('\n') ? '' : '\n';
  const changed = isJson ? withValue(text, keys, command) : `${text}${lineEnd}${entry}\n`;
  const read = (config: string) => parseDocument(config, { logLevel: 'error' });
  const after = read(changed);
  return !read(text).hasIn(keys) && after.errors.length === 0 && after.getIn(keys) === command ? changed : null;
}

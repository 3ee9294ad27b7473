import type { LocatePointer } from '../yaml/locate.js';
import type { UnreadableReason } from '../yaml/problem.js';
import { readYamlText } from '../yaml/read.js';
import { readText } from '../yaml/text.js';
import { readJson } from './json.js';
import type { ConfigPath, ConfigProblem } from './problem.js';
import type { ConfigFile } from './read.js';

/** The value that a file gives for the config, not checked yet. */
export interface Source {
  readonly file: ConfigPath;
  readonly value: unknown;
  /** Takes JSON Pointers into `value`. */
  readonly locate: LocatePointer;
}

/** What one file gives; `none` for a package.json without the key. */
export type SourceReading =
  | { readonly state: 'none' }
  | { readonly state: 'read'; readonly source: Source }
  | { readonly state: 'broken'; readonly problems: readonly ConfigProblem[] };

/** Reads one file that may hold a config. */
export function readSource(file: ConfigFile): SourceReading {
  const text = readText(file);
  if (typeof text !== 'string') return broken([unreadable(file.path, text)]);
  return file.path === '.sprint-checkrc.yaml' ? readYamlSource(file.path, text) : readJsonSource(file.path, text);
}

function readYamlSource(file: ConfigPath, text: string): SourceReading {
  const yaml = readYamlText(text);
  if (yaml.state === 'read') return { state: 'read', source: { file, value: yaml.value, locate: yaml.locate } };
  if (yaml.state === 'unreadable') return broken([unreadable(file, yaml.reason)]);
  return broken(
    yaml.problems.map((problem) =>
      problem.kind === 'duplicate-key'
        ? { kind: 'duplicate-key', file, location: problem.location, key: problem.subject }
        : { kind: 'yaml-syntax', file, location: problem.location, problem },
    ),
  );
}

function readJsonSource(file: ConfigPath, text: string): SourceReading {
  const json = readJson(text);
  if (json.state === 'too-deep') return broken([unreadable(file, { kind: 'too-deep', location: json.location })]);
  if (json.state === 'broken') {
    return broken([{ kind: 'json-syntax', file, location: json.location, fault: json.fault }]);
  }
  const { value, duplicates, locate } = json.document;
  const root = file === 'package.json' ? '/sprint-check' : '';
  const own = duplicates.filter(({ pointer }) => pointer === root || pointer.startsWith(`${root}/`));
  if (own.length > 0) {
    return broken(own.map(({ key, location }) => ({ kind: 'duplicate-key', file, location, key })));
  }
  if (root === '') return { state: 'read', source: { file, value, locate } };
  const manifest = typeof value === 'object' && value !== null ? value : {};
  if (!Object.hasOwn(manifest, 'sprint-check')) return { state: 'none' };
  const config = (manifest as { 'sprint-check': unknown })['sprint-check'];
  return { state: 'read', source: { file, value: config, locate: (pointer, part) => locate(root + pointer, part) } };
}

function unreadable(file: ConfigPath, reason: UnreadableReason): ConfigProblem {
  const location = reason.kind === 'too-deep' ? reason.location : null;
  return { kind: 'unreadable', file, location, reason };
}

function broken(problems: readonly ConfigProblem[]): SourceReading {
  return { state: 'broken', problems };
}

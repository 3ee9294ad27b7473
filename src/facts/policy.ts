import type { Config } from '../config/config.js';
import { defaultConfig } from '../config/config.js';
import { configPaths } from '../config/problem.js';
import { readConfig } from '../config/read.js';
import { Failure } from '../failure.js';
import { folderMode } from '../git/tree.js';
import { sameValue } from '../journal/entries.js';
import { ruleIds } from '../rules/list.js';
import type { Snapshot } from './snapshot.js';
import { readState } from './sprint.js';

/** The config that judges, and what the judged change does to it. */
export interface Policy {
  readonly config: Config;
  /** The judged change alters the config: it takes effect from the next commit or push on. */
  readonly configChanged: boolean;
}

/**
 * The policy under which a snapshot is judged: that of `base`, which is what a commit being made is compared with, or
 * the destination of a range. Where it has no config, the defaults judge; where it has no sprint either, or there is
 * none (null), the config that `fallback` gives, which is the snapshot's own unless it is given.
 *
 * @throws Failure when the snapshot's own config can't be read.
 */
export async function readPolicy(
  base: Snapshot | null,
  snapshot: Snapshot,
  fallback?: () => Promise<Config | null>,
): Promise<Policy> {
  const own = await configAt(snapshot);
  if (own instanceof Failure) throw own;
  const config = await judgingConfig(base, fallback ?? (async () => own));
  return { config, configChanged: !sameValue(config, own ?? defaultConfig) };
}

/** The config that judges, and that alone: of the snapshot's own nothing is asked. */
export async function judgingConfig(base: Snapshot | null, fallback: () => Promise<Config | null>): Promise<Config> {
  return (base && (await baseConfig(base))) ?? (await fallback()) ?? defaultConfig;
}

/** The config by which a snapshot judges what follows it; null where it has neither a config nor a sprint, and has no say. */
export async function baseConfig(base: Snapshot): Promise<Config | null> {
  const config = await configAt(base);
  // A config that is broken there has to be mended by a commit that the defaults judge.
  if (config !== null) return config instanceof Failure ? defaultConfig : config;
  return (await readState(defaultConfig, base)).sprint === null ? null : defaultConfig;
}

/** The config of the first of several snapshots that is in a sprint; null where none is. */
export async function firstConfigInSprint(snapshots: Iterable<Snapshot>): Promise<Config | null> {
  for (const snapshot of snapshots) {
    const own = await configAt(snapshot);
    const config = own === null || own instanceof Failure ? defaultConfig : own;
    if ((await readState(config, snapshot)).sprint !== null) return config;
  }
  return null;
}

/** The config of a set of files by itself; the defaults where it has none. Throws Failure where it can't be read. */
export async function ownConfig(snapshot: Snapshot): Promise<Config> {
  const config = await configAt(snapshot);
  if (config instanceof Failure) throw config;
  return config ?? defaultConfig;
}

/** The config of a snapshot: null where it has none, a Failure where it can't be read. */
export async function configAt(snapshot: Snapshot): Promise<Config | Failure | null> {
  const root = await snapshot.list('');
  const found = configPaths.map(async (path) => {
    const entry = root.get(path);
    return entry && entry.mode !== folderMode ? [{ path, ...(await snapshot.files.bytes(path, entry)) }] : [];
  });
  const files = (await Promise.all(found)).flat();
  try {
    return readConfig(files, ruleIds);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

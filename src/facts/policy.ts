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

export interface Policy {
  readonly config: Config;
  /** The judged change alters the config, which takes effect from the next commit or push on. */
  readonly configChanged: boolean;
}

/**
 * Returns the policy that judges a snapshot: the config of `base` (the commit before, or the destination of a range),
 * else the defaults. If `base` has neither config nor sprint, or is null, the config that `fallback` returns, by
 * default the snapshot's own. Throws Failure if the snapshot's own config can't be read.
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

/** Returns the config that judges, as `readPolicy` does, without reading the snapshot's own. */
export async function judgingConfig(base: Snapshot | null, fallback: () => Promise<Config | null>): Promise<Config> {
  return (base && (await baseConfig(base))) ?? (await fallback()) ?? defaultConfig;
}

/** Returns the config by which a snapshot judges what follows it; null if it has neither a config nor a sprint. */
export async function baseConfig(base: Snapshot): Promise<Config | null> {
  const config = await configAt(base);
  // The defaults judge what follows a broken config, so that a commit can mend it.
  if (config !== null) return config instanceof Failure ? defaultConfig : config;
  return (await readState(defaultConfig, base)).sprint === null ? null : defaultConfig;
}

/** Returns the config of the first snapshot that is in a sprint; null if none is. */
export async function firstConfigInSprint(snapshots: Iterable<Snapshot>): Promise<Config | null> {
  for (const snapshot of snapshots) {
    const own = await configAt(snapshot);
    const config = own === null || own instanceof Failure ? defaultConfig : own;
    if ((await readState(config, snapshot)).sprint !== null) return config;
  }
  return null;
}

/** Returns a snapshot's own config, or the defaults if it has none. Throws Failure if it can't be read. */
export async function ownConfig(snapshot: Snapshot): Promise<Config> {
  const config = await configAt(snapshot);
  if (config instanceof Failure) throw config;
  return config ?? defaultConfig;
}

/** Reads the config of a snapshot: null if it has none, a Failure if it can't be read. */
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

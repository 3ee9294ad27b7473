import { type Config, defaultConfig } from '../config/config.js';
import { configPaths } from '../config/problem.js';
import { readConfig } from '../config/read.js';
import { configFailure } from '../config/words.js';
import { Failure } from '../failure.js';
import type { ObjectReader } from '../git/objects.js';
import { folderMode } from '../git/tree.js';
import { sameValue } from '../journal/entries.js';
import { ruleIds } from '../rules/list.js';
import { Files } from './files.js';
import type { Snapshot } from './snapshot.js';
import { readState } from './sprint.js';

/** The config that judges, and what the judged change does to it. */
export interface Policy {
  readonly config: Config;
  /** The judged change alters the config: it takes effect from the next commit on. */
  readonly configChanged: boolean;
}

/**
 * The policy under which a snapshot is judged: its base's, so that no change excuses itself; its own only
 * where the base has neither config nor sprint, or there is no base (null).
 *
 * @throws Failure when the snapshot's own config can't be read.
 */
export async function readPolicy(objects: ObjectReader, base: Snapshot | null, snapshot: Snapshot): Promise<Policy> {
  const files = new Files(objects);
  const own = await configAt(files, snapshot);
  if (own instanceof Failure) throw own;
  const config = await choose(files, base, own);
  return { config, configChanged: base !== null && !sameValue(config, own ?? defaultConfig) };
}

/** The config that judges a snapshot, and that alone: a config that can't be read counts as none. */
export async function readJudgingConfig(
  objects: ObjectReader,
  base: Snapshot | null,
  snapshot: Snapshot,
): Promise<Config> {
  const files = new Files(objects);
  return choose(files, base, await configAt(files, snapshot));
}

/** A config; null where there is none, a Failure where it is broken. */
type ConfigOrNot = Config | Failure | null;

async function configAt(files: Files, snapshot: Snapshot): Promise<ConfigOrNot> {
  const root = await snapshot.list('');
  const found = configPaths.map(async (path) => {
    const entry = root.get(path);
    return entry && entry.mode !== folderMode ? [{ path, ...(await files.bytes(path, entry)) }] : [];
  });
  const reading = readConfig((await Promise.all(found)).flat(), ruleIds);
  if (reading.kind === 'broken') return configFailure(reading.problems);
  return reading.kind === 'none' ? null : reading.config;
}

async function choose(files: Files, base: Snapshot | null, own: ConfigOrNot): Promise<Config> {
  if (base === null) return orDefaults(own);
  const old = await configAt(files, base);
  if (old !== null) return orDefaults(old);
  const inSprint = own !== null && (await readState(files, defaultConfig, base)).sprint !== null;
  return inSprint ? defaultConfig : orDefaults(own);
}

function orDefaults(config: ConfigOrNot): Config {
  return config === null || config instanceof Failure ? defaultConfig : config;
}

import { Files } from '../facts/files.js';
import type { Snapshot } from '../facts/snapshot.js';
import { readState } from '../facts/sprint.js';
import type { ObjectReader } from '../git/objects.js';
import { folderMode } from '../git/tree.js';
import { sameValue } from '../journal/entries.js';
import type { Validate } from '../journal/read.js';
import { ruleIds } from '../rules/list.js';
import { type Config, defaultConfig } from './config.js';
import { configPaths } from './problem.js';
import { type ConfigReading, readConfig } from './read.js';

/** The config that judges, and what the judged change does to it. */
export interface Policy {
  readonly config: Config;
  /** The judged change alters the config: it takes effect from the next commit on. */
  readonly configChanged: boolean;
  /** Stands for the built-in schema of journals where the config names another. */
  readonly validate: Validate | undefined;
}

/**
 * The policy under which a snapshot is judged: its base's, so that no change excuses itself; its own only
 * where the base has neither config nor sprint, or there is no base (null).
 *
 * @throws Failure when the snapshot's own config can't be read, or the schema that the policy names.
 */
export async function readPolicy(objects: ObjectReader, base: Snapshot | null, snapshot: Snapshot): Promise<Policy> {
  const files = new Files(objects);
  const own = await readAt(files, snapshot);
  if (own.kind === 'broken') throw (await import('./words.js')).configFailure(own.problems);
  const old = base && (await readAt(files, base));
  const { config, source } = await choose(files, base, old, snapshot, own);
  const configChanged = source !== snapshot && (await differs(config, configOf(own), base ?? snapshot, snapshot));
  return { config, configChanged, validate: await readSchema(files, source, config) };
}

/** The config that judges a snapshot, and that alone: a config that can't be read counts as none. */
export async function readJudgingConfig(
  objects: ObjectReader,
  base: Snapshot | null,
  snapshot: Snapshot,
): Promise<Config> {
  const files = new Files(objects);
  const old = base && (await readAt(files, base));
  return (await choose(files, base, old, snapshot, await readAt(files, snapshot))).config;
}

/** The config that judges, and the snapshot that it is from. */
async function choose(
  files: Files,
  base: Snapshot | null,
  old: ConfigReading | null,
  snapshot: Snapshot,
  own: ConfigReading,
): Promise<{ config: Config; source: Snapshot }> {
  if (base === null || old === null) return { config: configOf(own), source: snapshot };
  if (old.kind !== 'none' || own.kind !== 'config') return { config: configOf(old), source: base };
  const inSprint = (await readState(files, defaultConfig, base)).sprint !== null;
  return inSprint ? { config: defaultConfig, source: base } : { config: own.config, source: snapshot };
}

function configOf(reading: ConfigReading): Config {
  return reading.kind === 'config' ? reading.config : defaultConfig;
}

async function readAt(files: Files, snapshot: Snapshot): Promise<ConfigReading> {
  const root = await snapshot.list('');
  const found = configPaths.map(async (path) => {
    const entry = root.get(path);
    return entry && entry.mode !== folderMode ? [{ path, ...(await files.bytes(path, entry)) }] : [];
  });
  return readConfig((await Promise.all(found)).flat(), ruleIds);
}

async function differs(config: Config, own: Config, base: Snapshot, snapshot: Snapshot): Promise<boolean> {
  if (!sameValue(config, own)) return true;
  const { schema } = config;
  return schema !== null && !sameValue(await base.entry(schema), await snapshot.entry(schema));
}

async function readSchema(files: Files, snapshot: Snapshot, { schema }: Config): Promise<Validate | undefined> {
  if (schema === null) return undefined;
  const { compileSchema } = await import('./schema.js');
  const entry = await snapshot.entry(schema);
  return compileSchema(schema, entry && entry.mode !== folderMode ? await files.bytes(schema, entry) : null);
}

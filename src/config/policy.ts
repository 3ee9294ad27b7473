import { Files } from '../facts/files.js';
import type { Snapshot } from '../facts/snapshot.js';
import { readState } from '../facts/sprint.js';
import { Failure } from '../failure.js';
import type { ObjectReader } from '../git/objects.js';
import { folderMode } from '../git/tree.js';
import { sameValue } from '../journal/entries.js';
import { type Config, defaultConfig } from './config.js';
import { configPaths } from './problem.js';
import { readConfig } from './read.js';
import type { Validate } from './schema.js';

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
 * @throws Failure when the snapshot's own config can't be read, or the schema that it names.
 */
export async function readPolicy(objects: ObjectReader, base: Snapshot | null, snapshot: Snapshot): Promise<Policy> {
  const reader = new PolicyReader(objects);
  const own = await reader.readAt(snapshot);
  if (own instanceof Failure) throw own;
  const { config, validate, source } = await reader.choose(base, snapshot, own);
  const configChanged = source !== snapshot && (await differs(config, own ?? defaults, base ?? snapshot, snapshot));
  return { config, configChanged, validate };
}

/** The config that judges a snapshot, and that alone: a config that can't be read counts as none. */
export async function readJudgingConfig(
  objects: ObjectReader,
  base: Snapshot | null,
  snapshot: Snapshot,
): Promise<Config> {
  const reader = new PolicyReader(objects);
  return (await reader.choose(base, snapshot, await reader.readAt(snapshot))).config;
}

/** A config, with the validator of the schema that it names. */
type Usable = Pick<Policy, 'config' | 'validate'>;

const defaults: Usable = { config: defaultConfig, validate: undefined };

/** A config that is not there, or that can't be used. */
type Unusable = Failure | null;

class PolicyReader {
  readonly #files: Files;
  /** By object name: base and snapshot mostly have the same one. */
  readonly #schemas = new Map<string, Validate | Failure>();

  constructor(objects: ObjectReader) {
    this.#files = new Files(objects);
  }

  async readAt(snapshot: Snapshot): Promise<Usable | Unusable> {
    const root = await snapshot.list('');
    const found = configPaths.map(async (path) => {
      const entry = root.get(path);
      return entry && entry.mode !== folderMode ? [{ path, ...(await this.#files.bytes(path, entry)) }] : [];
    });
    const reading = await readConfig((await Promise.all(found)).flat());
    if (reading.kind === 'none') return null;
    if (reading.kind === 'broken') return (await import('./words.js')).configFailure(reading.problems);
    const { config } = reading;
    const validate = config.schema === null ? undefined : await this.#readSchema(snapshot, config.schema);
    return validate instanceof Failure ? validate : { config, validate };
  }

  /** The config that judges, and the snapshot that it is from. */
  async choose(
    base: Snapshot | null,
    snapshot: Snapshot,
    own: Usable | Unusable,
  ): Promise<Usable & { readonly source: Snapshot }> {
    if (base === null) return { ...orDefaults(own), source: snapshot };
    const old = await this.readAt(base);
    if (old !== null || orDefaults(own) === defaults) return { ...orDefaults(old), source: base };
    const inSprint = (await readState(this.#files, defaultConfig, base)).sprint !== null;
    return inSprint ? { ...defaults, source: base } : { ...orDefaults(own), source: snapshot };
  }

  async #readSchema(snapshot: Snapshot, path: string): Promise<Validate | Failure> {
    const { compileSchema } = await import('./schema.js');
    const entry = await snapshot.entry(path);
    if (!entry || entry.mode === folderMode) return compileSchema(path, null);
    const file = await this.#files.bytes(path, entry);
    const key = `${entry.mode} ${entry.oid}`;
    const known = this.#schemas.get(key) ?? compileSchema(path, file);
    this.#schemas.set(key, known);
    return known;
  }
}

function orDefaults(reading: Usable | Unusable): Usable {
  return reading === null || reading instanceof Failure ? defaults : reading;
}

async function differs(config: Config, own: Usable, base: Snapshot, snapshot: Snapshot): Promise<boolean> {
  if (!sameValue(config, own.config)) return true;
  const { schema } = config;
  return schema !== null && !sameValue(await base.entry(schema), await snapshot.entry(schema));
}

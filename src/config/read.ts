import { checkConfig } from './check.js';
import type { Config } from './config.js';
import { type ConfigFile, readSource } from './source.js';
import { configFailure, problemAt, secondSource } from './words.js';

/** Reads the config, defaults filled in; null if no file holds one. Throws Failure that lists what is wrong. */
export function readConfig(files: readonly ConfigFile[], ruleIds: readonly string[]): Config | null {
  const [source, other] = files.map(readSource).filter((each) => each !== null);
  if (!source) return null;
  if (other) throw configFailure([problemAt(other.file, other.locate(''), secondSource(other.file, source.file))]);
  return checkConfig(source, ruleIds);
}

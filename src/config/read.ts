import { checkConfig } from './check.js';
import type { Config } from './config.js';
import { type ConfigFile, readSource } from './source.js';
import { configFailure, problemAt, secondSource } from './words.js';

/**
 * The config that those of its files which exist hold, defaults filled in, paths normalised; null where they hold none.
 *
 * @throws Failure that tells what is wrong, in the order of the file.
 */
export function readConfig(files: readonly ConfigFile[], ruleIds: readonly string[]): Config | null {
  const [source, other] = files.map(readSource).filter((each) => each !== null);
  if (!source) return null;
  if (other) throw configFailure([problemAt(other.file, other.locate(''), secondSource(other.file, source.file))]);
  return checkConfig(source, ruleIds);
}

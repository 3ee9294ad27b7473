import type { Failure } from '../failure.js';
import { checkConfig } from './check.js';
import type { Config } from './config.js';
import type { ConfigProblem } from './problem.js';
import { type ConfigFile, readSource, type Source } from './source.js';
import { configFailure, problemAt, secondSource } from './words.js';

/**
 * The config that those of its files which exist hold (defaults filled in, paths normalised): null where they hold none,
 * a Failure that tells what is wrong in the order of the file; it never throws.
 */
export function readConfig(files: readonly ConfigFile[], ruleIds: readonly string[]): Config | Failure | null {
  const sources: Source[] = [];
  const problems: ConfigProblem[] = [];
  for (const source of files.map(readSource)) {
    if (Array.isArray(source)) problems.push(...source);
    else if (source) sources.push(source);
  }
  const [source, other] = sources;
  if (problems.length > 0) return configFailure(problems);
  if (!source) return null;
  if (other) return configFailure([problemAt(other.file, other.locate(''), secondSource(other.file, source.file))]);
  const config = checkConfig(source, ruleIds);
  return Array.isArray(config) ? configFailure(config) : config;
}

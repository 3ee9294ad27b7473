import { checkConfig } from './check.js';
import type { Config } from './config.js';
import type { ConfigProblem } from './problem.js';
import { type ConfigFile, readSource, type Source } from './source.js';

/** What the files say: nothing, a whole config (defaults filled in, paths normalised), or what is wrong with it. */
export type ConfigReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'broken'; readonly problems: readonly ConfigProblem[] };

/** Reads the config from those of its files that exist, problems in the order of the file; it never throws. */
export function readConfig(files: readonly ConfigFile[], ruleIds: readonly string[]): ConfigReading {
  const sources: Source[] = [];
  const problems: ConfigProblem[] = [];
  for (const source of files.map(readSource)) {
    if (Array.isArray(source)) problems.push(...source);
    else if (source) sources.push(source);
  }
  const [source, other] = sources;
  if (problems.length > 0) return { kind: 'broken', problems };
  if (!source) return { kind: 'none' };
  if (other) {
    return {
      kind: 'broken',
      problems: [{ kind: 'two-sources', file: other.file, location: other.locate(''), other: source.file }],
    };
  }
  const config = checkConfig(source, ruleIds);
  return Array.isArray(config) ? { kind: 'broken', problems: config } : { kind: 'config', config };
}

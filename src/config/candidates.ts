import { checkConfig } from './check.js';
import type { ConfigProblem } from './problem.js';
import type { ConfigFile, ConfigReading } from './read.js';
import { readSource, type Source } from './source.js';

/** Reads files of which each may hold a config. */
export function readCandidates(files: readonly ConfigFile[]): ConfigReading {
  const sources: Source[] = [];
  const problems: ConfigProblem[] = [];
  for (const reading of files.map(readSource)) {
    if (reading.state === 'read') sources.push(reading.source);
    if (reading.state === 'broken') problems.push(...reading.problems);
  }
  if (problems.length > 0) return { kind: 'broken', problems };
  const [source, other] = sources;
  if (!source) return { kind: 'none' };
  if (other) {
    return {
      kind: 'broken',
      problems: [{ kind: 'two-sources', file: other.file, location: null, other: source.file }],
    };
  }
  const checked = checkConfig(source);
  if (Array.isArray(checked)) return { kind: 'broken', problems: checked };
  return { kind: 'config', config: checked };
}

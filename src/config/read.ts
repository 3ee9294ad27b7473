import type { Blob } from '../yaml/text.js';
import type { Config } from './config.js';
import type { ConfigPath, ConfigProblem } from './problem.js';

/** A file that may hold a config, as git has it. */
export interface ConfigFile extends Blob {
  readonly path: ConfigPath;
}

/** What the files say: nothing, a whole config (defaults filled in, paths normalised), or what is wrong with it. */
export type ConfigReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'broken'; readonly problems: readonly ConfigProblem[] };

/** Reads the config from those of its files that exist, problems in the order of the file; it never throws. */
export async function readConfig(files: readonly ConfigFile[]): Promise<ConfigReading> {
  const candidates = files.filter(mayHoldConfig);
  if (candidates.length === 0) return { kind: 'none' };
  // Nearly every repository has no config: what reads one is loaded only here.
  const { readCandidates } = await import('./candidates.js');
  return readCandidates(candidates);
}

function mayHoldConfig({ path, mode, size, bytes }: ConfigFile): boolean {
  if (path !== 'package.json' || !mode.startsWith('100') || size > bytes.length) return true;
  try {
    const manifest: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof manifest === 'object' && manifest !== null && Object.hasOwn(manifest, 'sprint-check');
  } catch {
    // What it holds can't be told.
    return true;
  }
}

import type { ConfigPath, ConfigProblem } from '../../src/config/problem.ts';
import { type ConfigReading, readConfig } from '../../src/config/read.ts';
import type { ConfigFile } from '../../src/config/source.ts';

export const json = '.sprint-checkrc.json';
export const yaml = '.sprint-checkrc.yaml';

/** A file as git has it. */
export function file(path: ConfigPath, content: string | Buffer, mode = '100644'): ConfigFile {
  const bytes = Buffer.from(content as string);
  return { path, mode, size: bytes.length, bytes };
}

/** What the files say where there are three rules. */
export function read(...files: ConfigFile[]): ConfigReading {
  return readConfig(files, ['journal/when', 'journal/schema', 'branch/sprint']);
}

/** What is wrong with the files; the reading itself where nothing is. */
export function problemsOf(...files: ConfigFile[]): readonly ConfigProblem[] | ConfigReading {
  const reading = read(...files);
  return reading.kind === 'broken' ? reading.problems : reading;
}

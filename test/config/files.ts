import type { ConfigPath, ConfigProblem } from '../../src/config/problem.ts';
import { type ConfigFile, type ConfigReading, readConfig } from '../../src/config/read.ts';

export const json = '.sprint-checkrc.json';
export const yaml = '.sprint-checkrc.yaml';

/** A file as git has it. */
export function file(path: ConfigPath, content: string | Buffer, mode = '100644'): ConfigFile {
  const bytes = Buffer.from(content as string);
  return { path, mode, size: bytes.length, bytes };
}

/** What is wrong with the files; the reading itself where nothing is. */
export async function problemsOf(...files: ConfigFile[]): Promise<readonly ConfigProblem[] | ConfigReading> {
  const reading = await readConfig(files);
  return reading.kind === 'broken' ? reading.problems : reading;
}

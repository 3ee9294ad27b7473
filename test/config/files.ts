import type { Config } from '../../src/config/config.ts';
import type { ConfigPath } from '../../src/config/problem.ts';
import { readConfig } from '../../src/config/read.ts';
import type { ConfigFile } from '../../src/config/source.ts';
import { Failure } from '../../src/failure.ts';
import type { Language } from '../../src/language.ts';

export const json = '.sprint-checkrc.json';
export const yaml = '.sprint-checkrc.yaml';

/** A file as git has it. */
export function file(path: ConfigPath, content: string | Buffer, mode = '100644'): ConfigFile {
  const bytes = Buffer.from(content as string);
  return { path, mode, size: bytes.length, bytes };
}

/** What the files say where there are three rules. */
export function read(...files: ConfigFile[]): Config | Failure | null {
  try {
    return readConfig(files, ['journal/when', 'journal/schema', 'branch/sprint']);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** The messages and the remedies that say what is wrong with the files. */
export function wrongIn(files: readonly ConfigFile[], language: Language = 'en'): { facts: string[]; help: string[] } {
  const reading = read(...files);
  if (!(reading instanceof Failure)) throw new Error('nothing is wrong');
  const [message, help] = reading.words[language];
  return { facts: message.split('\n'), help: `${help}`.split('\n') };
}

/** The messages alone, each from its place on: `1:11: notes must be …`. */
export function factsOf(...files: ConfigFile[]): string[] {
  return wrongIn(files).facts.map((fact) => fact.replace(/^[^ ]*?:(?=\d)/, ''));
}

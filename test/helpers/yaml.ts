import { readYamlText, type YamlText } from '../../src/yaml/read.ts';
import { type Blob, readText } from '../../src/yaml/text.ts';

/** A file as one YAML 1.2 document; `text` is the file as written, a byte order mark aside, null where it is not text. */
export type YamlFile = YamlText & { readonly text: string | null };

/** Reads a blob of git as one YAML 1.2 document. */
export function readYaml(blob: Blob): YamlFile {
  const text = readText(blob);
  return typeof text === 'string' ? { text, ...readYamlText(text) } : { text: null, state: 'unreadable', reason: text };
}

import { json } from '../report/json.js';
import { errorText, text } from '../report/text.js';
import type { Format } from './format.js';
import type { FormatName } from './names.js';

/** Every format. Those that only CI asks for are loaded when they are, since a commit hook has no time for them. */
export const formats: Readonly<Record<FormatName, () => Promise<Format>>> = {
  text: async () => ({ output: text, error: errorText }),
  json: async () => ({ output: json, error: errorText }),
  github: async () => (await import('./github.js')).default,
  sarif: async () => (await import('./sarif.js')).default,
  junit: async () => (await import('./junit.js')).default,
};

import { json } from '../report/json.js';
import { text } from '../report/text.js';
import type { Format } from './format.js';

/** Every format. Those that only CI asks for are loaded when they are, since a commit hook has no time for them. */
export const formats = {
  text: async (): Promise<Format> => ({ output: text }),
  json: async (): Promise<Format> => ({ output: json }),
  github: async () => (await import('./github.js')).default,
  sarif: async () => (await import('./sarif.js')).default,
  junit: async () => (await import('./junit.js')).default,
} satisfies Readonly<Record<string, () => Promise<Format>>>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as FormatName[];

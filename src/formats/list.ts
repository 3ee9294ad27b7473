import { json } from '../report/json.js';
import { text } from '../report/text.js';
import type { Format } from './format.js';

/** Formats for CI only are loaded on demand, to keep commit hooks fast. */
export const formats = {
  text: async (): Promise<Format> => ({ output: text }),
  json: async (): Promise<Format> => ({ output: json }),
  github: async () => (await import('./github.js')).default,
  sarif: async () => (await import('./sarif.js')).default,
  junit: async () => (await import('./junit.js')).default,
} satisfies Readonly<Record<string, () => Promise<Format>>>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as FormatName[];

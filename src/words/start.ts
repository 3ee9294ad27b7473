import type { Start } from '../facts/facts.js';
import type { Language } from '../language.js';
import { clockTime } from './time.js';

/** When a sprint started and where that was read: `it started at 14:00 (started_at)`; `now` in milliseconds since the epoch. */
export function startedAt(language: Language, start: Start, now: number): string {
  const time = clockTime(start.at, now);
  return language === 'fr'
    ? `il a commencé ${time.includes(' ') ? 'le' : 'à'} ${time} (${source(language, start)})`
    : `it started at ${time} (${source(language, start)})`;
}

/** Where T was read: `started_at`, or `the when of line 2`. */
function source(language: Language, { line }: Start): string {
  if (!line) return 'started_at';
  return language === 'fr' ? `le when de la ligne ${line()}` : `the when of line ${line()}`;
}

import type { Start } from '../facts/facts.js';
import type { Language } from '../language.js';

const pad = (value: number) => String(value).padStart(2, '0');

/** `14:22` in the reader's time zone, with its date if that is not the day of `now`. Milliseconds since the epoch. */
export function clockTime(at: number, now: number): string {
  const whole = dateAndTime(at);
  const [date, time = ''] = whole.split(' ');
  return date === dateAndTime(now).split(' ')[0] ? time : whole;
}

/** `2026-11-22 14:22` in the reader's time zone. `at` in milliseconds since the epoch. */
export function dateAndTime(at: number): string {
  const date = new Date(at);
  const day = [date.getFullYear(), pad(date.getMonth() + 1), pad(date.getDate())].join('-');
  return `${day} ${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** `depuis 14:22`, or `depuis le 2026-11-22 14:22`. */
export const depuis = (time: string) => `depuis ${time.includes(' ') ? 'le ' : ''}${time}`;

/** `2026-11-22T14:22:05+01:00` (RFC 3339) in the reader's time zone. `at` in milliseconds since the epoch. */
export function rfc3339(at: number): string {
  const offset = -new Date(at).getTimezoneOffset();
  const local = new Date(at + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
}

/** `45 s`, `12 min 05 s`, `2 h 05 min` or `3 days`; `length` in milliseconds. */
export function duration(length: number, language: Language): string {
  const seconds = Math.max(0, Math.floor(length / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (minutes < 1) return `${seconds} s`;
  if (hours < 1) return `${minutes} min ${pad(seconds % 60)} s`;
  if (hours < 48) return `${hours} h ${pad(minutes % 60)} min`;
  return `${Math.floor(hours / 24)} ${language === 'fr' ? 'jours' : 'days'}`;
}

/** `S3 started at 14:00 (started_at)`; `now` in milliseconds since the epoch. */
export function startedAt(language: Language, sprint: number, start: Start, now: number): string {
  const time = clockTime(start.at, now);
  return language === 'fr'
    ? `S${sprint} a commencé ${time.includes(' ') ? 'le' : 'à'} ${time} (${source(language, start)})`
    : `S${sprint} started at ${time} (${source(language, start)})`;
}

export function source(language: Language, { source: where, line }: Start): string {
  if (where === 'header') return 'started_at';
  if (!line) return language === 'fr' ? 'un when que le journal contenait' : 'a when that the journal had';
  return language === 'fr' ? `le when de la ligne ${line()}` : `the when of line ${line()}`;
}

import { fullFormats } from 'ajv-formats/dist/formats.js';
import { isMapping, isPO } from './entries.js';
import type { Entry } from './journal.js';

const { validate: isDateTime } = fullFormats['date-time'] as { validate: (text: string) => boolean };

// ajv's format also takes a space before the time, and offsets without colon or minutes; RFC 3339 (5.6) does not.
const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i;
const seconds = 'YYYY-MM-DDThh:mm:'.length;

/** Parses an RFC 3339 date-time with its offset to milliseconds since the epoch; null for anything else. */
export function instant(text: unknown): number | null {
  if (typeof text !== 'string' || !shape.test(text) || !isDateTime(text)) return null;
  const upper = text.toUpperCase();
  if (!upper.startsWith('60', seconds)) return Date.parse(upper);
  // Date knows no leap seconds.
  return Date.parse(`${upper.slice(0, seconds)}59${upper.slice(seconds + 2)}`) + 1000;
}

const nearlyRight =
  /(?<!\w)(\d{4}-\d{2}-\d{2})[Tt ]+(\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?[ \t]*(?:(Z)|([+-]\d{2}):?(\d{2})?)(?!:?\w)/i;

/** Finds a date-time (`2026-11-22 14:00+01`) in a value, and corrects its form; null if none tells the instant. */
export function intendedWhen(written: string): string | null {
  const [, day, time, seconds = ':00', zulu, hours, minutes = '00'] = nearlyRight.exec(written) ?? [];
  const mended = `${day}T${time}${seconds}${zulu ?? `${hours}:${minutes}`}`;
  return instant(mended) === null ? null : mended;
}

/** Null for a PO's entry, and if `when` is no date-time. */
export function developersWhen(entry: Entry): number | null {
  return isMapping(entry) && !isPO(entry) ? instant(entry.when) : null;
}

/** Returns for each entry the latest instant, at most now, that no developer's entry below it predates. */
export function latestWhens(entries: readonly Entry[], now: number): number[] {
  let latest = now;
  const fromLast = entries.toReversed().map((entry) => {
    const own = latest;
    latest = Math.min(latest, developersWhen(entry) ?? latest);
    return own;
  });
  return fromLast.reverse();
}

import { fullFormats } from 'ajv-formats/dist/formats.js';

const { validate: isDateTime } = fullFormats['date-time'] as { validate: (text: string) => boolean };

// The format also takes a space before the time, and offsets without their colon or minutes; RFC 3339 (5.6) does not.
const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i;
const seconds = 'YYYY-MM-DDThh:mm:'.length;

/** The instant of an RFC 3339 date-time with its offset, in milliseconds since the epoch; null for anything else. */
export function instant(text: unknown): number | null {
  if (typeof text !== 'string' || !shape.test(text) || !isDateTime(text)) return null;
  const upper = text.toUpperCase();
  if (!upper.startsWith('60', seconds)) return Date.parse(upper);
  // A leap second, which Date does not know.
  return Date.parse(`${upper.slice(0, seconds)}59${upper.slice(seconds + 2)}`) + 1000;
}

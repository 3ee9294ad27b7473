import type { Outcome } from './report.js';
import { steering } from './visible.js';

/** The report as one JSON document (RFC 8259), with no control character raw in it but line feeds. */
export function json({ report }: Outcome): string {
  const text = JSON.stringify(report, null, 2);
  // JSON.stringify writes out C0, and leaves the others that could steer a terminal as they are.
  const escaped = text.replace(steering, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${escaped}\n`;
}

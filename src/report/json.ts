import type { Outcome } from './report.js';

/** The report as one JSON document (RFC 8259), with no control character raw in it but line feeds. */
export function json({ report }: Outcome): string {
  const text = JSON.stringify(report, null, 2);
  // JSON.stringify writes out C0, and leaves DEL and C1 as they are.
  const escaped = text.replace(/[\u007f-\u009f]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
  return `${escaped}\n`;
}

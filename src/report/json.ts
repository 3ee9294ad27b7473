import type { Outcome } from './report.js';
import { visible } from './visible.js';

/** The report as one JSON document (RFC 8259), with no control character raw in it but line feeds. */
export function json({ report }: Outcome): string {
  // JSON.stringify writes out C0, and leaves the others that could steer a terminal as they are.
  return `${visible(JSON.stringify(report, null, 2), true)}\n`;
}

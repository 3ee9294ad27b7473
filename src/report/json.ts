import type { Outcome } from './report.js';
import { visible } from './visible.js';

/** Formats the report as one JSON document (RFC 8259), with no raw control character but line feeds. */
export function json({ report }: Outcome): string {
  // JSON.stringify escapes C0 only, and leaves the other characters that could steer a terminal.
  return `${visible(JSON.stringify(report, null, 2), true)}\n`;
}

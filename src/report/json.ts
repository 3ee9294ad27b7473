import type { Outcome } from './report.js';
import { visible } from './visible.js';

export function json({ report }: Outcome): string {
  return jsonText(report);
}

/** Formats one JSON document (RFC 8259), with no raw control character but line feeds, and inert as in visible.ts. */
export function jsonText(value: unknown): string {
  // JSON.stringify escapes C0 only, and leaves the other characters that could steer a terminal.
  return `${visible(JSON.stringify(value, null, 2), true).replaceAll('##[', '#\\u0023[')}\n`;
}

/** A text of one line as a quoted scalar of YAML 1.2 (7.3.1, 7.3.2): in double quotes, or in single ones where those would need escapes. */
export function inQuotes(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

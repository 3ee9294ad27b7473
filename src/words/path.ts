/**
 * A path as an argument of a command to type, in bash or PowerShell: in double quotes, or in single ones where
 * it has a character that double quotes leave alive.
 */
export function quoted(path: string): string {
  return /["$`\\!]/.test(path) && !path.includes("'") ? `'${path}'` : `"${path}"`;
}

import { visible } from '../report/visible.js';

/**
 * A path as an argument of a command to type, in bash or PowerShell: in double quotes, or in single ones where
 * it has a character that double quotes leave alive. Control characters, which Windows has in no path, are written
 * as bash reads them.
 */
export function quoted(path: string): string {
  if (visible(path) !== path) return `$'${visible(path.replace(/['\\]/g, '\\$&'))}'`;
  return /["$`\\!]/.test(path) && !path.includes("'") ? `'${path}'` : `"${path}"`;
}

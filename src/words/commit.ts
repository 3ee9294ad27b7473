/** `this commit`, or `commit 1f6f8ac2b3`. */
export function theCommit(oid: string | null): string {
  return oid === null ? 'this commit' : `commit ${oid.slice(0, 10)}`;
}

/** `ce commit`, or `le commit 1f6f8ac2b3`. */
export function leCommit(oid: string | null): string {
  return oid === null ? 'ce commit' : `le commit ${oid.slice(0, 10)}`;
}

/** Capitalises the first letter. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const amendInstead = {
  en: 'or, to amend HEAD, wait a second and leave out --date and --reset-author: git commit --amend --no-edit',
  fr: 'ou, pour amender HEAD, attendez une seconde et omettez --date et --reset-author : git commit --amend --no-edit',
};

/** How a sentence in English names a commit: `this commit`, or `commit 1f6f8ac2b3`. */
export function theCommit(oid: string | null): string {
  return oid === null ? 'this commit' : `commit ${oid.slice(0, 10)}`;
}

/** How a sentence in French names a commit: `ce commit`, or `le commit 1f6f8ac2b3`. */
export function leCommit(oid: string | null): string {
  return oid === null ? 'ce commit' : `le commit ${oid.slice(0, 10)}`;
}

/** What is judged: a commit, or all that a range changed `since` the full object name of its base. */
interface Judged {
  readonly oid: string | null;
  readonly since: string | null;
}

/** How a sentence in English names what is judged: as `theCommit` does, or `the change since 1f6f8ac2b3`. */
export function theChange({ oid, since }: Judged): string {
  return since === null ? theCommit(oid) : `the change since ${since.slice(0, 10)}`;
}

/** How a sentence in French names what is judged: as `leCommit` does, or `le changement depuis 1f6f8ac2b3`. */
export function leChangement({ oid, since }: Judged): string {
  return since === null ? leCommit(oid) : `le changement depuis ${since.slice(0, 10)}`;
}

/** The revision that holds what was there before, as git show takes it. */
export function revisionBefore({ oid, since }: Judged): string {
  if (since !== null) return since.slice(0, 10);
  return oid === null ? 'HEAD' : `${oid.slice(0, 10)}^`;
}

/** A sentence with its first letter a capital. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

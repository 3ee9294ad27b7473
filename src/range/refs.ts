import { shallow } from '../facts/history.js';
import { Failure } from '../failure.js';
import { isShallow } from '../git/shallow.js';
import type { Repository } from './range.js';

/** A branch of a remote. */
export interface RemoteBranch {
  /** The full name on the remote: `refs/heads/main`. */
  readonly ref: string;
  /** Its tip, as far as this repository knows. */
  readonly tip: string;
}

/** The commit of a name as gitrevisions(7) writes it; null where there is none. */
export async function commitAt({ objects }: Repository, name: string): Promise<string | null> {
  return (await objects.read(`${name}^{commit}`))?.oid ?? null;
}

/** The commit of a name. Throws Failure where there is none, naming the clone's depth where it is shallow. */
export async function requireCommit(repository: Repository, name: string): Promise<string> {
  const oid = await commitAt(repository, name);
  if (oid !== null) return oid;
  if (await isShallow(repository.context)) throw shallow();
  throw unknownRevision(name);
}

/** The best common ancestor of two commits; null where they have none. */
export async function mergeBase({ git }: Repository, one: string, other: string): Promise<string | null> {
  return (await git.askIfAny('merge-base', one, other))?.trim() ?? null;
}

/** Whether a commit reaches another. */
export async function contains({ git }: Repository, commit: string, ancestor: string): Promise<boolean> {
  return (await git.askIfAny('merge-base', ancestor, commit))?.trim() === ancestor;
}

/** The default branch of a remote, named or given by its URL, as far as this repository knows; null where it does not. */
export async function defaultBranch(repository: Repository, remote: string): Promise<RemoteBranch | null> {
  const name = await remoteNamed(repository, remote);
  if (name === null) return null;
  const prefix = `refs/remotes/${name}/`;
  const head = (await repository.git.askIfAny('symbolic-ref', '--quiet', `${prefix}HEAD`))?.trim();
  // A remote that was added, not cloned, has no HEAD here: its default branch is one of these two, as a rule.
  const candidates = head?.startsWith(prefix) ? [head] : [`${prefix}main`, `${prefix}master`];
  for (const candidate of candidates) {
    const tip = await commitAt(repository, candidate);
    if (tip !== null) return { ref: `refs/heads/${candidate.slice(prefix.length)}`, tip };
  }
  return null;
}

// remote.origin.url https://git.example.org/shop.git
async function remoteNamed({ git }: Repository, remote: string): Promise<string | null> {
  const listed = (await git.askIfAny('config', '--get-regexp', '^remote\\..*\\.(url|pushurl)$')) ?? '';
  for (const line of listed.split('\n')) {
    const [, name, url] = /^remote\.(.*)\.(?:url|pushurl) (.*)$/.exec(line) ?? [];
    if (name !== undefined && (name === remote || url === remote)) return name;
  }
  return null;
}

function unknownRevision(name: string): Failure {
  return new Failure('unknown-revision', {
    en: { message: `There is no commit "${name}" in this repository.`, help: 'git fetch --all   then try again' },
    fr: { message: `Il n’y a pas de commit « ${name} » dans ce dépôt.`, help: 'git fetch --all   puis réessayez' },
  });
}

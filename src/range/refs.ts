import { Failure } from '../failure.js';
import { mergeBase } from '../git/merge-base.js';
import { isShallow, shallow } from '../git/shallow.js';
import { visible } from '../report/visible.js';
import type { Range, Repository } from './range.js';

/** A branch of a remote. */
export interface RemoteBranch {
  /** Its name there, without `refs/heads/`. */
  readonly branch: string;
  /** Its tip, as far as this repository knows. */
  readonly tip: string;
}

/** The commit of a name as gitrevisions(7) writes it; null where there is none. */
export async function commitAt({ objects }: Repository, name: string): Promise<string | null> {
  return (await objects.read(`${name}^{commit}`))?.oid ?? null;
}

/**
 * The commit of a name. Throws Failure where there is none, naming what to fetch, or the clone's depth where it is
 * shallow.
 */
export async function requireCommit(repository: Repository, name: string, fetched = '--all'): Promise<string> {
  const oid = await commitAt(repository, name);
  if (oid !== null) return oid;
  if (await isShallow(repository.context)) throw shallow();
  throw unknownRevision(name, fetched);
}

/** Whether a commit reaches another. */
export async function contains({ context }: Repository, commit: string, ancestor: string): Promise<boolean> {
  return (await mergeBase(context, ancestor, commit)) === ancestor;
}

/**
 * The default branch of the first of `remotes`, each named or given by its URL, whose default branch this repository
 * knows; null where it knows none. Asks for what is never empty, for which simple-git would wait.
 */
export async function defaultBranch(
  repository: Repository,
  ...remotes: readonly string[]
): Promise<RemoteBranch | null> {
  for (const name of await remotesNamed(repository, remotes)) {
    const prefix = `refs/remotes/${name}/`;
    const head = await targetOf(repository, `${prefix}HEAD`);
    // A remote that was added, not cloned, has no HEAD here: its default branch is one of these two, as a rule.
    const candidates = head?.startsWith(prefix) ? [head] : [`${prefix}main`, `${prefix}master`];
    for (const candidate of candidates) {
      const tip = await commitAt(repository, candidate);
      if (tip !== null) return { branch: candidate.slice(prefix.length), tip };
    }
  }
  return null;
}

// refs/heads/work
// refs/remotes/origin/HEAD refs/remotes/origin/main
/** The ref that a symbolic ref stands for; null where there is no such ref. */
async function targetOf({ git }: Repository, ref: string): Promise<string | null> {
  const listed = await git.ask('for-each-ref', '--format=%(refname) %(symref)', 'refs/heads', ref);
  const line = listed.split('\n').find((candidate) => candidate.startsWith(`${ref} `));
  return line?.slice(ref.length + 1) || null;
}

// branch.work.remote\norigin\0
/** The remote of a range; where it names none, that of its branch's upstream, else the only one there is, else origin. */
export async function remoteOf(
  { git }: Repository,
  { remote, branch }: Pick<Range, 'remote' | 'branch'>,
): Promise<string> {
  if (remote !== null) return remote;
  const listed = (await git.ask('config', '--null', '--list')).split('\0');
  const upstream = listed.findLast((record) => record.startsWith(`branch.${branch}.remote\n`))?.split('\n')[1];
  const names = new Set(listed.flatMap((record) => /^remote\.(.*)\.url\n/.exec(record)?.[1] ?? []));
  const [only] = names;
  return upstream && names.has(upstream) ? upstream : names.size === 1 && only ? only : 'origin';
}

// remote.origin.url\nhttps://git.example.org/shop.git\0
/** The names of remotes that are each named or given by their URL, without those that the config lacks. */
async function remotesNamed({ git }: Repository, remotes: readonly string[]): Promise<string[]> {
  const listed = (await git.ask('config', '--null', '--list')).split('\0');
  const urls = listed.flatMap((record) => {
    const [, name, url] = /^remote\.(.*)\.(?:url|pushurl)\n(.*)$/.exec(record) ?? [];
    return name !== undefined ? [{ name, url }] : [];
  });
  const named = remotes.map((remote) => urls.find(({ name, url }) => name === remote || url === remote)?.name);
  return [...new Set(named.filter((name) => name !== undefined))];
}

function unknownRevision(name: string, fetched: string): Failure {
  return new Failure('unknown-revision', {
    en: [`There is no commit "${visible(name)}" in this repository.`, `git fetch ${visible(fetched)}   then try again`],
    fr: [
      `Il n’y a pas de commit « ${visible(name)} » dans ce dépôt.`,
      `git fetch ${visible(fetched)}   puis réessayez`,
    ],
  });
}

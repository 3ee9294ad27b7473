import { Failure } from '../failure.js';
import { mergeBase } from '../git/merge-base.js';
import { isShallow, shallow } from '../git/shallow.js';
import { visible } from '../report/visible.js';
import { notOneRevision } from '../words/usage.js';
import type { Range, Repository } from './range.js';

export interface RemoteBranch {
  /** Its name on the remote, without `refs/heads/`. */
  readonly branch: string;
  /** Its tip, as far as this repository knows. */
  readonly tip: string;
}

/** Returns the commit that a gitrevisions(7) name stands for; null if there is none. */
export async function commitAt({ objects }: Repository, name: string): Promise<string | null> {
  return (await objects.read(`${name}^{commit}`))?.oid ?? null;
}

/**
 * Returns a name's commit. Throws Failure if there is none, telling what to fetch (by default an object by its full
 * name), the branch that may be meant, or the depth of a shallow clone.
 */
export async function requireCommit(
  repository: Repository,
  name: string,
  fetched = /^[0-9a-f]{40,64}$/.test(name) ? `origin ${name}` : null,
): Promise<string> {
  const oid = await commitAt(repository, name);
  if (oid !== null) return oid;
  const ends = /^([^:{]*?)\.{2,3}([^:{]*)$/.exec(name);
  if (ends) throw notOneRevision(name, ends[1] || 'HEAD', ends[2] || 'HEAD');
  if (await isShallow(repository.context)) throw shallow();
  const fetch = `git fetch ${fetched}`;
  if (fetched !== null) throw unknownRevision(name, `${fetch}   then try again`, `${fetch}   puis réessayez`);
  const branch = `${await remoteOf(repository, { remote: null, branch: null })}/${name}`;
  const isBranch = (await commitAt(repository, `refs/remotes/${branch}`)) !== null;
  if (isBranch) throw unknownRevision(name, `did you mean: ${branch}`, `vouliez-vous dire : ${branch}`);
  throw unknownRevision(
    name,
    'check the name; if the commit was made elsewhere: git fetch --all',
    'vérifiez le nom ; si le commit a été fait ailleurs : git fetch --all',
  );
}

export async function contains({ context }: Repository, commit: string, ancestor: string): Promise<boolean> {
  return (await mergeBase(context, ancestor, commit)) === ancestor;
}

/** Returns the default branch of the first of `remotes`, names or URLs, for which it is known; null if none is. */
export async function defaultBranch(
  repository: Repository,
  ...remotes: readonly string[]
): Promise<RemoteBranch | null> {
  const config = await configOf(repository);
  const atUrl = config.filter(([key, value]) => /^remote\..*\.(?:url|pushurl)$/.test(key) && remotes.includes(value));
  for (const name of [...remotes, ...atUrl.map(([key]) => key.split('.').slice(1, -1).join('.'))]) {
    const prefix = `refs/remotes/${name}/`;
    const head = (await repository.git.ask('for-each-ref', '--format=%(symref)', `${prefix}HEAD`)).trim();
    // A remote that was added, not cloned, has no HEAD here: its default branch is usually one of these.
    const candidates = head.startsWith(prefix) ? [head] : [`${prefix}main`, `${prefix}master`];
    for (const candidate of candidates) {
      const tip = await commitAt(repository, candidate);
      if (tip !== null) return { branch: candidate.slice(prefix.length), tip };
    }
  }
  return null;
}

/** Returns a range's remote: the one it names, else its branch's upstream's, else the only one, else origin. */
export async function remoteOf(
  repository: Repository,
  { remote, branch }: Pick<Range, 'remote' | 'branch'>,
): Promise<string> {
  if (remote !== null) return remote;
  const config = await configOf(repository);
  const upstream = config.findLast(([key]) => key === `branch.${branch}.remote`)?.[1];
  const names = new Set(config.flatMap(([key]) => /^remote\.(.*)\.url$/.exec(key)?.[1] ?? []));
  const [only = 'origin'] = names;
  if (upstream && names.has(upstream)) return upstream;
  return names.size === 1 ? only : 'origin';
}

// remote.origin.url\nhttps://git.example.org/shop.git\0
async function configOf({ git }: Repository): Promise<[key: string, value: string][]> {
  const listed = (await git.ask('config', '--null', '--list')).split('\0');
  return listed.map((record) => {
    const [key = '', ...lines] = record.split('\n');
    return [key, lines.join('\n')];
  });
}

function unknownRevision(name: string, en: string, fr: string): Failure {
  const shown = visible(name);
  return new Failure('unknown-revision', {
    en: [`There is no commit "${shown}" in this repository.`, visible(en)],
    fr: [`Il n’y a pas de commit « ${shown} » dans ce dépôt.`, visible(fr)],
  });
}

import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from '../../src/checks/world.ts';
import type { Scratch } from '../helpers/scratch.ts';
import { journal } from '../helpers/sprint.ts';
import type { History, Made } from './histories.ts';
import type { ModelCommit, ModelEntry, ModelPolicy, ModelTree } from './model.ts';

const beginning = Date.UTC(2026, 10, 22, 14);

/** The instant `minutes` from the beginning, in milliseconds since the epoch. */
function instantOf(minutes: number): number {
  return beginning + minutes * 60_000;
}

function iso(minutes: number): string {
  return `${new Date(instantOf(minutes)).toISOString().slice(0, 19)}Z`;
}

function fields({ who, text, when, status, sound }: ModelEntry): Record<string, unknown> {
  const topic = `Sprint ${text.slice(0, text.indexOf(' '))}`;
  if (who === 'PO') return { who, topic, reply: sound ? 'OK' : 'perhaps', details: text };
  const entry = { who: 'ChatGPT', when: iso(when), topic, did: text, ask: 'Test it.', context: 'stage', status };
  return sound ? entry : { ...entry, ask: undefined };
}

/** Comments by which git takes no journal for another one, renamed: the model compares path by path. */
function unlikeOthers(sprint: number): string {
  return Array.from({ length: 60 }, (_, index) => `# ${sprint} ${index * 7919}\n`).join('');
}

function journalOf(sprint: number): string {
  return `docs/sprints/S${sprint}/INTERACTIONS.yaml`;
}

const addresses = { developer: 'dev@example.com', PO: 'po@example.com' };

/** The config, which every commit has; none where it would say nothing. */
function config({ namesPO, allowsFree }: ModelPolicy): Record<string, string> {
  const said = { ...(namesPO && { po: [addresses.PO] }), ...(allowsFree && { allowAfterFreeze: ['free/**'] }) };
  return namesPO || allowsFree ? { '.sprint-checkrc.json': JSON.stringify(said) } : {};
}

function files({ code, free, header, folders, journals }: ModelTree): Record<string, string> {
  const head = header && [
    '```yaml',
    `sprint_id: ${header.sprint}`,
    ...(header.startedAt === null ? [] : [`started_at: ${iso(header.startedAt)}`]),
    '```',
  ];
  return {
    'src/app.txt': `${code}\n`,
    'free/notes.txt': `${free}\n`,
    'PO_NOTES.md': `# Notes\n\n${head ? head.join('\n') : 'No sprint.'}\n`,
    ...Object.fromEntries(folders.map((sprint) => [`docs/sprints/S${sprint}/PLAN.md`, '# Plan\n'])),
    ...Object.fromEntries(
      [...journals].map(([sprint, entries]) => [
        journalOf(sprint),
        'broken' in entries ? `broken ${entries.broken}: [\n` : unlikeOthers(sprint) + journal(...entries.map(fields)),
      ]),
    ),
  };
}

/** A history in a real repository. */
export class HistoryRepository {
  readonly #scratch: Scratch;
  readonly #oids = new Map<ModelCommit, string>();

  constructor(scratch: Scratch, { root, made }: History, policy: ModelPolicy) {
    this.#scratch = scratch;
    const commits = [root, ...made.map(({ commit }) => commit)];
    const marks = new Map(commits.map((commit, index) => [commit, index + 1]));
    const stream = commits.map((commit) => {
      const date = (minutes: number) => `${instantOf(minutes) / 1000} +0000`;
      const [first, ...others] = commit.parents.map((parent) => `:${marks.get(parent)}`);
      return [
        `commit refs/fuzz/${marks.get(commit)}`,
        `mark :${marks.get(commit)}`,
        `author Somebody <${addresses[commit.author]}> ${date(commit.authoredAt)}`,
        `committer Somebody <dev@example.com> ${date(commit.at)}`,
        'data 0',
        ...(first ? [`from ${first}`] : []),
        ...others.map((parent) => `merge ${parent}`),
        'deleteall',
        ...Object.entries({ ...files(commit.tree), ...config(policy) }).map(
          ([path, text]) => `M 100644 inline ${path}\ndata ${text.length}\n${text}`,
        ),
        '',
      ].join('\n');
    });
    scratch.bytes(['fast-import', '--quiet', '--force', '--export-marks=.git/marks'], stream.join('\n'));
    const names = scratch.git('for-each-ref', '--format=%(refname:lstrip=2) %(objectname)', 'refs/fuzz').split('\n');
    const byMark = new Map(names.map((line) => line.split(' ') as [string, string]));
    for (const commit of commits) this.#oids.set(commit, byMark.get(`${marks.get(commit)}`) ?? '');
    for (const commit of commits) if (commit.parents.length === 2) commit.taken = this.#taken(commit);
  }

  // 6f1e2c…\0docs/sprints/S3/INTERACTIONS.yaml\0
  #taken({ parents, tree }: ModelCommit): Map<string, 'ours' | 'theirs' | 'both'> {
    const sides = parents.map((each) => this.oid(each));
    const args = ['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z', ...sides];
    const { path: cwd, environment: env } = this.#scratch;
    const [merged = '', ...conflicted] = spawnSync('git', args, { cwd, env, encoding: 'utf8' }).stdout.split('\0');
    const listed = [merged, ...sides].map((treeish) => {
      const lines = this.#scratch.git('ls-tree', '-r', treeish).split('\n');
      return new Map(lines.map((line) => line.split('\t').toReversed() as [string, string]));
    });
    const taken = new Map<string, 'ours' | 'theirs' | 'both'>();
    const paths = { code: 'src/app.txt', free: 'free/notes.txt', notes: 'PO_NOTES.md' };
    for (const sprint of tree.folders) Object.assign(paths, { [`journal ${sprint}`]: journalOf(sprint) });
    for (const [name, path] of Object.entries(paths)) {
      if (conflicted.includes(path)) continue;
      const [result, ours, theirs] = listed.map((list) => list.get(path));
      taken.set(name, result === ours ? 'ours' : result === theirs ? 'theirs' : 'both');
    }
    return taken;
  }

  oid(commit: ModelCommit): string {
    return this.#oids.get(commit) ?? '';
  }

  /** The world in which a check runs at a minute of the history. */
  world(minutes: number, input = '', environment: NodeJS.ProcessEnv = {}): World {
    return { ...this.#scratch.context(environment), now: instantOf(minutes), readInput: async () => input };
  }

  /** Has HEAD and the index stand as they do when git runs pre-commit. */
  beforeCommit({ commit, amended }: Made): World {
    const [base, ...merged] = commit.parents;
    const git = join(this.#scratch.path, '.git');
    writeFileSync(join(git, 'HEAD'), `${this.oid(amended ?? (base as ModelCommit))}\n`);
    rmSync(join(git, 'MERGE_HEAD'), { force: true });
    if (!amended && merged.length > 0)
      writeFileSync(join(git, 'MERGE_HEAD'), merged.map((each) => `${this.oid(each)}\n`).join(''));
    this.#scratch.git('read-tree', this.oid(commit));
    return this.world(commit.at, '', {
      GIT_AUTHOR_DATE: `@${instantOf(commit.authoredAt) / 1000} +0000`,
      GIT_AUTHOR_EMAIL: addresses[commit.author],
    });
  }
}

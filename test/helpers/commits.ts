import { type Config, defaultConfig } from '../../src/config/config.ts';
import type { CommitFacts } from '../../src/facts/facts.ts';
import { Files } from '../../src/facts/files.ts';
import { Lineage } from '../../src/facts/lineage.ts';
import { ObjectReader } from '../../src/git/objects.ts';
import { listCommits, withDiffs } from '../../src/range/commits.ts';
import { judgedAt, minute, start } from './commit-facts.ts';
import type { Scratch } from './scratch.ts';

/** A commit to be made: all of its files, and what it follows. */
export interface Given {
  readonly files: Readonly<Record<string, string>>;
  readonly parents?: readonly string[];
  /** Minutes after T of sprint 3. */
  readonly at?: number;
}

/** Makes a commit, whose files are all that it has. */
export function commitOf(repository: Scratch, { files, parents = [], at = 5 }: Given): string {
  const stamp = `Dev <dev@example.com> ${start.at / 1000 + at * 60} +0000`;
  const stream = [
    `commit refs/heads/made\nmark :1\nauthor ${stamp}\ncommitter ${stamp}\ndata 0`,
    ...parents.map((parent, index) => `${index === 0 ? 'from' : 'merge'} ${parent}`),
    'deleteall',
    ...Object.entries(files).map(([path, text]) => `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}`),
    'get-mark :1\n',
  ];
  // A root commit goes on from no other one of its branch.
  if (parents.length === 0) stream.unshift('reset refs/heads/made');
  return repository.bytes(['fast-import', '--quiet', '--force'], stream.join('\n')).toString('utf8').trim();
}

/** Reads a range as a check does, and gives `use` the facts of each of its commits, by their names. */
export async function withFacts<Result>(
  repository: Scratch,
  [tip, ...excluded]: readonly [tip: string, ...excluded: string[]],
  use: (facts: ReadonlyMap<string, CommitFacts>, lineage: Lineage) => Result,
  config: Config = defaultConfig,
): Promise<Awaited<Result>> {
  const context = repository.context();
  const objects = new ObjectReader(context);
  try {
    const reading = { context, now: judgedAt + 60 * minute, files: new Files(objects), config };
    const lineage = new Lineage(reading, 'work');
    const facts = new Map<string, CommitFacts>();
    for (const commit of await withDiffs(context, await listCommits(context, objects, tip, excluded))) {
      facts.set(commit.oid, (await lineage.next(commit)).facts);
    }
    return await use(facts, lineage);
  } finally {
    objects.close();
  }
}

/** The facts of the tip of a range. */
export function factsOfTip(repository: Scratch, tip: string, ...excluded: readonly string[]): Promise<CommitFacts> {
  return withFacts(repository, [tip, ...excluded], (facts) => facts.get(tip) as CommitFacts);
}

import { closingFacts } from '../facts/closing.js';
import { type ReadCommit, unansweredIn } from '../facts/commit.js';
import type { CommitFacts } from '../facts/facts.js';
import type { Reading } from '../facts/files.js';
import { Lineage } from '../facts/lineage.js';
import { type Snapshot, treeSnapshot } from '../facts/snapshot.js';
import { changedFiles, readJournalAt } from '../facts/sprint.js';
import { type Judged, judgeCommit } from '../judge.js';
import { listCommits, type RangeCommit, withDiffs } from '../range/commits.js';
import type { Repository } from '../range/range.js';
import { defaultBranch, remoteOf } from '../range/refs.js';
import { withDisk } from './left-on-disk.js';
import { judgeOldTip } from './old-tip.js';
import { RangeJournals } from './one-commit.js';
import type { OpenRange } from './open-range.js';
import { repairOf } from './repair.js';
import type { CheckFinding } from './result.js';

export interface RangeResult {
  readonly findings: readonly CheckFinding[];
  readonly tip: CommitFacts;
}

/** How many commits have their files prefetched together. */
const readAhead = 100;

/** Judges the commits of a range, and its tip. Throws Failure if git fails, or the clone is too shallow. */
export async function judgeRange(
  repository: Repository,
  range: OpenRange,
  onSprintCommit: (facts: CommitFacts) => void = () => {},
): Promise<RangeResult> {
  const { context } = repository;
  const { policy, branch, listed, tip } = range;
  const reading: Reading = { ...repository, config: policy.config };
  const lineage = new Lineage(reading, branch);
  const onDisk = withDisk(repository, range);
  const found = new Findings();
  const read = new RangeReading();
  const journals = new RangeJournals();
  const tipFiles = treeSnapshot(repository.files, tip);
  const commits = await withDiffs(context, listed);
  for (const [index, commit] of commits.entries()) {
    if (index % readAhead === 0) {
      const changes = commits.slice(index, index + readAhead).flatMap(({ diffs }) => diffs.flat());
      repository.files.prefetch(changedFiles(policy.config, changes));
    }
    const result = await lineage.next(commit);
    read.add(commit, result);
    if (!result.facts.sprint) continue;
    onSprintCommit(result.facts);
    if (commit.oid === tip) continue;
    const facts = await withLateAnswer(await onDisk(result.facts), tipFiles);
    const ofCommit = judgeCommit(facts, 'commit');
    journals.add(facts, ofCommit);
    found.add(ofCommit);
  }
  const last = listed.length > 0 ? (read.last as ReadCommit) : await lineage.alone(tip);
  const sprintless = await sprintlessInScope(repository, range, lineage, read, last);
  for (const facts of sprintless) if (facts.oid !== tip) found.add(judgeCommit(facts, 'commit'));
  const facts = await onDisk(await tipFacts(reading, tip, read, last));
  const isInScope = listed.length > 0 && (facts.sprint !== null || sprintless.some(({ oid }) => oid === tip));
  const ofTip = judgeCommit(facts, isInScope ? 'tip' : 'files');
  if (listed.length > 0) journals.add(facts, ofTip);
  found.add(ofTip);
  found.add(await judgeOldTip(repository, reading, range, lineage));
  const repair = await repairOf(repository, range, read.facts, found.all, (base) =>
    journals.asOne(reading, lineage, base, range, { ...last, facts }),
  );
  return { findings: found.all.map((finding) => ({ ...finding, repair })), tip: facts };
}

/** Drops `unanswered` if the PO has answered by the tip. */
async function withLateAnswer(facts: CommitFacts, tip: Snapshot): Promise<CommitFacts> {
  const { unanswered, config } = facts;
  return unanswered === null ? facts : { ...facts, unanswered: await unansweredIn(config, tip, unanswered.sprint) };
}

/** The findings of a range; one that several commits show, or a commit and the tip, is kept once, with the first. */
class Findings {
  readonly #all = new Map<string, Judged>();
  /** Journals whose deletion is refused already: that later commits lack them has the same cause. */
  readonly #deleted = new Set<string | undefined>();

  get all(): Judged[] {
    return [...this.#all.values()];
  }

  add(findings: readonly Judged[]): void {
    for (const finding of findings) {
      const { rule, severity, data, file, path, location, commit, atTip } = finding;
      if (rule.id === 'journal/missing' && !finding.ofCommit && this.#deleted.has(file)) continue;
      if (rule.id === 'journal/history' && severity === 'error' && data.isDeleted) this.#deleted.add(file);
      const message = rule.words.en.message(finding.data);
      const once = rule.where === 'C' ? commit : null;
      const key = [rule.id, file, path, location?.line, location?.column, message, once].join('\0');
      this.#all.set(key, { ...(this.#all.get(key) ?? finding), atTip });
    }
  }
}

class RangeReading {
  last: ReadCommit | null = null;
  readonly facts = new Map<string, Pick<CommitFacts, 'sprint' | 'answer'> & RangeCommit>();
  readonly sprintless: CommitFacts[] = [];
  /** N of every changed journal. */
  readonly journals = new Set<number>();

  add(commit: RangeCommit, result: ReadCommit): void {
    const { facts } = result;
    this.last = result;
    this.facts.set(commit.oid, { ...commit, diffs: [], sprint: facts.sprint, answer: facts.answer });
    if (!facts.sprint) this.sprintless.push(facts);
    for (const { sprint } of facts.journalChanges) this.journals.add(sprint);
  }
}

/** Returns the commits in no sprint that are judged: made once the first sprint began, off the default branch. */
async function sprintlessInScope(
  repository: Repository,
  range: OpenRange,
  lineage: Lineage,
  { sprintless }: RangeReading,
  last: ReadCommit,
): Promise<CommitFacts[]> {
  if (sprintless.length === 0) return [];
  const { tip, excluded, destination } = range;
  const end = destination === null ? last.state : (await lineage.ancestor(destination)).state;
  const start = await lineage.firstSprintStart(end);
  if (start === null) return [];
  const sinceStart = sprintless.filter(({ committedAt }) => committedAt === null || committedAt >= start.at);
  const remoteDefault =
    sinceStart.length > 0 ? await defaultBranch(repository, await remoteOf(repository, range)) : null;
  if (!remoteDefault || excluded.includes(remoteDefault.tip)) return sinceStart;
  const offDefault = await listCommits(repository.context, repository.objects, tip, [...excluded, remoteDefault.tip]);
  const oids = new Set<string | null>(offDefault.map(({ oid }) => oid));
  return sinceStart.filter(({ oid }) => oids.has(oid));
}

/** Adds to the tip's facts every journal that the range changed, and what the sprint lacks to close. */
async function tipFacts(
  reading: Reading,
  tip: string,
  { journals }: RangeReading,
  { facts, state }: ReadCommit,
): Promise<CommitFacts> {
  const { config } = reading;
  const own = facts.sprint?.id;
  const others = [...journals].filter((sprint) => sprint !== own);
  const read = await Promise.all(others.map((sprint) => readJournalAt(config, state.snapshot, sprint)));
  return {
    ...facts,
    journals: [facts.journal, ...read].filter((journal) => journal !== null),
    closing: await closingFacts(reading, tip, state, facts.sprint?.start ?? null),
  };
}

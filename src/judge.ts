import type { Config } from './config/config.js';
import type { CommitFacts, PullRequestFacts, PushFacts, SnapshotFacts } from './facts/facts.js';
import type { Notes } from './facts/notes.js';
import type { Journal } from './journal/journal.js';
import { rules } from './rules/list.js';
import type { AnyRule, Finding } from './rules/rule.js';
import type { Severity } from './severity.js';
import type { LocatePointer } from './yaml/locate.js';

/** All that rules judge beside each commit, read under one policy. */
export interface Facts {
  readonly config: Config;
  readonly snapshot: SnapshotFacts | null;
  /** What `judgeCommit` found: in the commit being made, or in those of a range, parents first. */
  readonly commits: readonly Verdict[];
  /** The tip of a range compared with the range's base, as if it were one commit; null outside ranges. */
  readonly acrossRange: CommitFacts | null;
  readonly push: PushFacts | null;
  readonly pullRequest: PullRequestFacts | null;
}

/** A finding, with the rule that made it. */
export interface Verdict {
  readonly rule: AnyRule;
  readonly severity: Severity;
  // biome-ignore lint/suspicious/noExplicitAny: only the rule's own words understand the data.
  readonly finding: Finding<any>;
  /** The full object name of the commit that is at fault; null where it is being made, or a snapshot is at fault. */
  readonly commit: string | null;
  /** The text of the finding's file, where the finding has a place in it. */
  readonly source: string | null;
  /** Where the values of that file stand; null where the finding has no place in it, or that of none is known. */
  readonly locate: LocatePointer | null;
}

/**
 * Holds a commit, being made or of a range, against every rule that the config does not switch off. Commits are judged
 * one by one, as they are read: the journals of a long range would fill the memory.
 */
export function judgeCommit(config: Config, commit: CommitFacts): Verdict[] {
  const verdicts: Verdict[] = [];
  for (const rule of commitRules) {
    const severity = severityOf(rule, config);
    if (severity === 'off') continue;
    for (const found of withCommit(rule, commit)) verdicts.push({ rule, severity, ...found });
  }
  return verdicts;
}

/** Holds all other facts against the rules, and gives what was found in them and in the commits, rule by rule. */
export function judge(facts: Facts): Verdict[] {
  return rules.flatMap((rule) => {
    const severity = severityOf(rule, facts.config);
    return severity === 'off' ? [] : findingsOf(rule, facts).map((found) => ({ rule, severity, ...found }));
  });
}

const commitRules = rules.filter((rule) => rule.commit);

function severityOf(rule: AnyRule, { rules }: Config): Severity | 'off' {
  return rules[rule.id] ?? rule.severity;
}

type Found = Omit<Verdict, 'rule' | 'severity'>;

function findingsOf(rule: AnyRule, facts: Facts): Found[] {
  const { snapshot, acrossRange } = facts;
  const ofCommits = facts.commits.filter((verdict) => verdict.rule === rule);
  // What a commit of the range shows is said once, with the commit.
  const ofRange = rule.acrossRange && acrossRange ? withCommit(rule, acrossRange) : [];
  const unsaid = ofRange.filter(({ finding }) => !ofCommits.some((other) => other.finding.file === finding.file));
  return [
    ...(rule.snapshot && snapshot ? rule.snapshot(snapshot).map((finding) => inSnapshot(snapshot, finding)) : []),
    ...[...ofCommits, ...unsaid].filter(({ finding }) => !isSilenced(rule, finding, snapshot)),
    ...(rule.push && facts.push ? rule.push(facts.push).map(alone) : []),
    ...(rule.pullRequest && facts.pullRequest ? rule.pullRequest(facts.pullRequest).map(alone) : []),
  ];
}

/** A journal that is not there, or can't be read, is one cause: whether it was changed is no second one. */
function isSilenced(rule: AnyRule, finding: Finding<unknown>, snapshot: SnapshotFacts | null): boolean {
  if (rule.id !== 'journal/not-staged' || !snapshot || finding.file !== snapshot.sprint?.journal) return false;
  return snapshot.journal?.state !== 'read';
}

function withCommit(rule: AnyRule, commit: CommitFacts): Found[] {
  const findings = rule.commit?.(commit) ?? [];
  return findings.map((finding) => {
    const journal = commit.journals.find(({ path }) => path === finding.file);
    return { finding, commit: commit.oid, ...placed(finding, journal?.after) };
  });
}

function inSnapshot({ notes, journals }: SnapshotFacts, finding: Finding<unknown>): Found {
  const file = [notes, ...journals].find((candidate) => candidate?.path === finding.file);
  return { finding, commit: null, ...placed(finding, file) };
}

function placed(finding: Finding<unknown>, file: Notes | Journal | null | undefined): Pick<Found, 'source' | 'locate'> {
  if (!file || (!finding.location && finding.path === undefined)) return { source: null, locate: null };
  return { source: file.text, locate: 'locate' in file ? file.locate : null };
}

function alone(finding: Finding<unknown>): Found {
  return { finding, commit: null, source: null, locate: null };
}

import { type Config, isAddressOfPO } from './config/config.js';
import type { CommitFacts, ForcedFacts, PushFacts, RequestFacts } from './facts/facts.js';
import { sprintOfJournal } from './facts/sprint.js';
import { isPO } from './journal/entries.js';
import { looksLikeAnswer } from './journal/sound.js';
import { isSignedPO } from './journal/source.js';
import { rules } from './rules/list.js';
import type { AnyRule, Finding, Where } from './rules/rule.js';
import type { Severity } from './severity.js';
import { pointerSegments } from './yaml/pointer.js';

/** A finding, with the rule that made it and where it is. */
// biome-ignore lint/suspicious/noExplicitAny: only the rule's own words understand the data.
export interface Judged extends Finding<any> {
  readonly rule: AnyRule;
  readonly severity: Severity;
  /** The full object name of the commit at fault; null where it is being made, or a snapshot is at fault. */
  readonly commit: string | null;
  /** The text of the finding's file, where the finding has a place in it. */
  readonly text: string | null;
  /** It points at an entry of the PO's, or at a journal that the PO left unreadable. */
  readonly po: boolean;
  /**
   * It is the PO's alone to mend: the config names the PO's addresses, and the commit is another author's, or is made
   * already, when a developer may well be the reader.
   */
  readonly leftToPO: boolean;
  readonly config: Config;
  /** The paths that git commit was given, file by file; null where it was given none. */
  readonly paths: readonly string[] | null;
  /** The tip of the range shows it too. */
  readonly atTip: boolean;
}

/**
 * What of a commit is judged: `being made`, and at the `tip` of a range, the commit and its files; of other commits of a
 * range the `commit`, and of a tip outside the range the `files`.
 */
export type Judging = 'being made' | 'commit' | 'tip' | 'files';

/** Holds a commit, or the files that it leaves behind, against every rule that the config does not switch off. */
export function judgeCommit(facts: CommitFacts, judging: Judging): Judged[] {
  const found: Judged[] = [];
  const paths = facts.onlyPaths ? facts.changes.map(({ path }) => path) : null;
  for (const rule of rules) {
    if (rule.where === 'push' || rule.where === 'request' || !holds(rule.where, facts, judging)) continue;
    const isOfFiles = rule.where === 'S' || rule.where === 'R' || (rule.where === 'K' && !changesMore(facts));
    const commit = judging === 'files' || isOfFiles ? null : facts.oid;
    const atTip = judging !== 'commit' && rule.where !== 'C';
    add(found, facts.config, rule, rule.check(facts), (finding) => ({
      ...{ commit: finding.ofCommit ? facts.oid : commit, atTip, paths },
      ...placed(facts, finding),
    }));
  }
  // Whatever else is wrong with a commit that is left out as a whole goes with it.
  const isLeftOut = found.some(({ mend, severity }) => mend === 'leave out' && severity === 'error');
  return found.map((finding) => (isLeftOut && finding.commit !== null ? { ...finding, mend: 'leave out' } : finding));
}

/**
 * Being made: S, K and C. A commit in mid-range: C, and K where it changes more than journals. The tip of a range: all.
 * The files of a tip that is in no range: S, K and R.
 */
function holds(where: Where, facts: CommitFacts, judging: Judging): boolean {
  if (judging === 'being made') return where !== 'R';
  if (judging === 'tip') return true;
  if (judging === 'files') return where !== 'C';
  return where === 'C' || (where === 'K' && changesMore(facts));
}

function changesMore({ changes, config }: CommitFacts): boolean {
  return changes.some(({ path }) => sprintOfJournal(config, path) === null);
}

/** Holds the old and the new tip of a branch against each other, of which the new one does not contain the old one. */
export function judgeForced(facts: ForcedFacts): Judged[] {
  const found: Judged[] = [];
  for (const rule of rules) {
    if (!('forced' in rule) || !rule.forced) continue;
    add(found, facts.config, rule, rule.forced(facts), () => nowhere);
  }
  return found;
}

export function judgePush(config: Config, facts: PushFacts): Judged[] {
  const found: Judged[] = [];
  for (const rule of rules) if (rule.where === 'push') add(found, config, rule, rule.check(facts), () => nowhere);
  return found;
}

export function judgeRequest(config: Config, facts: RequestFacts): Judged[] {
  const found: Judged[] = [];
  for (const rule of rules) if (rule.where === 'request') add(found, config, rule, rule.check(facts), () => nowhere);
  return found;
}

type Placed = Pick<Judged, 'commit' | 'paths' | 'atTip' | 'text' | 'po' | 'leftToPO' | 'location'>;

const nowhere: Placed = { commit: null, paths: null, atTip: false, text: null, po: false, leftToPO: false };

function add(
  found: Judged[],
  config: Config,
  rule: AnyRule,
  findings: readonly Finding[],
  place: (finding: Finding) => Placed,
): void {
  const severity = config.rules[rule.id] ?? rule.severity;
  if (severity === 'off') return;
  const refused = found.filter(({ severity }) => severity === 'error');
  for (const finding of findings) {
    const causes = [...(rule.after ?? []), ...(finding.after ?? [])];
    const isCause = (cause: Judged) =>
      causes.includes(cause.rule.id) && isSameThing(config, cause, finding, rule.byEntry ?? false);
    if (refused.some(isCause)) continue;
    found.push({ ...finding, rule, severity, config, ...place(finding) });
  }
}

/** Whether two findings are about the same thing: of two journals the same one, and `byEntry`, of two entries. */
function isSameThing(config: Config, one: Finding, other: Finding, byEntry: boolean): boolean {
  const isJournal = ({ file }: Finding) => file !== undefined && sprintOfJournal(config, file) !== null;
  if (!isJournal(one) || !isJournal(other)) return true;
  const [entry, otherEntry] = [one, other].map(({ path }) => pointerSegments(path ?? '')[0]);
  return one.file === other.file && (!byEntry || entry === otherEntry);
}

/** Where a finding stands in its file: the one place at which a JSON Pointer becomes a line. */
function placed(
  { oid, notes, journals, author, config }: CommitFacts,
  { file, path, location, byAnyone = false }: Finding,
): Omit<Placed, 'commit' | 'paths' | 'atTip'> {
  const source = [notes, ...journals].find((candidate) => candidate?.path === file);
  if (!source || (!location && path === undefined)) return { text: null, po: false, leftToPO: false };
  const entries = 'state' in source && source.state === 'read' ? source.entries : [];
  const [index = '-1'] = pointerSegments(path ?? '');
  const locate = 'locate' in source ? source.locate : null;
  const place = location ?? (locate && path !== undefined ? locate(path) : undefined);
  const isByPO = isAddressOfPO(config, author);
  const isUnreadable = 'state' in source && source.state !== 'read';
  const entry = entries[Number(index)];
  const po = isUnreadable ? isByPO || isSignedPO(source.text, place?.line) : isPO(entry);
  const leftToPO = (po || looksLikeAnswer(entry)) && !byAnyone && config.po.length > 0 && (oid !== null || !isByPO);
  return { text: source.text, po, leftToPO, ...(place && { location: place }) };
}

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

/** A finding, with its rule and its place. */
// biome-ignore lint/suspicious/noExplicitAny: only the rule's own words understand the data.
export interface Judged extends Finding<any> {
  readonly rule: AnyRule;
  readonly severity: Severity;
  /** Full object name of the faulty commit; null if that is being made, or a snapshot is at fault. */
  readonly commit: string | null;
  /** The text of the finding's file, if it has a place in one. */
  readonly text: string | null;
  /** It points at a PO's entry, or at a journal that the PO left unreadable. */
  readonly po: boolean;
  /**
   * Only the PO may mend it: the config has the PO's addresses, and the commit is another author's, or exists already,
   * so that a developer may be the reader.
   */
  readonly leftToPO: boolean;
  readonly config: Config;
  /** The paths given to git commit, file by file; null if it was given none. */
  readonly paths: readonly string[] | null;
  /** The tip of the range shows it too. */
  readonly atTip: boolean;
}

/** A `commit` alone; with its files, if `being made` or a range's `tip`; only the `files` of a tip in no range. */
export type Judging = 'being made' | 'commit' | 'tip' | 'files';

/**
 * Judges a commit, or its files, by every rule that the config does not switch off. An error for which `silences` is
 * false silences no rule.
 */
export function judgeCommit(
  facts: CommitFacts,
  judging: Judging,
  silences: (error: Judged) => boolean = () => true,
): Judged[] {
  const found: Judged[] = [];
  const paths = facts.onlyPaths ? facts.changes.map(({ path }) => path) : null;
  for (const rule of rules) {
    if (rule.where === 'push' || rule.where === 'request' || !holds(rule.where, facts, judging)) continue;
    const isOnFiles = rule.where === 'S' || rule.where === 'R' || (rule.where === 'K' && !changesMore(facts));
    const commit = judging === 'files' || isOnFiles ? null : facts.oid;
    const atTip = judging !== 'commit' && rule.where !== 'C';
    const place = (finding: Finding) => ({
      ...{ commit: finding.ofCommit ? facts.oid : commit, atTip, paths },
      ...placed(facts, rule.where, finding),
    });
    add(found, facts.config, rule, rule.check(facts), place, silences);
  }
  // Leaving a commit out mends everything else that is wrong with it.
  const isLeftOut = found.some(({ mend, severity }) => mend === 'leave out' && severity === 'error');
  return found.map((finding) => (isLeftOut && finding.commit !== null ? { ...finding, mend: 'leave out' } : finding));
}

function holds(where: Where, facts: CommitFacts, judging: Judging): boolean {
  if (judging === 'being made') return where !== 'R';
  if (judging === 'tip') return true;
  if (judging === 'files') return where !== 'C';
  return where === 'C' || (where === 'K' && changesMore(facts));
}

function changesMore({ changes, config }: CommitFacts): boolean {
  return changes.some(({ path }) => sprintOfJournal(config, path) === null);
}

/** Judges a push whose new tip does not contain the old one. */
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
  silences: (error: Judged) => boolean = () => true,
): void {
  const severity = config.rules[rule.id] ?? rule.severity;
  if (severity === 'off') return;
  const refused = found.filter((each) => each.severity === 'error' && silences(each));
  for (const finding of findings) {
    const causes = [...(rule.after ?? []), ...(finding.after ?? [])];
    const isCause = (cause: Judged) =>
      causes.includes(cause.rule.id) && concernSameThing(config, cause, finding, rule.byEntry ?? false);
    if (refused.some(isCause)) continue;
    found.push({ ...finding, rule, severity, config, ...place(finding) });
  }
}

/** Tells whether two findings concern one thing: on journals, the same one, and with `byEntry`, the same entry. */
function concernSameThing(config: Config, one: Finding, other: Finding, byEntry: boolean): boolean {
  const isJournal = ({ file }: Finding) => file !== undefined && sprintOfJournal(config, file) !== null;
  if (!isJournal(one) || !isJournal(other)) return true;
  const [entry, otherEntry] = [one, other].map(({ path }) => pointerSegments(path ?? '')[0]);
  return one.file === other.file && (!byEntry || entry === otherEntry);
}

/** Resolves a finding's place in its file; nothing else turns a JSON Pointer into a line. */
function placed(
  { oid, notes, journals, author, config }: CommitFacts,
  where: Where,
  { file, path, location, mender }: Finding,
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
  const isOfPO = mender ? mender === 'PO' : po || looksLikeAnswer(entry);
  const leftToPO = where === 'K' && isOfPO && config.po.length > 0 && (oid !== null || !isByPO);
  return { text: source.text, po, leftToPO, ...(place && { location: place }) };
}

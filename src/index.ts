import type { Flags, JudgingCommand } from './commands/command.js';
import { commands } from './commands/list.js';
import { configLanguage } from './facts/config-language.js';
import { failureOf } from './failure.js';
import type { Language } from './language.js';
import { reportOf, reportOfFailure } from './report/report.js';
import type { Report } from './report/types.js';
import { unknownName, unknownValue } from './words/usage.js';

export type { Diagnostic, Report, ReportedError, ReportedRange, ReportedSprint } from './report/types.js';

/** Options of `check`. */
export interface CheckOptions {
  /** What to judge. By default `check`: a range of commits and its tip. */
  readonly command?: 'check' | 'pre-commit' | 'pre-merge-commit' | 'pre-push' | 'pre-receive';
  /** A folder in the repository. By default the working directory. */
  readonly directory?: string;
  /** Start of the range, as a git revision: commits reachable from it are not judged. Only for `check`. */
  readonly from?: string;
  /** Tip of the range, as a git revision. By default `HEAD`. Only for `check`. */
  readonly to?: string;
  /** The remote and its URL, as git passes them to pre-push. */
  readonly operands?: readonly string[];
  /** The lines that git writes to the standard input of pre-push or pre-receive. */
  readonly input?: string;
  /** Language of the messages. By default the config's, or else English. */
  readonly language?: Language;
  /** Time of the check, in milliseconds since the epoch. By default now. */
  readonly now?: number;
}

/** The latest instant that a Date can hold. */
const latest = 8.64e15;

/**
 * Judges a repository, and returns the report that `--format json` prints. Never throws: if there is no verdict, `ok`
 * is false and `error` says why.
 */
export async function check(options?: CheckOptions): Promise<Report> {
  const { command = 'check', directory = process.cwd(), from = null, to = null, ...others } = options ?? {};
  const { operands = [], input = '', now = Date.now() } = others;
  // Callers without type checks may pass anything.
  const language = others.language === 'en' || others.language === 'fr' ? others.language : undefined;
  const isTime = typeof now === 'number' && Math.abs(now) <= latest;
  const environment = process.env;
  const context = { command, now: isTime ? now : Date.now(), quiet: false };
  try {
    if (!isTime) throw unknownValue('now', `${now}`, ['Date.now()']);
    const world = { directory, environment, now, readInput: async () => input };
    const result = await judgingCommand(command).judge({ operands, flags: { from, to } }, world);
    return reportOf({ ...context, language: language ?? result.language ?? 'en' }, result).report;
  } catch (error) {
    const configured = await configLanguage({ directory, environment }).catch(() => null);
    return reportOfFailure({ ...context, language: language ?? configured ?? 'en' }, failureOf(error)).report;
  }
}

function judgingCommand(name: string): JudgingCommand<Flags> {
  const judging = commands.filter((command) => 'judge' in command);
  const command = judging.find((candidate) => candidate.name === name);
  if (command) return command;
  throw unknownName(
    'command',
    name,
    judging.map((candidate) => candidate.name),
  );
}

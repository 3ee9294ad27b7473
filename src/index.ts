import { existsSync } from 'node:fs';
import manifest from '../package.json' with { type: 'json' };
import type { Flags, JudgingCommand } from './commands/command.js';
import { commands } from './commands/list.js';
import { configLanguage } from './facts/config-language.js';
import { failureOf } from './failure.js';
import { folderMissing } from './git/failures.js';
import type { Language } from './language.js';
import { reportOf, reportOfFailure } from './report/report.js';
import type { Report } from './report/types.js';
import { usageFailure } from './words/usage.js';

export type { Diagnostic, Report, ReportedError, ReportedRange, ReportedSprint } from './report/types.js';

/** What `check` judges, and how it says so. Every key is optional. */
export interface CheckOptions {
  /** What is judged; the default, `check`, judges a range of commits and its tip. */
  readonly command?: 'check' | 'pre-commit' | 'pre-merge-commit' | 'pre-push' | 'pre-receive';
  /** A folder in the repository; by default the working directory. */
  readonly directory?: string;
  /** Where the range starts, as git names a commit: commits that it reaches are not judged. Only for `check`. */
  readonly from?: string;
  /** The tip of the range, as git names a commit; by default `HEAD`. Only for `check`. */
  readonly to?: string;
  /** The remote and its URL, as git hands them to pre-push. */
  readonly operands?: readonly string[];
  /** The lines that git hands to pre-push or pre-receive. */
  readonly input?: string;
  /** The language of the messages; by default the config's, else English. */
  readonly language?: Language;
  /** The moment of the check, in milliseconds since the epoch; by default now. */
  readonly now?: number;
}

/** The last instant that a Date can be. */
const latest = 8.64e15;

/**
 * Judges a repository and gives the report that `--format json` prints.
 *
 * It does not throw: where there is no verdict, `ok` is false and `error` says why.
 */
export async function check(options?: CheckOptions): Promise<Report> {
  const given = options ?? {};
  const { command = 'check', operands = [], from = null, to = null, now = Date.now(), input = '' } = given;
  const language = given.language === 'en' || given.language === 'fr' ? given.language : undefined;
  const isTime = typeof now === 'number' && Math.abs(now) <= latest;
  const context = { command, version: manifest.version, now: isTime ? now : Date.now(), quiet: false };
  try {
    if (!isTime) throw usageFailure({ kind: 'unknown-value', name: 'now', value: `${now}`, known: ['Date.now()'] });
    const { directory = process.cwd() } = given;
    if (!existsSync(directory)) throw folderMissing();
    const world = {
      directory,
      environment: process.env,
      now,
      readInput: async () => input,
    };
    // What is no text, where types are not checked, is no revision either, and git says so.
    const flags = { from: from === null ? null : `${from}`, to: to === null ? null : `${to}` };
    const checked = await judgingCommand(command).judge({ operands, flags }, world);
    return reportOf({ ...context, language: language ?? checked.language ?? 'en' }, checked).report;
  } catch (error) {
    const { directory = '.' } = given;
    const configured = language
      ? null
      : await configLanguage({ directory, environment: process.env }).catch(() => null);
    return reportOfFailure({ ...context, language: language ?? configured ?? 'en' }, failureOf(error)).report;
  }
}

function judgingCommand(name: string): JudgingCommand<Flags> {
  const judging = commands.filter((command) => 'judge' in command);
  const command = judging.find((candidate) => candidate.name === name);
  if (command) return command;
  throw usageFailure({ kind: 'unknown-command', name, known: judging.map((candidate) => candidate.name) });
}

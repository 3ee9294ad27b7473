import manifest from '../package.json' with { type: 'json' };
import { type ParsedArguments, parseArguments, type Request } from './arguments.js';
import type { World } from './checks/world.js';
import { exitCode } from './exit-code.js';
import { formats } from './formats/list.js';
import { folderMissing } from './git/failures.js';
import type { Language } from './language.js';
import { type Colors, loadColors, plain } from './report/colors.js';
import { type Outcome, type ReportContext, reportOf, reportOfFailure } from './report/report.js';
import { failureOf, run } from './run.js';

/** The process, as the entry file hands it in. */
export interface Host {
  /** What follows the program's name. */
  readonly argv: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** The working directory. Throws where it no longer exists. */
  readonly directory: () => string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly isTerminal: boolean;
  readonly readInput: () => Promise<string>;
  readonly writeOutput: (text: string) => void;
  readonly writeError: (text: string) => void;
}

/** How a run ended. */
export interface Ended {
  readonly exitCode: 0 | 1 | 2;
  /** A sprint's journal was read and judged. */
  readonly judged: boolean;
}

/** Runs the command line, prints its report and tells how that ended; it never throws. */
export async function main(host: Host): Promise<Ended> {
  const parsed = parseArguments(host.argv);
  const { request, problem } = parsed;
  try {
    if (problem) throw (await import('./words/usage.js')).usageFailure(problem);
    if (request.version) {
      host.writeOutput(`${manifest.version}\n`);
      return asked;
    }
    if (request.help) {
      const { helpText } = await import('./words/usage.js');
      const named = host.argv.includes(request.command);
      host.writeOutput(helpText(await languageFor(host, request), named ? request.command : null));
      return asked;
    }
    const { command, operands } = request;
    if (command === 'explain') {
      const { explain } = await import('./commands/explain.js');
      const look = { language: await languageFor(host, request), colors: await colorsFor(host, request) };
      host.writeOutput(explain(operands[0] ?? null, look));
      return asked;
    }
    const checked = await run({ ...request, command }, worldOf(host));
    const language = request.language ?? checked.language ?? environmentLanguage(host.environment);
    const exitCode = await print(host, request, reportOf(contextOf(host, parsed, language), checked), language);
    return { exitCode, judged: checked.sprint !== null };
  } catch (error) {
    const language = await languageFor(host, request);
    const outcome = reportOfFailure(contextOf(host, parsed, language), failureOf(error));
    const exitCode = await print(host, request, outcome, language);
    return { exitCode, judged: false };
  }
}

/** What was asked for was told: the version, help or a rule. */
const asked: Ended = { exitCode: 0, judged: false };

function worldOf({ environment, now, readInput, directory }: Host): World {
  try {
    return { environment, now, readInput, directory: directory() };
  } catch {
    throw folderMissing();
  }
}

function contextOf({ now }: Host, { request, problem }: ParsedArguments, language: Language): ReportContext {
  return {
    command: problem?.kind === 'unknown-command' ? null : request.command,
    version: manifest.version,
    language,
    now,
    quiet: request.quiet,
  };
}

/** The language of what is said where no check told the config's. */
async function languageFor(host: Host, { language }: Request): Promise<Language> {
  if (language !== null) return language;
  const { configLanguage } = await import('./facts/config-language.js');
  try {
    return (await configLanguage(worldOf(host))) ?? environmentLanguage(host.environment);
  } catch {
    // Outside a repository, or without git or a folder, no config asks for a language.
    return environmentLanguage(host.environment);
  }
}

function environmentLanguage({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  return /^fr/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'fr' : 'en';
}

async function print(host: Host, request: Request, outcome: Outcome, language: Language): Promise<Ended['exitCode']> {
  const colors = await colorsFor(host, request);
  const options = { language, colors, quiet: request.quiet, now: host.now };
  const { GITHUB_ACTIONS, GITHUB_STEP_SUMMARY: summaryFile } = host.environment;
  const format = await formats[request.format ?? (GITHUB_ACTIONS === 'true' ? 'github' : 'text')]();
  host.writeOutput(await format.output(outcome, options));
  if (outcome.report.error && format.error) host.writeError(await format.error(outcome, options));
  if (format.summary && summaryFile) {
    const { publish } = await import('./formats/publish.js');
    host.writeError(publish(summaryFile, await format.summary(outcome, options), language));
  }
  return exitCode(outcome.report);
}

async function colorsFor(host: Host, request: Request): Promise<Colors> {
  return wantsColors(host, request) ? loadColors() : plain;
}

function wantsColors({ environment, isTerminal }: Host, { color }: Request): boolean {
  if (color !== null) return color;
  if (environment.NO_COLOR) return false;
  if (environment.FORCE_COLOR) return environment.FORCE_COLOR !== '0';
  return isTerminal;
}

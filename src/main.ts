import manifest from '../package.json' with { type: 'json' };
import { type CommandLine, parseArguments } from './arguments.js';
import type { World } from './checks/world.js';
import type { ActingCommand, Context, ExitCode, Flags, JudgingCommand } from './commands/command.js';
import { commands } from './commands/list.js';
import { exitCode } from './exit-code.js';
import { configLanguage } from './facts/config-language.js';
import { type Failure, failureOf } from './failure.js';
import { formats } from './formats/list.js';
import { publish } from './formats/publish.js';
import { runningCommands } from './git/cleanup.js';
import { folderMissing } from './git/failures.js';
import { environmentLanguage, type Language } from './language.js';
import { type Colors, painted, plain, wantsColors } from './report/colors.js';
import { type Outcome, printable, type ReportContext, reportOf, reportOfFailure } from './report/report.js';
import { failureText } from './report/text.js';
import { commandHelp, programHelp } from './words/help.js';
import { stillChecking } from './words/notices.js';
import { typeset } from './words/report.js';

export { cleanUp } from './git/cleanup.js';

/** The process, as the entry file passes it on. `writeOutput` throws if it can't write, as on a full disk. */
export interface Host extends Omit<Context, 'directory' | 'language' | 'colors' | 'quiet'> {
  readonly argv: readonly string[];
  /** The working directory. Throws if it no longer exists. */
  readonly directory: () => string;
}

/** Runs the command line, prints its result, and returns the exit code. Never throws. */
export async function main(host: Host): Promise<ExitCode> {
  const commandLine = parseArguments(host.argv);
  try {
    return await carryOut(host, commandLine);
  } catch (error) {
    return fail(host, commandLine, failureOf(error));
  }
}

async function carryOut(host: Host, commandLine: CommandLine): Promise<ExitCode> {
  const { command, isNamed, flags, problem } = commandLine;
  if (problem) throw problem;
  if (flags.version) {
    host.writeOutput(`${manifest.version}\n`);
    return 0;
  }
  if (flags.help) {
    const language = await languageFor(host, commandLine);
    host.writeOutput(isNamed ? commandHelp(command, language) : programHelp(commands, language));
    return 0;
  }
  return 'judge' in command ? judge(host, command, commandLine) : act(host, command, commandLine);
}

async function judge(host: Host, command: JudgingCommand<Flags>, commandLine: CommandLine): Promise<ExitCode> {
  const world = worldOf(host);
  const waiting = setTimeout(() => tellOfWaiting(host, commandLine), 5_000);
  const checked = await command.judge(commandLine, world).finally(() => clearTimeout(waiting));
  const language = commandLine.flags.lang ?? checked.language ?? environmentLanguage(host.environment);
  return print(host, commandLine, reportOf(reportContext(host, commandLine, language), checked), language);
}

async function act(host: Host, command: ActingCommand<Flags>, commandLine: CommandLine): Promise<ExitCode> {
  const { isTerminal, streams, writeOutput, writeError } = host;
  return command.run(commandLine, {
    ...worldOf(host),
    language: await languageFor(host, commandLine),
    colors: colorsFor(host, commandLine),
    quiet: commandLine.flags.quiet,
    ...{ isTerminal, streams, writeOutput, writeError },
  });
}

async function fail(host: Host, commandLine: CommandLine, failure: Failure): Promise<ExitCode> {
  // A git that does not answer can't read the config's language.
  const asked = failure.code === 'git-silent' ? environmentLanguage(host.environment) : null;
  const language = commandLine.flags.lang ?? asked ?? (await languageFor(host, commandLine));
  const outcome = reportOfFailure(reportContext(host, commandLine, language), failure);
  try {
    return await print(host, commandLine, outcome, language);
  } catch (error) {
    // If standard output fails, standard error still says why.
    host.writeError(failureText(printable(failureOf(error), language), { language, colors: plain }));
    return 2;
  }
}

function tellOfWaiting(host: Host, { flags }: CommandLine): void {
  const language = flags.lang ?? environmentLanguage(host.environment);
  const commands = runningCommands();
  if (commands !== '' && !flags.quiet) host.writeError(`${typeset(language, stillChecking(commands)[language])}\n`);
}

function worldOf({ environment, now, readInput, directory }: Host): World {
  try {
    return { environment, now, readInput, directory: directory() };
  } catch {
    throw folderMissing();
  }
}

function reportContext(
  { now }: Host,
  { command, isNamed, flags, problem }: CommandLine,
  language: Language,
): ReportContext {
  return { command: problem && !isNamed ? null : command.name, language, now, quiet: flags.quiet };
}

async function languageFor(host: Host, { flags }: CommandLine): Promise<Language> {
  if (flags.lang !== null) return flags.lang;
  try {
    return (await configLanguage(worldOf(host))) ?? environmentLanguage(host.environment);
  } catch {
    // Outside a repository, or without git or a folder, no config sets a language.
    return environmentLanguage(host.environment);
  }
}

async function print(host: Host, { flags }: CommandLine, outcome: Outcome, language: Language): Promise<ExitCode> {
  const options = { language, colors: colorsFor(host, { flags }), quiet: flags.quiet, now: host.now };
  const { GITHUB_ACTIONS, GITHUB_STEP_SUMMARY: summaryFile } = host.environment;
  const format = await formats[flags.format ?? (GITHUB_ACTIONS === 'true' ? 'github' : 'text')]();
  host.writeOutput(await format.output(outcome, options));
  if (outcome.report.error) host.writeError(failureText(outcome.report.error, options));
  if (format.summary && summaryFile) {
    host.writeError(publish(summaryFile, await format.summary(outcome, options), language));
  }
  return exitCode(outcome.report);
}

function colorsFor({ environment, isTerminal }: Host, { flags }: Pick<CommandLine, 'flags'>): Colors {
  return wantsColors(flags, environment, isTerminal.output) ? painted : plain;
}

import type { SimpleGit } from 'simple-git';
import { Failure } from '../failure.js';
import { gitEnvironment, locateGit } from './environment.js';
import { gitFailed, gitNotStarted } from './failures.js';
import type { GitContext } from './process.js';

/** Runs git by simple-git, for questions that not every commit has to pay for. */
export interface Git {
  /** Returns what git prints. Throws Failure if git can't be started, or exits with another code than 0. */
  ask(...args: string[]): Promise<string>;
  /** Like `ask`, but null for exit code 1: git's "no" to a question about a ref or a config key. */
  askIfAny(...args: string[]): Promise<string | null>;
}

/** An error of simple-git; it has no exit code if git did not run to its end. */
type GitFault = Error & { readonly exitCode?: number };

/** Loads simple-git at the first question: most ranges ask none. */
export function openGit(context: GitContext): Git {
  let opened: Promise<SimpleGit> | null = null;
  const raw = async (args: string[]) => {
    opened ??= openSimpleGit(context);
    return (await opened).raw(args);
  };
  return {
    ask: (...args) =>
      raw(args).catch((error) => {
        throw failureFrom(error, context, args);
      }),
    askIfAny: (...args) =>
      raw(args).catch((error: GitFault) => {
        if (error.exitCode === 1) return null;
        throw failureFrom(error, context, args);
      }),
  };
}

async function openSimpleGit(context: GitContext): Promise<SimpleGit> {
  const environment = questionEnvironment(context);
  const program = locateGit(environment);
  if (program === null) throw gitNotStarted(context.directory, 'ENOENT');
  const { GitError, simpleGit } = await import('simple-git');
  const git = simpleGit({
    baseDir: context.directory,
    binary: program,
    // Otherwise simple-git hides the hook's index and quarantined objects from git.
    allowEnvironment: Object.keys(environment),
    // The user decides where git and its config are; of GIT_CONFIG_COUNT's keys `questionEnvironment` keeps a few only.
    unsafe: { allowUnsafeConfigPaths: true, allowUnsafeConfigEnvCount: true, allowUnsafeCustomBinary: true },
    completion: { onClose: true, onExit: false },
    // simple-git takes an exit code without a message for success.
    errors: (error, { exitCode, stdErr }) =>
      exitCode === 0 ? error : Object.assign(new GitError(undefined, Buffer.concat(stdErr).toString()), { exitCode }),
  });
  return git.env(environment);
}

/** simple-git refuses variables that name a program (no question starts one) and the folder of git's own programs. */
const refusedVariables =
  /^(EDITOR|VISUAL|PAGER|PREFIX|SSH_ASKPASS|GIT_(ASKPASS|CONFIG|EDITOR|EXEC_PATH|EXTERNAL_DIFF|PAGER|PROXY_COMMAND|SEQUENCE_EDITOR|SSH|SSH_COMMAND|TEMPLATE_DIR))$/i;

/** The config keys that affect the answers; simple-git refuses many of the others. */
const relevantConfig = /^(safe\.|branch\.|remote\..*\.(url|pushurl|fetch)$)/i;

function questionEnvironment(context: GitContext): NodeJS.ProcessEnv {
  const environment = gitEnvironment(context.environment);
  for (const name of Object.keys(environment)) {
    if (refusedVariables.test(name)) delete environment[name];
    if (!/^GIT_CONFIG_KEY_/i.test(name) || relevantConfig.test(environment[name] ?? '')) continue;
    environment[name] = 'sprint-check.left-out';
    environment[name.replace(/KEY/i, 'VALUE')] = '';
  }
  return environment;
}

// Error: spawn git ENOENT, Error: spawn C:\Program Files\Git\cmd\git.exe EACCES
function failureFrom(error: GitFault, { directory }: GitContext, args: readonly string[]): Failure {
  if (error instanceof Failure) return error;
  const code = /\bspawn (?:.*\bgit(?:\.exe)? )?(E[A-Z]+)/.exec(error.message)?.[1];
  if (code) return gitNotStarted(directory, code);
  return gitFailed(args, error.exitCode ?? null, error.message);
}

import type { SimpleGit } from 'simple-git';
import { Failure } from '../failure.js';
import { gitEnvironment, locateGit } from './environment.js';
import { gitFailed, gitNotStarted } from './failures.js';
import type { GitContext } from './process.js';

/** Asks git a question that no commit pays for, by simple-git, and gives what it prints. */
export interface Git {
  /** Throws Failure when git can't be started or ends with another exit code than 0. */
  ask(...args: string[]): Promise<string>;
  /** The same, but null where git ends with exit code 1: its "no" to a question about a ref or a key of the config. */
  askIfAny(...args: string[]): Promise<string | null>;
}

/** How simple-git fails; without an exit code where git did not run to its end. */
type GitFault = Error & { readonly exitCode?: number };

/** Opens a repository for questions. simple-git is loaded at the first: most ranges ask none. */
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
    // Without this, simple-git takes the hook's index and its quarantined objects from git.
    allowEnvironment: Object.keys(environment),
    // Where the config and git lie is the user's to say; of what GIT_CONFIG_COUNT counts only what is decisive is left.
    unsafe: { allowUnsafeConfigPaths: true, allowUnsafeConfigEnvCount: true, allowUnsafeCustomBinary: true },
    completion: { onClose: true, onExit: false },
    // By itself it takes an exit code without a message for success.
    errors: (error, { exitCode, stdErr }) =>
      exitCode === 0 ? error : Object.assign(new GitError(undefined, Buffer.concat(stdErr).toString()), { exitCode }),
  });
  return git.env(environment);
}

/** simple-git refuses variables that name a program, which no question here starts, and the folder of git's own. */
const refused =
  /^(EDITOR|VISUAL|PAGER|PREFIX|SSH_ASKPASS|GIT_(ASKPASS|CONFIG|EDITOR|EXEC_PATH|EXTERNAL_DIFF|PAGER|PROXY_COMMAND|SEQUENCE_EDITOR|SSH|SSH_COMMAND|TEMPLATE_DIR))$/i;

/** The config that has a say in the answers; among other keys are many that simple-git refuses. */
const decisive = /^(safe\.|branch\.|remote\..*\.(url|pushurl|fetch)$)/i;

/** The hook's environment, with its index and its quarantined objects, but without what simple-git refuses. */
function questionEnvironment(context: GitContext): NodeJS.ProcessEnv {
  const environment = gitEnvironment(context.environment);
  for (const name of Object.keys(environment)) {
    if (refused.test(name)) delete environment[name];
    if (!/^GIT_CONFIG_KEY_/i.test(name) || decisive.test(environment[name] ?? '')) continue;
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

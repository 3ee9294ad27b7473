import { GitError, simpleGit } from 'simple-git';
import { gitEnvironment } from './environment.js';
import { gitFailed, gitMissing } from './failures.js';
import type { GitContext } from './process.js';

/** Asks git a question, by simple-git, and gives what it prints. */
export interface Git {
  /** Throws Failure when git ends with another exit code than 0. */
  ask(...args: string[]): Promise<string>;
  /** The same, but null where git ends with exit code 1: its "no" to a question about a ref or an ancestor. */
  askIfAny(...args: string[]): Promise<string | null>;
}

/** How git ended; simple-git alone takes an exit code without a message for success. */
class Ended extends GitError {
  constructor(
    readonly exitCode: number,
    readonly said: string,
  ) {
    super(undefined, said);
  }
}

/**
 * simple-git guards programs against an environment or arguments that a stranger controls. Here the environment
 * is the hook's own, which git itself made, and no argument comes from outside: all of it has to reach git.
 */
const trusted = {
  allowUnsafeAlias: true,
  allowUnsafeAskPass: true,
  allowUnsafeCommandBinaries: true,
  allowUnsafeConfigEnvCount: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeCredentialHelper: true,
  allowUnsafeDiffExternal: true,
  allowUnsafeDiffTextConv: true,
  allowUnsafeEditor: true,
  allowUnsafeExec: true,
  allowUnsafeFilter: true,
  allowUnsafeFsMonitor: true,
  allowUnsafeGitProxy: true,
  allowUnsafeGpgProgram: true,
  allowUnsafeHooksPath: true,
  allowUnsafeInclude: true,
  allowUnsafeMergeDriver: true,
  allowUnsafePack: true,
  allowUnsafePager: true,
  allowUnsafeProtocolOverride: true,
  allowUnsafeSshCommand: true,
  allowUnsafeSubmodule: true,
  allowUnsafeTemplateDir: true,
  allowUnsafeUrlRewrite: true,
};

/** Opens a repository by simple-git. */
export function openSimpleGit(context: GitContext): Git {
  const environment = gitEnvironment(context.environment);
  const git = simpleGit({
    baseDir: context.directory,
    // Without this, simple-git takes the hook's index and its quarantined objects from git.
    allowEnvironment: Object.keys(environment),
    unsafe: trusted,
    completion: { onClose: true, onExit: false },
    errors: (error, { exitCode, stdErr }) =>
      exitCode === 0 ? error : new Ended(exitCode, Buffer.concat(stdErr).toString('utf8')),
  }).env(environment);
  const ask = async (args: string[]): Promise<string | Ended> => {
    try {
      return await git.raw(args);
    } catch (error) {
      if (error instanceof Ended) return error;
      if (/ENOENT/.test(String(error))) throw gitMissing();
      throw gitFailed(args, null, (error as Error).message);
    }
  };
  const answer = (args: string[], result: string | Ended): string => {
    if (typeof result === 'string') return result;
    if (/spawn git ENOENT/.test(result.said)) throw gitMissing();
    throw gitFailed(args, result.exitCode, result.said);
  };
  return {
    ask: async (...args) => answer(args, await ask(args)),
    askIfAny: async (...args) => {
      const result = await ask(args);
      return typeof result !== 'string' && result.exitCode === 1 ? null : answer(args, result);
    },
  };
}

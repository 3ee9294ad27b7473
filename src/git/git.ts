import type { GitContext } from './process.js';

/** Asks git a question, by simple-git, and gives what it prints. */
export interface Git {
  /** Throws Failure when git ends with another exit code than 0. */
  ask(...args: string[]): Promise<string>;
  /** The same, but null where git ends with exit code 1: its "no" to a question about a ref or an ancestor. */
  askIfAny(...args: string[]): Promise<string | null>;
}

/** Opens a repository for questions that no commit pays for. simple-git is loaded at the first: most ranges ask none. */
export function openGit(context: GitContext): Git {
  let opened: Promise<Git> | null = null;
  const git = () => {
    opened ??= import('./simple.js').then(({ openSimpleGit }) => openSimpleGit(context));
    return opened;
  };
  return {
    ask: async (...args) => (await git()).ask(...args),
    askIfAny: async (...args) => (await git()).askIfAny(...args),
  };
}

import type { GitContext } from './process.js';
import type { Git } from './simple.js';

export type { Git };

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

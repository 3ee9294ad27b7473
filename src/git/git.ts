import type { GitContext } from './process.js';
import type { Git } from './simple.js';

export type { Git };

/** Opens a repository for questions that no commit pays for. simple-git is loaded at the first: most ranges ask none. */
export function openGit(context: GitContext): Git {
  let opened: Promise<Git> | null = null;
  return {
    ask: async (...args) => {
      opened ??= import('./simple.js').then(({ openSimpleGit }) => openSimpleGit(context));
      return (await opened).ask(...args);
    },
  };
}

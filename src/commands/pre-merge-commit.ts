import { checkCommit } from '../checks/commit.js';
import { defineCommand } from './command.js';

export const preMergeCommit = defineCommand({
  name: 'pre-merge-commit',
  summary: { en: 'the same, for a merge (git hook)', fr: 'idem, pour une fusion (hook git)' },
  judge: (_, world) => checkCommit(world, true),
});

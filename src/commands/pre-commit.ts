import { checkCommit } from '../checks/commit.js';
import { defineCommand } from './command.js';

export const preCommit = defineCommand({
  name: 'pre-commit',
  summary: { en: 'check the commit being made (git hook)', fr: 'contrôler le commit en cours (hook git)' },
  judge: (_, world) => checkCommit(world, false),
});

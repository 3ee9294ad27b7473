import { defineCommand } from './command.js';

export const prePush = defineCommand({
  name: 'pre-push',
  summary: {
    en: 'check what a push would publish; git’s lines on stdin (git hook)',
    fr: 'contrôler ce qu’un push publierait ; les lignes de git sur stdin (hook git)',
  },
  operands: [{ name: { en: 'remote', fr: 'dépôt' } }, { name: { en: 'url', fr: 'url' } }],
  judge: async ({ operands }, world) => (await import('../checks/push.js')).checkPush(world, 'pre-push', operands),
});

import { defineCommand } from './command.js';

export const preReceive = defineCommand({
  name: 'pre-receive',
  summary: {
    en: 'the same on a server, in a bare repository (git hook)',
    fr: 'de même sur un serveur, dans un dépôt nu (hook git)',
  },
  judge: async (_, world) => (await import('../checks/push.js')).checkPush(world, 'pre-receive', []),
});

import { checkPush } from '../checks/push.js';
import { defineCommand } from './command.js';

export const preReceive = defineCommand({
  name: 'pre-receive',
  summary: {
    en: 'the same on a server, in a bare repository (git hook)',
    fr: 'de même sur un serveur, dans un dépôt nu (hook git)',
  },
  judge: (_, world) => checkPush(world, 'pre-receive', []),
});

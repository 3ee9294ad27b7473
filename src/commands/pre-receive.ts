import { runningCommands } from '../git/cleanup.js';
import { gitSilent } from '../git/failures.js';
import { defineCommand } from './command.js';

/** Milliseconds. A limit is needed, because the person who pushes can't stop a check on the server. */
const timeout = 60_000;

export const preReceive = defineCommand({
  name: 'pre-receive',
  summary: {
    en: 'the same on a server, in a bare repository (git hook)',
    fr: 'idem sur un serveur, dans un dépôt nu (hook git)',
  },
  judge: async (_, world) => {
    const { checkPush } = await import('../checks/push.js');
    const tooLong = new Promise<never>((_, reject) => {
      setTimeout(() => reject(gitSilent(runningCommands())), timeout).unref();
    });
    return Promise.race([checkPush(world, 'pre-receive', []), tooLong]);
  },
});

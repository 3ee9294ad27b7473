import { gitSilent } from '../git/failures.js';
import { defineCommand } from './command.js';

const giveUp = { after: 60_000, act: gitSilent };

export const preReceive = defineCommand({
  name: 'pre-receive',
  summary: {
    en: 'the same on a server, in a bare repository (git hook)',
    fr: 'idem sur un serveur, dans un dépôt nu (hook git)',
  },
  // Whoever pushes can't end what the server waits for.
  judge: async (_, world) => {
    const { checkPush } = await import('../checks/push.js');
    return checkPush({ ...world, patience: [...(world.patience ?? []), giveUp] }, 'pre-receive', []);
  },
});

import { defineCommand } from './command.js';

export const init = defineCommand({
  name: 'init',
  summary: { en: 'set up the hooks in this repository', fr: 'installer les hooks dans ce dépôt' },
  flags: {
    'dry-run': {
      words: { en: 'say what would be written, and write nothing', fr: 'dire ce qui serait écrit, sans rien écrire' },
    },
    ci: {
      values: ['github', 'gitlab'],
      words: { en: 'add the job for this CI as well', fr: 'ajouter aussi le job pour cette CI' },
    },
  },
  run: async ({ flags }, context) => (await import('../init/init.js')).init(flags, context),
});

import { defineCommand } from './command.js';

export const status = defineCommand({
  name: 'status',
  summary: {
    en: 'show where the sprint stands, and which command comes next',
    fr: 'afficher où en est le sprint, et la prochaine commande à lancer',
  },
  flags: {
    watch: {
      words: {
        en: 'on a terminal, count down until Ctrl-C',
        fr: 'dans un terminal, afficher le décompte jusqu’à Ctrl-C',
      },
    },
    format: {
      values: ['text', 'json'],
      words: { en: 'output format (default: text)', fr: 'format de sortie (par défaut : text)' },
    },
  },
  run: async ({ flags: { watch, format } }, context) =>
    (await import('../status/status.js')).status(watch, format === 'json', context),
});

import { defineCommand } from './command.js';

export const status = defineCommand({
  name: 'status',
  summary: {
    en: 'say where the sprint stands, and which command comes next',
    fr: 'dire où en est le sprint, et quelle commande vient ensuite',
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
      words: { en: 'how it is printed (default: text)', fr: 'la forme de sortie (par défaut : text)' },
    },
  },
  run: async ({ flags: { watch, format } }, context) =>
    (await import('../status/status.js')).status(watch, format === 'json', context),
});

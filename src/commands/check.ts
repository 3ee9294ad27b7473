import { defineCommand } from './command.js';

export const check = defineCommand({
  name: 'check',
  summary: {
    en: 'check a range of commits and its tip (the default; for CI)',
    fr: 'contrôler un intervalle de commits et son dernier commit (par défaut ; pour la CI)',
  },
  flags: {
    from: {
      value: { en: 'rev', fr: 'rév' },
      words: {
        en: 'start of the range: commits reachable from it are not checked',
        fr: 'début de l’intervalle : les commits qui y mènent ne sont pas contrôlés',
      },
    },
    to: {
      value: { en: 'rev', fr: 'rév' },
      words: { en: 'the tip of the range (default: HEAD)', fr: 'dernier commit de l’intervalle (par défaut : HEAD)' },
    },
  },
  judge: async ({ flags }, world) => (await import('../checks/range.js')).checkRange(world, flags.from, flags.to),
});

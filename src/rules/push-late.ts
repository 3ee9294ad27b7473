import { dateAndTime } from '../words/time.js';
import { definePushRule } from './rule.js';

export default definePushRule({
  id: 'push/late',
  severity: 'warn',
  where: 'push',
  check: ({ late }) => (late ? [{ data: late, mend: 'help' }] : []),
  words: {
    en: {
      summary: 'The commits of a sprint reach the server before the sprint has ended.',
      why: 'The date of a commit can be made up; the time of its arrival can’t.',
      remedy: 'Push before the sprint ends; what is new belongs to the next sprint.',
      message: ({ sprint, endedAt }) =>
        `Commits of sprint S${sprint} arrive after its end (${dateAndTime(endedAt)}, by the server’s clock).`,
      help: ({ sprint }) => `push what belongs to S${sprint} before it ends; what is new belongs to S${sprint + 1}`,
    },
    fr: {
      summary: 'Les commits d’un sprint arrivent au serveur avant la fin du sprint.',
      why: 'La date d’un commit peut s’inventer ; le moment de son arrivée, non.',
      remedy: 'Poussez avant la fin du sprint ; ce qui est nouveau relève du sprint suivant.',
      message: ({ sprint, endedAt }) =>
        `Des commits du sprint S${sprint} arrivent après sa fin (${dateAndTime(endedAt)}, à l’horloge du serveur).`,
      help: ({ sprint }) =>
        `poussez ce qui relève de S${sprint} avant sa fin ; ce qui est nouveau relève de S${sprint + 1}`,
    },
  },
});

import { dateAndTime } from '../words/time.js';
import { definePushRule } from './rule.js';

interface Late {
  readonly sprint: number;
  readonly endedAt: number;
}

/** A sprint's commits arrive before it has ended. */
export default definePushRule<Late>({
  id: 'push/late',
  severity: 'warn',
  where: 'push',
  words: {
    en: {
      summary: 'The commits of a sprint reach the server before the sprint has ended.',
      why: 'Dates of commits can be made up; the moment at which they arrive can’t.',
      remedy: 'Push before the sprint’s timebox ends; what is new belongs to the next sprint.',
      message: ({ sprint, endedAt }) =>
        `Commits of sprint S${sprint} arrive after its end (${dateAndTime(endedAt)}, by the server’s clock).`,
      help: ({ sprint }) => `push what belongs to S${sprint} within its timebox; what is new belongs to S${sprint + 1}`,
    },
    fr: {
      summary: 'Les commits d’un sprint arrivent au serveur avant la fin du sprint.',
      why: 'La date d’un commit peut s’inventer ; le moment de son arrivée, non.',
      remedy: 'Poussez avant la fin du temps du sprint ; ce qui est nouveau est du sprint suivant.',
      message: ({ sprint, endedAt }) =>
        `Des commits du sprint S${sprint} arrivent après sa fin (${dateAndTime(endedAt)}, à l’horloge du serveur).`,
      help: ({ sprint }) =>
        `poussez ce qui est de S${sprint} dans le temps du sprint ; ce qui est nouveau est de S${sprint + 1}`,
    },
  },
  check: ({ late }) => (late ? [{ data: late, whole: true }] : []),
});

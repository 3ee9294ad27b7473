import { Failure } from '../failure.js';
import type { Translated } from '../language.js';

const en = {
  fires: (hook: string, place: string) => `${hook} fires (${place})`,
  problem: (hooks: string, message: string) => `${hooks}: ${message}`,
  allFire: 'All hooks fire in this work tree.',
  asleep: 'Not all hooks fire in this work tree.',
};

export const doctorWords: Translated<typeof en> = {
  en,
  fr: {
    fires: (hook, place) => `${hook} se déclenche (${place})`,
    problem: (hooks, message) => `${hooks} : ${message}`,
    allFire: 'Tous les hooks se déclenchent dans cet arbre de travail.',
    asleep: 'Des hooks ne se déclenchent pas dans cet arbre de travail.',
  },
};

/** Hooks can't be tried without a shell. */
export function shellMissing(): Failure {
  return new Failure('shell', {
    en: ['No shell (sh) was found to try the hooks with.', 'reinstall git, which includes one'],
    fr: ['Aucun shell (sh) trouvé pour essayer les hooks.', 'réinstallez git : il en fournit un'],
  });
}

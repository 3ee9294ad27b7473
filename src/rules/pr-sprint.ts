import { references } from '../journal/references.js';
import { isReused, titleOf } from './pr-unique.js';
import { defineRequestRule, type Finding } from './rule.js';

interface WrongRequest {
  readonly head: string | null;
  readonly sprintBranch: string;
  readonly title: string | null;
  readonly sprint: number | null;
  /** The sprint that the title has to name: the next one, if this one had its pull request or is frozen. */
  readonly expected: number;
}

export default defineRequestRule<WrongRequest>({
  id: 'pr/sprint',
  severity: 'error',
  where: 'request',
  check: (facts) => {
    const { head, title, sprintBranch, sprint, opensNext } = facts;
    const data = { sprintBranch, sprint, expected: (sprint ?? 0) + (opensNext || isReused(facts) ? 1 : 0) };
    const found: Finding<WrongRequest>[] = [];
    if (head !== sprintBranch) found.push({ data: { ...data, head, title: null }, mend: 'help' });
    // Without a sprint there is none to reference, as sprint/unknown says.
    const named = [...references(title)].map((reference) => reference.sprint);
    if (sprint !== null && !named.includes(`${sprint}`) && !named.includes(`${data.expected}`))
      found.push({ data: { ...data, head: null, title }, mend: 'help' });
    return found;
  },
  words: {
    en: {
      summary: 'A pull request comes from the sprint branch, and its title references Sprint S<N>.',
      why: 'One PR closes the sprint; its title says which sprint that is.',
      remedy: 'Open the pull request from the sprint branch, and set its title to: Sprint S<N> — what it brings',
      message: ({ head, sprintBranch, title, sprint }) =>
        head !== null
          ? `This pull request comes from ${head}; a sprint’s comes from ${sprintBranch}.`
          : `The title of this pull request does not reference Sprint S${sprint}: ${title}`,
      help: ({ head, sprintBranch, title, expected }) =>
        head !== null
          ? `open the pull request from ${sprintBranch}`
          : `set its title to: ${titleOf(title ?? '', expected)}`,
    },
    fr: {
      summary: 'Une pull request vient de la branche de sprint, et son titre cite Sprint S<N>.',
      why: 'Une seule PR clôt le sprint ; c’est son titre qui dit lequel.',
      remedy:
        'Ouvrez la pull request depuis la branche de sprint, et donnez-lui le titre : Sprint S<N> — ce qu’elle apporte',
      message: ({ head, sprintBranch, title, sprint }) =>
        head !== null
          ? `Cette pull request vient de ${head} ; celle d’un sprint vient de ${sprintBranch}.`
          : `Le titre de cette pull request ne cite pas Sprint S${sprint} : ${title}`,
      help: ({ head, sprintBranch, title, expected }) =>
        head !== null
          ? `ouvrez la pull request depuis ${sprintBranch}`
          : `donnez-lui le titre : ${titleOf(title ?? '', expected)}`,
    },
  },
});

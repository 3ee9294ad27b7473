import type { RequestFacts } from '../facts/facts.js';
import { topicOf } from '../journal/topics.js';
import { visible } from '../report/visible.js';
import { refArgument } from '../words/commands.js';
import { defineRequestRule } from './rule.js';

/** Returns the title, changed to reference this sprint. */
export function titleOf(title: string, sprint: number): string {
  return visible(topicOf(sprint, title));
}

/** Tells whether the sprint had its pull request already; one into the sprint branch does not count. */
export function isReused({ head, base, sprintBranch, baseHoldsJournal, changesJournal }: RequestFacts): boolean {
  return baseHoldsJournal && base !== sprintBranch && (head === sprintBranch || changesJournal);
}

const open = ({ sprint, head }: { readonly sprint: number; readonly head: string }) =>
  `npx sprint-check start\ngit add -A\ngit commit -m "Sprint S${sprint + 1}"\ngit push origin ${refArgument(head)}`;

export default defineRequestRule({
  id: 'pr/unique',
  severity: 'error',
  where: 'request',
  check: (facts) => {
    const { sprint, base, head, title, opensNext } = facts;
    if (sprint === null || !isReused(facts)) return [];
    return [{ data: { sprint, base, head, title, opensNext }, mend: 'help' }];
  },
  words: {
    en: {
      summary: 'A sprint has only one pull request.',
      why: 'One PR closes the sprint; what comes after it belongs to the next.',
      remedy: 'Open the next sprint, with the next sprint_id in PO_NOTES.md, and give it a pull request of its own.',
      message: ({ sprint, base }) => `Sprint S${sprint} already had its pull request: ${base} contains its journal.`,
      help: (data) => {
        const title = titleOf(data.title, data.sprint + 1);
        return data.opensNext
          ? `once the next sprint is open, set the title to: ${title}`
          : `open the next sprint, push it, and set the title to: ${title}\n${open(data)}`;
      },
    },
    fr: {
      summary: 'Un sprint n’a qu’une pull request.',
      why: 'Une seule PR clôt le sprint ; ce qui vient après relève du suivant.',
      remedy:
        'Ouvrez le sprint suivant, avec le sprint_id suivant dans PO_NOTES.md, et donnez-lui sa propre pull request.',
      message: ({ sprint, base }) => `Le sprint S${sprint} a déjà eu sa pull request : ${base} contient son journal.`,
      help: (data) => {
        const title = titleOf(data.title, data.sprint + 1);
        return data.opensNext
          ? `une fois le sprint suivant ouvert, donnez pour titre : ${title}`
          : `ouvrez le sprint suivant, poussez-le, et donnez pour titre : ${title}\n${open(data)}`;
      },
    },
  },
});

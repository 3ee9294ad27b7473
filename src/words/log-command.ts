import type { Translated } from '../language.js';

/** What adds an entry to the journal. As it stands it passes: `…` would be taken for what is left of a template. */
export const logCommand: Translated = {
  en: 'npx sprint-check log --did "what is done" --ask "what to test" --context "where"',
  fr: 'npx sprint-check log --did "ce qui est fait" --ask "ce qu’il faut tester" --context "où"',
};

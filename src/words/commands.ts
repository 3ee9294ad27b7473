import type { Config } from '../config/config.js';
import type { Language, Translated } from '../language.js';
import { visible } from '../report/visible.js';

export type PathArgument = (fromRoot: string) => string;

/** What adds an entry to the journal. As it stands it passes: `…` would be taken for what is left of a template. */
export const logCommand: Translated = {
  en: 'npx sprint-check log --did "what is done" --ask "what to test" --context "where"',
  fr: 'npx sprint-check log --did "ce qui est fait" --ask "ce qu’il faut tester" --context "où"',
};

type Places = Pick<Config, 'notes' | 'sprints'>;

export function stageSprint({ notes, sprints }: Places, path: PathArgument): string {
  return `git add ${path(notes)} ${path(sprints)}`;
}

export function openSprint(places: Places, path: PathArgument): string {
  return `npx sprint-check start\n${stageSprint(places, path)}`;
}

const nextIsOpen: Translated = {
  en: 'the next sprint is open on disk; stage it:',
  fr: 'le sprint suivant est ouvert sur le disque ; indexez-le :',
};

/** The same, where the next sprint lies on disk alone. */
export function stageNext(language: Language, places: Places, path: PathArgument): string {
  return `${nextIsOpen[language]}\n${stageSprint(places, path)}`;
}

/** The name of a branch, or a refspec, as an argument of a command to type. */
export function refArgument(name: string): string {
  return /^[\w./:-]+$/.test(name) ? name : quoted(name);
}

/**
 * A path as an argument of a command to type, in bash or PowerShell: in double quotes, or in single ones where
 * it has a character that double quotes leave alive.
 */
export function quoted(path: string): string {
  // A single quote within single ones as bash reads it: PowerShell would have it doubled, and nothing suits both.
  return /["$`\\!]/.test(path) ? `'${visible(path).replaceAll("'", "'\\''")}'` : `"${visible(path)}"`;
}

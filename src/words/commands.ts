import type { Config } from '../config/config.js';
import type { Language, Translated } from '../language.js';
import { visible } from '../report/visible.js';

export type PathArgument = (fromRoot: string) => string;

/** Passes as it stands: `…` would be taken for a template that nobody filled in. */
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

export function stageNext(language: Language, places: Places, path: PathArgument): string {
  return `${nextIsOpen[language]}\n${stageSprint(places, path)}`;
}

/** Returns the commands after which a remote's default branch is known here. */
export function findDefaultBranch(remote: string): [fetch: string, set: string] {
  const name = refArgument(remote);
  return [`git fetch ${name}`, `git remote set-head ${name} --auto`];
}

/** Quotes the name of a branch, or a refspec, for a command to type. */
export function refArgument(name: string): string {
  return /^[\w./:-]+$/.test(name) ? name : quoted(name);
}

/** Quotes a path for bash or PowerShell, in single quotes if a character is special in double ones. */
export function quoted(path: string): string {
  // Single quotes are escaped for bash: PowerShell wants them doubled, and nothing suits both.
  return /["$`\\!]/.test(path) ? `'${visible(path).replaceAll("'", "'\\''")}'` : `"${visible(path)}"`;
}

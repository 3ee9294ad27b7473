import { Failure } from '../failure.js';
import type { HookManager } from '../init/managers.js';
import type { Translated } from '../language.js';
import { visible } from '../report/visible.js';

const en = {
  wrote: (path: string) => `wrote ${path}`,
  wouldWrite: (path: string) => `would write ${path}`,
  unchanged: (path: string) => `${path} has all it needs`,
  addTo: (path: string) => `${path} stays as it is; add this entry to lint-staged’s config in it:`,
  ciThere: (path: string) => `${path} already exists and stays as it is; this is what it should contain:`,
  ranHusky: 'ran husky',
  huskyFailed: (said: string) => `husky could not set the hooks up: ${said}`,
  wouldRunHusky: 'would run husky',
  managed: ({ name, place }: HookManager) =>
    `The hooks are run by ${name === 'git' ? 'git itself' : name} (${visible(place)}); nothing was changed.`,
  addLines: ({ name, place }: HookManager) =>
    name === 'git'
      ? `Add a line to each hook in ${visible(place)}: at the top of pre-push, at the end of the others, before any cd:`
      : `Add to ${visible(place)}, to the hooks that are in it already:`,
  install: (command: string) => `Next: ${command}`,
  commit: 'The hooks are for the whole team: commit these files in a sprint (npx sprint-check start opens one).',
  thenDoctor: 'Then check that they fire: npx sprint-check doctor',
};

export const initWords: Translated<typeof en> = {
  en,
  fr: {
    wrote: (path) => `${path} écrit`,
    wouldWrite: (path) => `${path} serait écrit`,
    unchanged: (path) => `${path} contient déjà tout ce qu’il faut`,
    addTo: (path) => `${path} reste tel quel ; ajoutez-y cette entrée à la configuration de lint-staged :`,
    ciThere: (path) => `${path} existe déjà et reste tel quel ; voici ce qu’il devrait contenir :`,
    ranHusky: 'husky lancé',
    huskyFailed: (said) => `husky n’a pas pu installer les hooks : ${said}`,
    wouldRunHusky: 'husky serait lancé',
    managed: ({ name, place }) =>
      `Les hooks sont gérés par ${name === 'git' ? 'git lui-même' : name} (${visible(place)}) ; rien n’a été modifié.`,
    addLines: ({ name, place }) =>
      name === 'git'
        ? `Ajoutez une ligne à chaque hook de ${visible(place)} : au début de pre-push, à la fin des autres, avant tout cd :`
        : `Ajoutez à ${visible(place)}, en complétant les hooks qui y sont déjà :`,
    install: (command) => `Ensuite : ${command}`,
    commit:
      'Les hooks servent à toute l’équipe : commitez ces fichiers dans un sprint (npx sprint-check start en ouvre un).',
    thenDoctor: 'Vérifiez enfin qu’ils se déclenchent : npx sprint-check doctor',
  },
};

export function manifestMissing(): Failure {
  const help = 'npm init -y\nnpm install --save-dev sprint-check';
  return new Failure('manifest', {
    en: ['There is no package.json here or in a parent folder; husky and lint-staged need one.', help],
    fr: ['Pas de package.json ici ni dans un dossier parent ; husky et lint-staged en ont besoin.', help],
  });
}

/** `said` is the error of the JSON parser. */
export function manifestBroken(path: string, said: string): Failure {
  return new Failure('manifest', {
    en: [`${visible(path)} can’t be edited: ${visible(said)}`, `fix ${visible(path)}, then try again`],
    fr: [`Impossible de modifier ${visible(path)} : ${visible(said)}`, `corrigez ${visible(path)}, puis réessayez`],
  });
}

import { Failure } from '../failure.js';
import { visible } from '../report/visible.js';

export function unreadable(path: string, reason: string): Failure {
  return new Failure('file', {
    en: [`${visible(path)} can’t be read: ${visible(reason)}`, 'fix it or its permissions, then try again'],
    fr: [
      `Impossible de lire ${visible(path)} : ${visible(reason)}`,
      'réparez-le ou corrigez ses droits d’accès, puis réessayez',
    ],
  });
}

export function unwritable(path: string, reason: string): Failure {
  return new Failure('file', {
    en: [
      `${visible(path)} can’t be written; nothing was changed: ${visible(reason)}`,
      'free some disk space or fix the permissions, then try again',
    ],
    fr: [
      `Impossible d’écrire ${visible(path)} ; rien n’a été modifié : ${visible(reason)}`,
      'libérez de la place ou corrigez les droits d’accès, puis réessayez',
    ],
  });
}

export function notInPlace(path: string): Failure {
  return new Failure('file', {
    en: [
      `Something else, such as a symbolic link, is in the place of ${visible(path)}; nothing was written.`,
      `move ${visible(path)} away, then try again`,
    ],
    fr: [
      `Autre chose, par exemple un lien symbolique, occupe la place de ${visible(path)} ; rien n’a été écrit.`,
      `déplacez ${visible(path)}, puis réessayez`,
    ],
  });
}

import { Failure } from '../failure.js';
import { visible } from '../report/visible.js';

/** A file or folder can't be read; `reason` is what the system says. */
export function unreadable(path: string, reason: string): Failure {
  return new Failure('file', {
    en: {
      message: `${visible(path)} can’t be read: ${visible(reason)}`,
      help: 'fix it or its permissions, then try again',
    },
    fr: {
      message: `Impossible de lire ${visible(path)} : ${visible(reason)}`,
      help: 'réparez-le ou corrigez ses droits d’accès, puis réessayez',
    },
  });
}

/** A file can't be written; `reason` is what the system says. */
export function unwritable(path: string, reason: string): Failure {
  return new Failure('file', {
    en: {
      message: `${visible(path)} can’t be written; nothing was changed: ${visible(reason)}`,
      help: 'free some disk space or fix the permissions, then try again',
    },
    fr: {
      message: `Impossible d’écrire ${visible(path)} ; rien n’a été modifié : ${visible(reason)}`,
      help: 'libérez de la place ou corrigez les droits d’accès, puis réessayez',
    },
  });
}

/** A path leads through a symbolic link. */
export function linkInTheWay(path: string): Failure {
  return new Failure('file', {
    en: {
      message: `${visible(path)} is a symbolic link, and sprint-check does not write through links.`,
      help: 'replace it with the real file or folder, then try again',
    },
    fr: {
      message: `${visible(path)} est un lien symbolique, et sprint-check n’écrit pas à travers un lien.`,
      help: 'remplacez-le par le vrai fichier ou dossier, puis réessayez',
    },
  });
}

/** Where a file or a folder belongs, something else stands. */
export function somethingInTheWay(path: string): Failure {
  return new Failure('file', {
    en: {
      message: `Something else is in the place of ${visible(path)}; nothing was written.`,
      help: `move ${visible(path)} away, then try again`,
    },
    fr: {
      message: `Autre chose occupe la place de ${visible(path)} ; rien n’a été écrit.`,
      help: `déplacez ${visible(path)}, puis réessayez`,
    },
  });
}

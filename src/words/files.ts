import { Failure } from '../failure.js';
import { visible } from '../report/visible.js';

/** A file can't be written; `reason` is what the system says. */
export function unwritable(path: string, reason: string): Failure {
  return new Failure('file', {
    en: {
      message: `${visible(path)} can’t be written, so nothing was: ${visible(reason)}`,
      help: 'make room on the disk or mend the permissions, then try again',
    },
    fr: {
      message: `Impossible d’écrire ${visible(path)} ; rien n’a été modifié : ${visible(reason)}`,
      help: 'libérez de la place ou corrigez les droits d’accès, puis recommencez',
    },
  });
}

/** A path leads through a symbolic link. */
export function linkInTheWay(path: string): Failure {
  return new Failure('file', {
    en: {
      message: `${visible(path)} is a symbolic link, and nothing is written through one.`,
      help: 'put the real file or folder in its place, then try again',
    },
    fr: {
      message: `${visible(path)} est un lien symbolique, et rien n’est écrit à travers un lien.`,
      help: 'mettez le vrai fichier ou dossier à sa place, puis recommencez',
    },
  });
}

/** Where a file or a folder belongs, something else stands. */
export function somethingInTheWay(path: string): Failure {
  return new Failure('file', {
    en: {
      message: `Something else stands in the place of ${visible(path)}; nothing was written.`,
      help: `move ${visible(path)} away, then try again`,
    },
    fr: {
      message: `Autre chose occupe la place de ${visible(path)} ; rien n’a été écrit.`,
      help: `déplacez ${visible(path)}, puis recommencez`,
    },
  });
}

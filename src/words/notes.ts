import type { HeaderProblem } from '../facts/notes.js';
import { Failure } from '../failure.js';
import type { Language } from '../language.js';
import { visible } from '../report/visible.js';
import { syntaxWords } from './syntax.js';
import { unreadableWords } from './yaml.js';

/** The sprint header can't be read, or written; `problem` is what is wrong with it, null where it is the form of the notes. */
export function notesFailure(path: string, problem: HeaderProblem | null): Failure {
  if (problem?.kind === 'unreadable') {
    const { reason } = problem;
    return new Failure('notes', { en: unreadableWords.en(reason, path), fr: unreadableWords.fr(reason, path) });
  }
  if (problem?.kind === 'syntax') {
    const { location } = problem.problem;
    const at = (language: Language) => {
      const { message, help } = syntaxWords[language](problem.problem);
      return { message: `${visible(path)}:${location.line}:${location.column}: ${message}`, help };
    };
    return new Failure('notes', { en: at('en'), fr: at('fr') });
  }
  if (problem?.kind === 'key') {
    const { key } = problem;
    return new Failure('notes', {
      en: { message: `The sprint header of ${visible(path)} has no valid ${key}.`, help: 'sprint_id: 3' },
      fr: { message: `L’en-tête de sprint de ${visible(path)} n’a pas de ${key} valable.`, help: 'sprint_id: 3' },
    });
  }
  return new Failure('notes', {
    en: {
      message: `The sprint header of ${visible(path)} can’t be written.`,
      help: 'close the fence or the comment left open there, and write the header as one key: value per line',
    },
    fr: {
      message: `Impossible d’écrire l’en-tête de sprint de ${visible(path)}.`,
      help: 'fermez le bloc ou le commentaire qui y reste ouvert, et écrivez l’en-tête à raison d’une clé: valeur par ligne',
    },
  });
}

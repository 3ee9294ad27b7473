import { Failure } from '../failure.js';
import type { BrokenJournal } from '../journal/journal.js';
import { isText } from '../journal/texts.js';
import type { Language, Words } from '../language.js';
import { visible } from '../report/visible.js';
import type { UnreadableReason } from '../yaml/problem.js';
import { logCommand, quoted } from './commands.js';
import { remedyWords } from './remedy.js';
import { unreadableWords } from './yaml.js';

/** `words` say why the journal is no YAML; `leftToPO`: only the PO may mend it. */
export function brokenJournal(
  { path, problem }: BrokenJournal,
  words: (language: Language) => Words,
  leftToPO: boolean,
): Failure {
  const place = `${path}:${problem.location.line}:${problem.location.column}`;
  const at = (language: Language): Words => {
    const [message, help] = words(language);
    return [`${place}: ${message}`, leftToPO ? `${remedyWords[language].leftToPO}\n${help}` : help];
  };
  return new Failure('journal', { en: at('en'), fr: at('fr') });
}

/** `fixable`: `fix` has not been tried yet, which decodes UTF-16. */
export function unreadableJournal(path: string, reason: UnreadableReason, fixable = false): Failure {
  const { en, fr } = unreadableWords;
  const fix = fixable && reason.kind === 'utf-16' ? `npx sprint-check fix ${quoted(path)}` : null;
  const at = ([message, help]: Words): Words => [message, fix ?? help];
  return new Failure('journal', { en: at(en(reason, path)), fr: at(fr(reason, path)) });
}

/** git left the journal in conflict without markers, as it does for a file that it takes for binary. */
export function journalInConflict(path: string): Failure {
  const help = `npx sprint-check fix ${quoted(path)}\ngit add ${quoted(path)}`;
  return new Failure('journal', {
    en: [`${visible(path)} is in conflict.`, help],
    fr: [`${visible(path)} est en conflit.`, help],
  });
}

export function noEntryFits(path: string): Failure {
  return new Failure('journal', {
    en: [
      `No entry can be added at the end of ${visible(path)}.`,
      'write it as a list with a dash before each entry (- who: …) and nothing behind the last, such as a line ...',
    ],
    fr: [
      `Impossible d’ajouter une entrée à la fin de ${visible(path)}.`,
      'écrivez-le comme une liste avec un tiret devant chaque entrée (- who: …) et rien après la dernière, pas même une ligne ...',
    ],
  });
}

export function noJournal(path: string, help: string | null): Failure {
  return new Failure('no-journal', {
    en: [`${visible(path)} does not exist.`, help],
    fr: [`${visible(path)} n’existe pas.`, help],
  });
}

export function noSprint(): Failure {
  const help = 'npx sprint-check start';
  return new Failure('no-sprint', {
    en: ['No sprint is open.', help],
    fr: ['Aucun sprint n’est ouvert.', help],
  });
}

export function nothingPending(): Failure {
  return new Failure('nothing-pending', {
    en: ['No entry in any journal awaits an answer.', 'if it was asked elsewhere: git pull'],
    fr: ['Aucune entrée, dans aucun journal, n’attend de réponse.', 'si la demande a été faite ailleurs : git pull'],
  });
}

/** Returns the problem of a text on the command line that the journal's schema refuses, or null. */
export function textProblem(name: string, text: string): Failure | null {
  if (isText(text)) return null;
  return new Failure('usage', {
    en: [`${name} is empty, or still contains a template’s … or S<N>.`, 'write your own text'],
    fr: [`${name} est vide, ou contient encore le … ou le S<N> d’un gabarit.`, 'écrivez votre propre texte'],
  });
}

export function notFromInput(name: string): Failure {
  const help = `${name} "…"`;
  return new Failure('usage', {
    en: [
      `${name} can’t be read from standard input, which is not UTF-8 or is read for another text.`,
      `give it as text: ${help}`,
    ],
    fr: [
      `Impossible de lire ${name} sur l’entrée standard, qui n’est pas en UTF-8 ou est lue pour un autre texte.`,
      `donnez-le en clair : ${help}`,
    ],
  });
}

/** `errors` is git's standard error. */
export function notStaged(path: string, argument: string, errors: string): Failure {
  const said = visible(errors.trim(), true);
  return new Failure('not-staged', {
    en: [`${visible(path)} is written, but git did not stage it: ${said}`, `git add ${argument}`],
    fr: [`${visible(path)} est écrit, mais git ne l’a pas indexé : ${said}`, `git add ${argument}`],
  });
}

export function notASprint(written: string): Failure {
  const help = 'npx sprint-check start';
  return new Failure('usage', {
    en: [`“${visible(written)}” is not the number of a sprint.`, `open the next: ${help}`],
    fr: [`« ${visible(written)} » n’est pas un numéro de sprint.`, `ouvrez le suivant : ${help}`],
  });
}

/** The sprint is frozen, or there is a later one, so that no commit can open it; `next` can be opened. */
export function sprintOver(sprint: number, next: number): Failure {
  const help = `npx sprint-check start ${next}`;
  return new Failure('over', {
    en: [`Sprint S${sprint} is over.`, `open the next: ${help}`],
    fr: [`Le sprint S${sprint} est terminé.`, `ouvrez le suivant : ${help}`],
  });
}

/** `missing` is the command that restores the journal on disk. */
export function alreadyOpen(sprint: number, missing: string | null): Failure {
  const help = 'npx sprint-check start';
  return new Failure('reopened', {
    en: [`Sprint S${sprint} is already open.`, missing ?? `add to it: ${logCommand.en}\nor open the next: ${help}`],
    fr: [
      `Le sprint S${sprint} est déjà ouvert.`,
      missing ?? `complétez-le : ${logCommand.fr}\nou ouvrez le suivant : ${help}`,
    ],
  });
}

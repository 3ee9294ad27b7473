import { Failure } from '../failure.js';
import type { Journal } from '../journal/journal.js';
import { textFault } from '../journal/texts.js';
import type { Language, Translated, Words } from '../language.js';
import { visible } from '../report/visible.js';
import { logCommand } from './commands.js';
import { syntaxWords } from './syntax.js';
import { unreadableWords } from './yaml.js';

/** A journal that can't be read, with what its first diagnostic says. */
export function journalFailure(journal: Exclude<Journal, { state: 'read' }>): Failure {
  const { path } = journal;
  if (journal.state === 'unreadable') {
    const { reason } = journal;
    return new Failure('journal', { en: unreadableWords.en(reason, path), fr: unreadableWords.fr(reason, path) });
  }
  const { problem } = journal;
  const place = `${path}:${problem.location.line}:${problem.location.column}`;
  const at = (language: Language): Words => {
    const [message, help] = syntaxWords[language](problem, 'entries');
    return [`${place}: ${message}`, help];
  };
  return new Failure('journal', { en: at('en'), fr: at('fr') });
}

/** A journal to whose end no entry can be added. */
export function noEntryFits(path: string, reason: 'unlistable' | 'closed'): Failure {
  const words: Record<typeof reason, Translated<Words>> = {
    unlistable: {
      en: [
        `${visible(path)} is not a list with a dash before each entry, so none can be added.`,
        'write each of its entries as a list item: - who: …',
      ],
      fr: [
        `${visible(path)} n’est pas une liste avec un tiret devant chaque entrée : impossible d’en ajouter une.`,
        'écrivez chaque entrée comme un élément de liste : - who: …',
      ],
    },
    closed: {
      en: [
        `No entry can be added at the end of ${visible(path)}.`,
        'delete what follows the last entry, such as a line ..., then try again',
      ],
      fr: [
        `Impossible d’ajouter une entrée à la fin de ${visible(path)}.`,
        'supprimez ce qui suit la dernière entrée, comme une ligne ..., puis réessayez',
      ],
    },
  };
  return new Failure('journal', words[reason]);
}

/** The sprint has no journal that an entry could go into. */
export function noJournal(path: string, sprint: number, help: string | null): Failure {
  return new Failure('no-journal', {
    en: [`Sprint S${sprint} has no journal: ${visible(path)}`, help],
    fr: [`Le sprint S${sprint} n’a pas de journal : ${visible(path)}`, help],
  });
}

/** Neither a header nor a folder names a sprint. */
export function noSprint(): Failure {
  const help = 'npx sprint-check start';
  return new Failure('no-sprint', {
    en: ['No sprint is open.', help],
    fr: ['Aucun sprint n’est ouvert.', help],
  });
}

/** There is no entry to be answered. */
export function nothingPending(): Failure {
  return new Failure('nothing-pending', {
    en: ['No entry in any journal awaits an answer.', 'if it was asked elsewhere: git pull'],
    fr: ['Aucune entrée, dans aucun journal, n’attend de réponse.', 'si la demande a été faite ailleurs : git pull'],
  });
}

/** What is wrong with a text on the command line, which the journal's schema would not take; null where nothing is. */
export function textProblem(name: string, text: string): Failure | null {
  const fault = textFault(text);
  if (fault === null) return null;
  if (fault.kind === 'empty') {
    return new Failure('usage', {
      en: [`${name} is empty.`, 'write at least one word'],
      fr: [`${name} est vide.`, 'écrivez au moins un mot'],
    });
  }
  const found = (open: string, close: string, and: string) =>
    fault.leftovers.map((leftover) => `${open}${leftover}${close}`).join(and);
  return new Failure('usage', {
    en: [`${name} still contains the ${found('“', '”', ' and the ')} of a template.`, 'replace it with your own text'],
    fr: [`${name} contient encore le ${found('« ', ' »', ' et le ')} d’un gabarit.`, 'remplacez-le par votre texte'],
  });
}

/** Standard input can be one text. */
export function onlyOneFromInput(names: readonly string[]): Failure {
  const [first = '', second = ''] = names;
  return new Failure('usage', {
    en: [`${first} and ${second} can’t both be read from standard input.`, `give one of them as text: ${second} "…"`],
    fr: [
      `${first} et ${second} ne peuvent pas venir tous deux de l’entrée standard.`,
      `donnez l’un des deux en clair : ${second} "…"`,
    ],
  });
}

/** Standard input is in another encoding than UTF-8. */
export function inputNotUtf8(name: string): Failure {
  return new Failure('usage', {
    en: [`Standard input for ${name} is not UTF-8.`, `save it as UTF-8, or give it as text: ${name} "…"`],
    fr: [
      `L’entrée standard lue pour ${name} n’est pas en UTF-8.`,
      `enregistrez le texte en UTF-8, ou donnez-le en clair : ${name} "…"`,
    ],
  });
}

/** git did not stage a file that was written; `errors` is what it said. */
export function notStaged(path: string, argument: string, errors: string): Failure {
  if (/ignored by one of your/i.test(errors)) {
    return new Failure('not-staged', {
      en: [`${visible(path)} is written, but not staged: .gitignore excludes it.`, `git add -f ${argument}`],
      fr: [`${visible(path)} est écrit, mais pas indexé : .gitignore l’exclut.`, `git add -f ${argument}`],
    });
  }
  const said = visible(errors.trim(), true);
  return new Failure('not-staged', {
    en: [`${visible(path)} is written, but git did not stage it: ${said}`, `git add ${argument}`],
    fr: [`${visible(path)} est écrit, mais git ne l’a pas indexé : ${said}`, `git add ${argument}`],
  });
}

/** What stands where the number of a sprint should. */
export function notASprint(written: string): Failure {
  const help = 'npx sprint-check start';
  return new Failure('usage', {
    en: [`“${visible(written)}” is not the number of a sprint.`, `open the next: ${help}`],
    fr: [`« ${visible(written)} » n’est pas un numéro de sprint.`, `ouvrez le suivant : ${help}`],
  });
}

/** The header in HEAD has the sprint begin so long ago that no commit can open it any more. */
export function frozenAlready(sprint: number, at: string): Failure {
  const help = `npx sprint-check start ${sprint + 1}`;
  return new Failure('frozen', {
    en: [`Sprint S${sprint} has been frozen since ${at}, by the started_at in HEAD.`, `open the next: ${help}`],
    fr: [`Le sprint S${sprint} est gelé depuis ${at}, d’après started_at dans HEAD.`, `ouvrez le suivant : ${help}`],
  });
}

/** A sprint that was open before; `highest` is the newest one, `missing` what puts its journal back on disk. */
export function reopened(sprint: number, highest: number, missing: string | null): Failure {
  const help = 'npx sprint-check start';
  if (sprint < highest) {
    return new Failure('reopened', {
      en: [`Sprint S${sprint} is over: S${highest} came after it.`, `open the next: ${help}`],
      fr: [`Le sprint S${sprint} est terminé : S${highest} l’a suivi.`, `ouvrez le suivant : ${help}`],
    });
  }
  return new Failure('reopened', {
    en: [`Sprint S${sprint} is already open.`, missing ?? `add to it: ${logCommand.en}\nor open the next: ${help}`],
    fr: [
      `Le sprint S${sprint} est déjà ouvert.`,
      missing ?? `complétez-le : ${logCommand.fr}\nou ouvrez le suivant : ${help}`,
    ],
  });
}

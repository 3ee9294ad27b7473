import { Failure } from '../failure.js';
import type { Journal } from '../journal/journal.js';
import { textFault } from '../journal/texts.js';
import type { Language } from '../language.js';
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
  const [problem] = journal.problems;
  if (!problem) throw new Error('a broken journal without a problem');
  const place = `${path}:${problem.location.line}:${problem.location.column}`;
  const at = (language: Language) => {
    const { message, help } = syntaxWords[language](problem, 'entries');
    return { message: `${place}: ${message}`, help };
  };
  return new Failure('journal', { en: at('en'), fr: at('fr') });
}

/** A journal to whose end no entry can be added. */
export function noEntryFits(path: string, reason: 'unlistable' | 'closed'): Failure {
  const words = {
    unlistable: {
      en: {
        message: `${visible(path)} is not a list with a dash before each entry, so none can be added.`,
        help: 'write each of its entries as a list item: - who: …',
      },
      fr: {
        message: `${visible(path)} n’est pas une liste avec un tiret devant chaque entrée : impossible d’en ajouter une.`,
        help: 'écrivez chaque entrée comme un élément de liste : - who: …',
      },
    },
    closed: {
      en: {
        message: `No entry can be added at the end of ${visible(path)}.`,
        help: 'delete what follows the last entry, such as a line ..., then try again',
      },
      fr: {
        message: `Impossible d’ajouter une entrée à la fin de ${visible(path)}.`,
        help: 'supprimez ce qui suit la dernière entrée, comme une ligne ..., puis réessayez',
      },
    },
  };
  return new Failure('journal', words[reason]);
}

/** The sprint has no journal that an entry could go into. */
export function noJournal(path: string, sprint: number, help: string | null): Failure {
  return new Failure('no-journal', {
    en: { message: `Sprint S${sprint} has no journal: ${visible(path)}`, help },
    fr: { message: `Le sprint S${sprint} n’a pas de journal : ${visible(path)}`, help },
  });
}

/** Neither a header nor a folder names a sprint. */
export function noSprint(): Failure {
  const help = 'npx sprint-check start';
  return new Failure('no-sprint', {
    en: { message: 'No sprint is open.', help },
    fr: { message: 'Aucun sprint n’est ouvert.', help },
  });
}

/** There is no entry to be answered. */
export function nothingPending(): Failure {
  return new Failure('nothing-pending', {
    en: {
      message: 'No entry in any journal awaits an answer.',
      help: 'if it was asked elsewhere: git pull',
    },
    fr: {
      message: 'Aucune entrée, dans aucun journal, n’attend de réponse.',
      help: 'si la demande a été faite ailleurs : git pull',
    },
  });
}

/** What is wrong with a text on the command line, which the journal's schema would not take; null where nothing is. */
export function textProblem(name: string, text: string): Failure | null {
  const fault = textFault(text);
  if (fault === null) return null;
  if (fault.kind === 'empty') {
    return new Failure('usage', {
      en: { message: `${name} is empty.`, help: 'write at least one word' },
      fr: { message: `${name} est vide.`, help: 'écrivez au moins un mot' },
    });
  }
  const found = (open: string, close: string, and: string) =>
    fault.leftovers.map((leftover) => `${open}${leftover}${close}`).join(and);
  return new Failure('usage', {
    en: {
      message: `${name} still contains the ${found('“', '”', ' and the ')} of a template.`,
      help: 'replace it with your own text',
    },
    fr: {
      message: `${name} contient encore le ${found('« ', ' »', ' et le ')} d’un gabarit.`,
      help: 'remplacez-le par votre texte',
    },
  });
}

/** Standard input can be one text. */
export function onlyOneFromInput(names: readonly string[]): Failure {
  const [first = '', second = ''] = names;
  return new Failure('usage', {
    en: {
      message: `${first} and ${second} can’t both be read from standard input.`,
      help: `give one of them as text: ${second} "…"`,
    },
    fr: {
      message: `${first} et ${second} ne peuvent pas venir tous deux de l’entrée standard.`,
      help: `donnez l’un des deux en clair : ${second} "…"`,
    },
  });
}

/** Standard input is in another encoding than UTF-8. */
export function inputNotUtf8(name: string): Failure {
  return new Failure('usage', {
    en: {
      message: `Standard input for ${name} is not UTF-8.`,
      help: `save it as UTF-8, or give it as text: ${name} "…"`,
    },
    fr: {
      message: `L’entrée standard lue pour ${name} n’est pas en UTF-8.`,
      help: `enregistrez le texte en UTF-8, ou donnez-le en clair : ${name} "…"`,
    },
  });
}

/** git did not stage a file that was written; `errors` is what it said. */
export function notStaged(path: string, argument: string, errors: string): Failure {
  if (/ignored by one of your/i.test(errors)) {
    return new Failure('not-staged', {
      en: {
        message: `${visible(path)} is written, but not staged: .gitignore excludes it.`,
        help: `git add -f ${argument}`,
      },
      fr: {
        message: `${visible(path)} est écrit, mais pas indexé : .gitignore l’exclut.`,
        help: `git add -f ${argument}`,
      },
    });
  }
  const said = visible(errors.trim(), true);
  return new Failure('not-staged', {
    en: { message: `${visible(path)} is written, but git did not stage it: ${said}`, help: `git add ${argument}` },
    fr: {
      message: `${visible(path)} est écrit, mais git ne l’a pas indexé : ${said}`,
      help: `git add ${argument}`,
    },
  });
}

/** What stands where the number of a sprint should. */
export function notASprint(written: string): Failure {
  const help = 'npx sprint-check start';
  return new Failure('usage', {
    en: { message: `“${visible(written)}” is not the number of a sprint.`, help: `open the next: ${help}` },
    fr: { message: `« ${visible(written)} » n’est pas un numéro de sprint.`, help: `ouvrez le suivant : ${help}` },
  });
}

/** A sprint that was open before; `highest` is the newest one, `missing` what puts its journal back on disk. */
export function reopened(sprint: number, highest: number, missing: string | null): Failure {
  const help = 'npx sprint-check start';
  if (sprint < highest) {
    return new Failure('reopened', {
      en: { message: `Sprint S${sprint} is over: S${highest} came after it.`, help: `open the next: ${help}` },
      fr: { message: `Le sprint S${sprint} est terminé : S${highest} l’a suivi.`, help: `ouvrez le suivant : ${help}` },
    });
  }
  return new Failure('reopened', {
    en: {
      message: `Sprint S${sprint} is already open.`,
      help: missing ?? `add to it: ${logCommand.en}\nor open the next: ${help}`,
    },
    fr: {
      message: `Le sprint S${sprint} est déjà ouvert.`,
      help: missing ?? `complétez-le : ${logCommand.fr}\nou ouvrez le suivant : ${help}`,
    },
  });
}

import { Failure } from '../failure.js';
import type { Journal } from '../journal/journal.js';
import { textFault } from '../journal/texts.js';
import type { Language } from '../language.js';
import { visible } from '../report/visible.js';
import { logCommand } from './log-command.js';
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
        message: `${visible(path)} is no list with a dash before each entry, so none can be added to it.`,
        help: 'write each of its entries as an item of its own: - who: …',
      },
      fr: {
        message: `${visible(path)} n’est pas une liste avec un tiret devant chaque entrée : impossible d’en ajouter une.`,
        help: 'écrivez chacune de ses entrées comme un élément à part : - who: …',
      },
    },
    closed: {
      en: {
        message: `Nothing can follow the end of ${visible(path)}.`,
        help: 'delete what stands there below the last entry, such as a line ..., then try again',
      },
      fr: {
        message: `Rien ne peut suivre la fin de ${visible(path)}.`,
        help: 'supprimez ce qui y suit la dernière entrée, comme une ligne ..., puis recommencez',
      },
    },
  };
  return new Failure('journal', words[reason]);
}

/** The sprint has no journal that an entry could go into. */
export function noJournal(sprint: number, path: string): Failure {
  const help = `npx sprint-check start ${sprint}`;
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
      message: 'No entry of any journal awaits an answer.',
      help: 'fetch what was asked elsewhere: git pull',
    },
    fr: {
      message: 'Aucune entrée, dans aucun journal, n’attend de réponse.',
      help: 'récupérez ce qui a été demandé ailleurs : git pull',
    },
  });
}

/** What is wrong with a text on the command line, which the journal's schema would not take; null where nothing is. */
export function textProblem(name: string, text: string): Failure | null {
  const fault = textFault(text);
  if (fault === null) return null;
  if (fault.kind === 'empty') {
    return new Failure('usage', {
      en: { message: `${name} shows nothing.`, help: 'write at least a word' },
      fr: { message: `${name} ne montre rien.`, help: 'écrivez au moins un mot' },
    });
  }
  const found = (open: string, close: string, and: string) =>
    fault.leftovers.map((leftover) => `${open}${leftover}${close}`).join(and);
  return new Failure('usage', {
    en: {
      message: `${name} still has the ${found('“', '”', ' and the ')} of a template.`,
      help: 'write what is to stand in its place',
    },
    fr: {
      message: `${name} contient encore le ${found('« ', ' »', ' et le ')} d’un gabarit.`,
      help: 'écrivez ce qui doit le remplacer',
    },
  });
}

/** Standard input can be one text. */
export function onlyOneFromInput(names: readonly string[]): Failure {
  const [first = '', second = ''] = names;
  return new Failure('usage', {
    en: {
      message: `${first} and ${second} can’t both be read from standard input.`,
      help: `write one of them out: ${second} "…"`,
    },
    fr: {
      message: `${first} et ${second} ne peuvent pas venir tous deux de l’entrée standard.`,
      help: `écrivez l’un des deux : ${second} "…"`,
    },
  });
}

/** Standard input is in another encoding than UTF-8. */
export function inputNotUtf8(name: string): Failure {
  return new Failure('usage', {
    en: {
      message: `What standard input has for ${name} is not UTF-8.`,
      help: `save it as UTF-8, or write it out: ${name} "…"`,
    },
    fr: {
      message: `Ce que l’entrée standard donne pour ${name} n’est pas en UTF-8.`,
      help: `enregistrez-le en UTF-8, ou écrivez-le : ${name} "…"`,
    },
  });
}

/** git did not stage a file that was written; `errors` is what it said. */
export function notStaged(path: string, argument: string, errors: string): Failure {
  if (/ignored by one of your/i.test(errors)) {
    return new Failure('not-staged', {
      en: {
        message: `${visible(path)} is written, but not staged: .gitignore has git ignore it.`,
        help: `git add -f ${argument}`,
      },
      fr: {
        message: `${visible(path)} est écrit, mais pas indexé : .gitignore le fait ignorer par git.`,
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

/** A sprint that was open before; `highest` is the newest one. */
export function reopened(sprint: number, highest: number): Failure {
  const help = 'npx sprint-check start';
  if (sprint < highest) {
    return new Failure('reopened', {
      en: { message: `Sprint S${sprint} is over: S${highest} came after it.`, help: `open the next: ${help}` },
      fr: { message: `Le sprint S${sprint} est passé : S${highest} l’a suivi.`, help: `ouvrez le suivant : ${help}` },
    });
  }
  return new Failure('reopened', {
    en: {
      message: `Sprint S${sprint} is open already.`,
      help: `add to it: ${logCommand.en}\nor open the next: ${help}`,
    },
    fr: {
      message: `Le sprint S${sprint} est déjà ouvert.`,
      help: `complétez-le : ${logCommand.fr}\nou ouvrez le suivant : ${help}`,
    },
  });
}

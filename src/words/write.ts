import type { HeaderProblem } from '../facts/notes.js';
import { Failure } from '../failure.js';
import type { Journal } from '../journal/journal.js';
import type { SchemaProblem } from '../journal/schema-problem.js';
import type { Language } from '../language.js';
import { visible } from '../report/visible.js';
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

/** Neither a header nor a folder names a sprint; with a header, its `sprint_id` can't be read. */
export function noSprint(notes: string, hasHeader: boolean): Failure {
  if (hasHeader) {
    return new Failure('no-sprint', {
      en: { message: `The sprint header of ${visible(notes)} can’t be read.`, help: 'npx sprint-check pre-commit' },
      fr: {
        message: `L’en-tête de sprint de ${visible(notes)} est illisible.`,
        help: 'npx sprint-check pre-commit',
      },
    });
  }
  return new Failure('no-sprint', {
    en: { message: 'No sprint is open.', help: 'npx sprint-check start' },
    fr: { message: 'Aucun sprint n’est ouvert.', help: 'npx sprint-check start' },
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

const visibleCharacter = /[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u;

/** What is wrong with a text on the command line; null where it shows something. */
export function textProblem(name: string, text: string): Failure | null {
  return visibleCharacter.test(text) ? null : refusedText(name, 'empty');
}

/** A text that the journal's schema does not take. */
export function refusedText(name: string, kind: SchemaProblem['kind']): Failure {
  const words =
    kind === 'unfilled'
      ? {
          en: { message: `${name} still has the “…” of a template.`, help: 'write what is to stand in its place' },
          fr: { message: `${name} contient encore le « … » d’un gabarit.`, help: 'écrivez ce qui doit le remplacer' },
        }
      : {
          en: { message: `${name} shows nothing.`, help: 'write at least a word' },
          fr: { message: `${name} ne montre rien.`, help: 'écrivez au moins un mot' },
        };
  return new Failure('usage', words);
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
  return new Failure('usage', {
    en: { message: `“${visible(written)}” is not the number of a sprint.`, help: 'npx sprint-check start 4' },
    fr: { message: `« ${visible(written)} » n’est pas un numéro de sprint.`, help: 'npx sprint-check start 4' },
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
      help: `add to it: npx sprint-check log\nor open the next: ${help}`,
    },
    fr: {
      message: `Le sprint S${sprint} est déjà ouvert.`,
      help: `complétez-le : npx sprint-check log\nou ouvrez le suivant : ${help}`,
    },
  });
}

/** The sprint header can't be written into the notes; `problem` is what is wrong with them, null where it is their form. */
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
  return new Failure('notes', {
    en: {
      message: `The sprint header of ${visible(path)} can’t be written.`,
      help: 'close the fence or the comment that is open there, and write the header with a key: value on each line',
    },
    fr: {
      message: `Impossible d’écrire l’en-tête de sprint de ${visible(path)}.`,
      help: 'fermez le bloc ou le commentaire qui y reste ouvert, et écrivez l’en-tête avec une clé: valeur par ligne',
    },
  });
}

const prompts: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  did: { en: 'What was done?', fr: 'Qu’est-ce qui est fait ?' },
  ask: { en: 'What is the PO to test?', fr: 'Que doit tester le PO ?' },
  context: { en: 'Where (address, account, PR)?', fr: 'Où (adresse, compte, PR) ?' },
  reply: { en: 'OK or KO?', fr: 'OK ou KO ?' },
  details: { en: 'What was seen?', fr: 'Qu’avez-vous constaté ?' },
};

/** What a person is asked for the text of a key. */
export function promptOf(key: string, language: Language): string {
  return `${prompts[key]?.[language] ?? key} `;
}

interface WriteWords {
  readonly next: string;
  readonly logged: (entry: number, path: string, isStaged: boolean) => string;
  readonly frozen: (sprint: number, at: string) => string;
  readonly replied: (reply: string, path: string, isStaged: boolean) => string;
  readonly done: (count: number) => string;
  readonly lastWord: (sprint: number, reply: string) => string;
  readonly opened: (sprint: number, at: string) => string;
  readonly written: string;
  readonly kept: string;
  readonly openCommit: (sprint: number) => string;
  readonly replyCommit: (sprint: number, reply: string) => string;
}

/** What the commands that write say of what they did. */
export const writeWords: Readonly<Record<Language, WriteWords>> = {
  en: {
    next: 'next:',
    logged: (entry, path, isStaged) => `Entry ${entry} is written to ${path}${isStaged ? ' and staged' : ''}.`,
    frozen: (sprint, at) => `Sprint S${sprint} has been frozen since ${at}: a commit of it will be refused.`,
    replied: (reply, path, isStaged) => `The PO’s ${reply} is written to ${path}${isStaged ? ' and staged' : ''}.`,
    done: (count) => (count === 1 ? '1 ask is done.' : `${count} asks are done.`),
    lastWord: (sprint, reply) => `The PO’s last word, in S${sprint}: ${reply}`,
    opened: (sprint, at) => `Sprint S${sprint} is open, until the freeze at ${at}.`,
    written: 'written:',
    kept: 'kept:',
    openCommit: (sprint) => `Open sprint S${sprint}`,
    replyCommit: (sprint, reply) => `Answer sprint S${sprint}: ${reply}`,
  },
  fr: {
    next: 'ensuite :',
    logged: (entry, path, isStaged) => `L’entrée ${entry} est écrite dans ${path}${isStaged ? ' et indexée' : ''}.`,
    frozen: (sprint, at) => `Le sprint S${sprint} est gelé depuis ${at} : un commit y sera refusé.`,
    replied: (reply, path, isStaged) => `Le ${reply} du PO est écrit dans ${path}${isStaged ? ' et indexé' : ''}.`,
    done: (count) => (count > 1 ? `${count} demandes sont closes.` : '1 demande est close.'),
    lastWord: (sprint, reply) => `Dernier mot du PO, dans S${sprint} : ${reply}`,
    opened: (sprint, at) => `Le sprint S${sprint} est ouvert, jusqu’au gel à ${at}.`,
    written: 'écrits :',
    kept: 'gardés :',
    openCommit: (sprint) => `Ouvrir le sprint S${sprint}`,
    replyCommit: (sprint, reply) => `Répondre au sprint S${sprint} : ${reply}`,
  },
};

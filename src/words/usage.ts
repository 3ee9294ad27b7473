import { closest, distance } from 'fastest-levenshtein';
import { type CommandName, commandNames, flagNames, type UsageProblem } from '../arguments.js';
import { Failure } from '../failure.js';
import type { Language } from '../rules/rule.js';

/** The usage error of a command line that can't be carried out. */
export function usageFailure(problem: UsageProblem): Failure {
  const meant = suggestion(problem);
  const help = {
    en: meant ? `did you mean: ${meant}` : `sprint-check ${ofCommand(problem)}--help`,
    fr: meant ? `vouliez-vous dire : ${meant}` : `sprint-check ${ofCommand(problem)}--help`,
  };
  return new Failure('usage', {
    en: { message: english(problem), help: help.en },
    fr: { message: french(problem), help: help.fr },
  });
}

function ofCommand(problem: UsageProblem): string {
  return 'command' in problem ? `${problem.command} ` : '';
}

function suggestion(problem: UsageProblem): string | null {
  if (problem.kind === 'unknown-command')
    return resembling(problem.name, commandNames, (name) => `sprint-check ${name}`);
  if (problem.kind === 'unknown-flag') {
    const flags = flagNames.map((name) => `--${name}`);
    return resembling(problem.name, flags, (name) => name);
  }
  if (problem.kind === 'unknown-value') {
    return resembling(problem.value, problem.known, (name) => `${problem.name} ${name}`);
  }
  return null;
}

/** The known word that a misspelt one resembles, shown; null where none comes near. */
function resembling(word: string, known: readonly string[], show: (name: string) => string): string | null {
  const nearest = closest(word, known);
  return distance(word, nearest) <= Math.max(2, nearest.length / 3) ? show(nearest) : null;
}

function english(problem: UsageProblem): string {
  switch (problem.kind) {
    case 'unknown-command':
      return `There is no command "${problem.name}".`;
    case 'unknown-flag':
      return `There is no flag ${problem.name}.`;
    case 'not-of-command':
      return `${problem.command} does not take ${problem.name}.`;
    case 'value-missing':
      return `${problem.name} needs a value.`;
    case 'value-unwanted':
      return `${problem.name} takes no value.`;
    case 'unknown-value':
      return `${problem.name} can't be "${problem.value}"; it is one of ${problem.known.join(', ')}.`;
    case 'operand-unwanted':
      return `${problem.command} does not take "${problem.name}".`;
  }
}

function french(problem: UsageProblem): string {
  switch (problem.kind) {
    case 'unknown-command':
      return `Il n’y a pas de commande « ${problem.name} ».`;
    case 'unknown-flag':
      return `Il n’y a pas d’option ${problem.name}.`;
    case 'not-of-command':
      return `${problem.command} n’accepte pas ${problem.name}.`;
    case 'value-missing':
      return `${problem.name} attend une valeur.`;
    case 'value-unwanted':
      return `${problem.name} n’attend pas de valeur.`;
    case 'unknown-value':
      return `${problem.name} ne peut pas être « ${problem.value} » ; c’est l’un de ${problem.known.join(', ')}.`;
    case 'operand-unwanted':
      return `${problem.command} n’accepte pas « ${problem.name} ».`;
  }
}

const flagLines: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    '--from <rev>': 'where the range starts: commits that it reaches are not judged',
    '--to <rev>': 'the tip of the range (default: HEAD)',
    '--format <form>': 'text or json',
    '--lang <language>': 'en or fr',
    '--quiet': 'print nothing on a pass, and only errors otherwise',
    '--color, --no-color': 'colours, whatever the terminal',
    '-h, --help': 'this help, or that of a command',
    '-v, --version': 'the version',
  },
  fr: {
    '--from <rev>': 'début de la plage : les commits qu’il atteint ne sont pas jugés',
    '--to <rev>': 'bout de la plage (par défaut : HEAD)',
    '--format <forme>': 'text ou json',
    '--lang <langue>': 'en ou fr',
    '--quiet': 'ne rien afficher si tout passe, et sinon seulement les erreurs',
    '--color, --no-color': 'couleurs, quel que soit le terminal',
    '-h, --help': 'cette aide, ou celle d’une commande',
    '-v, --version': 'la version',
  },
};

const commandLines: Readonly<Record<Language, Readonly<Record<CommandName, string>>>> = {
  en: {
    check: 'judge a range of commits and its tip (the default; for CI)',
    'pre-commit': 'judge the commit being made (git hook)',
    'pre-merge-commit': 'the same, for a merge (git hook)',
    'pre-push': 'judge what a push would publish; git’s lines on stdin (git hook)',
    'pre-receive': 'the same on a server, in a bare repository (git hook)',
  },
  fr: {
    check: 'juger une plage de commits et son bout (par défaut ; pour la CI)',
    'pre-commit': 'juger le commit en cours (hook git)',
    'pre-merge-commit': 'de même, pour une fusion (hook git)',
    'pre-push': 'juger ce qu’un push publierait ; les lignes de git sur stdin (hook git)',
    'pre-receive': 'de même sur un serveur, dans un dépôt nu (hook git)',
  },
};

const synopses: Readonly<Record<CommandName, string>> = {
  check: 'sprint-check [check] [--from <rev>] [--to <rev>]',
  'pre-commit': 'sprint-check pre-commit',
  'pre-merge-commit': 'sprint-check pre-merge-commit',
  'pre-push': 'sprint-check pre-push [<remote> [<url>]]',
  'pre-receive': 'sprint-check pre-receive',
};

/** The help of the tool, or of one command. */
export function helpText(language: Language, command: CommandName | null): string {
  const flags = Object.entries(flagLines[language]).filter(
    ([flag]) => command === null || command === 'check' || !/^--(from|to) /.test(flag),
  );
  if (command !== null) return `${synopses[command]}\n\n  ${commandLines[language][command]}\n\n${columns(flags)}\n`;
  return `sprint-check <${language === 'fr' ? 'commande' : 'command'}>\n\n${columns(Object.entries(commandLines[language]))}\n\n${columns(flags)}\n`;
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, line]) => `  ${name.padEnd(width)}  ${line}`).join('\n');
}

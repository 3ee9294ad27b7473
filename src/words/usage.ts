import { type CommandName, commandNames, flagNames, formatNames, takesFlag, type UsageProblem } from '../arguments.js';
import { Failure } from '../failure.js';
import type { Language } from '../language.js';
import { nearest } from '../nearest.js';
import { visible } from '../report/visible.js';
import { typeset } from './report.js';

/** The usage error of a command line that can't be carried out. */
export function usageFailure(given: UsageProblem): Failure {
  const meant = suggestion(given);
  // A line feed in an argument is none of the message's own.
  const problem = { ...given, name: visible(given.name), ...('value' in given && { value: visible(given.value) }) };
  const help = {
    en: meant ? `did you mean: ${meant}` : where(problem),
    fr: meant ? `vouliez-vous dire : ${meant}` : where(problem),
  };
  return new Failure('usage', {
    en: { message: english(problem), help: help.en },
    fr: { message: french(problem), help: help.fr },
  });
}

/** The command that lists what there is. */
function where(problem: UsageProblem): string {
  if (problem.kind === 'unknown-rule') return 'sprint-check explain';
  return 'command' in problem ? `sprint-check ${problem.command} --help` : 'sprint-check --help';
}

function suggestion(problem: UsageProblem): string | null {
  if (problem.kind === 'unknown-command')
    return resembling(problem.name, commandNames, (name) => `sprint-check ${name}`);
  if (problem.kind === 'unknown-flag') {
    const flags = flagNames.map((name) => `--${name}`);
    return resembling(problem.name, flags, (name) => name);
  }
  if (problem.kind === 'unknown-rule') {
    const { name, known } = problem;
    const sameEnd = known.find((id) => id.endsWith(`/${name}`));
    const show = (id: string) => `sprint-check explain ${id}`;
    return sameEnd ? show(sameEnd) : resembling(name, known, show);
  }
  if (problem.kind === 'unknown-value') {
    return resembling(problem.value, problem.known, (name) => `${problem.name} ${name}`);
  }
  return null;
}

/** The known word that a misspelt one resembles, shown; null where none does. */
function resembling(word: string, known: readonly string[], show: (name: string) => string): string | null {
  const found = nearest(word, known);
  return found === null ? null : show(found);
}

function english(problem: UsageProblem): string {
  switch (problem.kind) {
    case 'unknown-command':
      return `There is no command "${problem.name}".`;
    case 'unknown-flag':
      return `There is no flag ${problem.name}.`;
    case 'unknown-rule':
      return `There is no rule "${problem.name}".`;
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
    case 'unknown-rule':
      return `Il n’y a pas de règle « ${problem.name} ».`;
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
    '--from <rev>': 'where the range of check starts: commits that it reaches are not judged',
    '--to <rev>': 'the tip of the range (default: HEAD)',
    '--format <format>': `${formatNames.join(', ')} (default: text, and github in GitHub Actions)`,
    '--quiet': 'print nothing on a pass, and only errors otherwise',
    '--lang <language>': 'en or fr (default: the config’s, else the environment’s)',
    '--color, --no-color': 'colours, whatever the terminal',
    '-h, --help': 'this help, or that of a command',
    '-v, --version': 'the version',
  },
  fr: {
    '--from <rev>': 'début de la plage de check : les commits qu’il atteint ne sont pas jugés',
    '--to <rev>': 'bout de la plage (par défaut : HEAD)',
    '--format <format>': `${formatNames.join(', ')} (par défaut : text, et github dans GitHub Actions)`,
    '--quiet': 'ne rien afficher si tout passe, et sinon seulement les erreurs',
    '--lang <langue>': 'en ou fr (par défaut : celle de la configuration, sinon de l’environnement)',
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
    explain: 'say what all rules want, or what one wants, why, and how to mend it',
  },
  fr: {
    check: 'juger une plage de commits et son bout (par défaut ; pour la CI)',
    'pre-commit': 'juger le commit en cours (hook git)',
    'pre-merge-commit': 'de même, pour une fusion (hook git)',
    'pre-push': 'juger ce qu’un push publierait ; les lignes de git sur stdin (hook git)',
    'pre-receive': 'de même sur un serveur, dans un dépôt nu (hook git)',
    explain: 'dire ce que veulent les règles, ou ce que l’une veut, pourquoi, et comment réparer',
  },
};

const synopses: Readonly<Record<CommandName, string>> = {
  check: 'sprint-check [check] [--from <rev>] [--to <rev>]',
  'pre-commit': 'sprint-check pre-commit',
  'pre-merge-commit': 'sprint-check pre-merge-commit',
  'pre-push': 'sprint-check pre-push [<remote> [<url>]]',
  'pre-receive': 'sprint-check pre-receive',
  explain: 'sprint-check explain [<rule>]',
};

const helpWords: Readonly<Record<Language, { readonly synopsis: string; readonly exit: string }>> = {
  en: {
    synopsis: 'sprint-check [<command>] [<flags>]',
    exit: 'exit code 0: passes, warnings included; 1: refused; 2: could not decide',
  },
  fr: {
    synopsis: 'sprint-check [<commande>] [<options>]',
    exit: 'code de sortie 0 : tout passe, avertissements compris ; 1 : refusé ; 2 : n’a pas pu décider',
  },
};

/** The help of the tool, or of one command. */
export function helpText(language: Language, command: CommandName | null): string {
  const { synopsis, exit } = helpWords[language];
  const flags = Object.entries(flagLines[language]).filter(
    ([line]) => !command || flagNames.some((name) => line.includes(`--${name}`) && takesFlag(command, name)),
  );
  const parts =
    command === null
      ? [synopsis, indented(Object.entries(commandLines[language])), indented(flags), exit]
      : [synopses[command], `  ${commandLines[language][command]}`, indented(flags)];
  return `${parts.map((part) => typeset(language, part)).join('\n\n')}\n`;
}

function indented(rows: readonly (readonly string[])[]): string {
  return columns(rows)
    .map((row) => `  ${row}`)
    .join('\n');
}

/** Rows of a table as lines, two spaces between the columns. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

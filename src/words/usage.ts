import { Failure } from '../failure.js';
import { nearest } from '../nearest.js';
import { visible } from '../report/visible.js';

/** What may be unknown: its name in both languages, what stands before it on a command line, and what lists all there are. */
const kinds = {
  command: { en: 'Unknown command', fr: 'Commande inconnue', before: 'npx sprint-check ', list: '--help' },
  flag: { en: 'Unknown flag', fr: 'Option inconnue', before: '', list: '--help' },
  rule: { en: 'Unknown rule', fr: 'Règle inconnue', before: 'npx sprint-check explain ', list: 'explain' },
} as const;

/** A command, a flag or a rule that does not exist; `known` are those that do. */
export function unknownName(kind: keyof typeof kinds, name: string, known: readonly string[]): Failure {
  const { en, fr, before, list } = kinds[kind];
  const match = nearest(name, known);
  const suggestion = match === null ? null : `${before}${match}`;
  return usageFailure(`${en}: ${name}`, `${fr} : ${name}`, `npx sprint-check ${list}`, suggestion);
}

/** A value that a flag, or an operand of the command, does not accept; `known` are those that it does. */
export function unknownValue(name: string, value: string, known: readonly string[], command?: string): Failure {
  const match = nearest(value, known);
  const before = name === command ? 'npx sprint-check ' : '';
  return usageFailure(
    `${name} does not accept "${value}". Possible values: ${known.join(', ')}`,
    `${name} n’accepte pas « ${value} ». Valeurs possibles : ${known.join(', ')}`,
    helpOf(command),
    match === null ? null : `${before}${name} ${match}`,
  );
}

/** A flag or an operand that the command does not take, or a value for a flag that has none. */
export function unwanted(written: string, command: string): Failure {
  return usageFailure(`${command} does not take ${written}.`, `${command} n’accepte pas ${written}.`, helpOf(command));
}

export function valueMissing(flag: string, command: string): Failure {
  return usageFailure(`${flag} needs a value.`, `${flag} attend une valeur.`, helpOf(command));
}

/** A flag or an operand that the command can't do without. */
export function missing(name: string, command: string): Failure {
  return usageFailure(`${command} needs ${name}.`, `${command} attend ${name}.`, helpOf(command));
}

function helpOf(command?: string): string {
  return command ? `npx sprint-check ${command} --help` : 'npx sprint-check --help';
}

/** `help` is the command that says more, for where nothing is suggested. What was typed may hold line feeds; a message is one line. */
function usageFailure(en: string, fr: string, help: string, suggestion: string | null = null): Failure {
  return new Failure('usage', {
    en: [visible(en), suggestion === null ? help : `did you mean: ${suggestion}`],
    fr: [visible(fr), suggestion === null ? help : `vouliez-vous dire : ${suggestion}`],
  });
}

import { Failure } from '../failure.js';
import { nearest } from '../nearest.js';
import { visible } from '../report/visible.js';
import { refArgument } from './commands.js';

/** `before` precedes the name on a command line, `list` lists the known names. */
const kinds = {
  command: { en: 'Unknown command', fr: 'Commande inconnue', before: 'npx sprint-check ', list: '--help' },
  flag: { en: 'Unknown flag', fr: 'Option inconnue', before: '', list: '--help' },
  rule: { en: 'Unknown rule', fr: 'Règle inconnue', before: 'npx sprint-check explain ', list: 'explain' },
} as const;

export function unknownName(kind: keyof typeof kinds, name: string, known: readonly string[]): Failure {
  const { en, fr, before, list } = kinds[kind];
  const match = nearest(name, known);
  const suggestion = match === null ? null : `${before}${match}`;
  return usageFailure(`${en}: ${name}`, `${fr} : ${name}`, `npx sprint-check ${list}`, suggestion);
}

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

export function unwanted(written: string, command: string): Failure {
  return usageFailure(`${command} does not take ${written}.`, `${command} n’accepte pas ${written}.`, helpOf(command));
}

export function valueMissing(flag: string, command: string): Failure {
  return usageFailure(`${flag} needs a value.`, `${flag} attend une valeur.`, helpOf(command));
}

export function missing(name: string, command: string): Failure {
  return usageFailure(`${command} needs ${name}.`, `${command} attend ${name}.`, helpOf(command));
}

/** `written` is a range, of which these are the ends. */
export function notOneRevision(written: string, from: string, to: string): Failure {
  return usageFailure(
    `"${written}" is a range; --from and --to take one revision each.`,
    `« ${written} » est un intervalle ; --from et --to attendent chacun une seule révision.`,
    `npx sprint-check --from ${refArgument(from)} --to ${refArgument(to)}`,
  );
}

function helpOf(command?: string): string {
  return command ? `npx sprint-check ${command} --help` : 'npx sprint-check --help';
}

/** `help` is shown if nothing is suggested. Typed text may have line feeds; a message is one line. */
function usageFailure(en: string, fr: string, help: string, suggestion: string | null = null): Failure {
  return new Failure('usage', {
    en: [visible(en), suggestion === null ? help : `did you mean: ${suggestion}`],
    fr: [visible(fr), suggestion === null ? help : `vouliez-vous dire : ${suggestion}`],
  });
}

import { Failure } from '../failure.js';
import { nearest } from '../nearest.js';
import { visible } from '../report/visible.js';

/** What is wrong with a command line: facts only, no wording. `known` is what may stand there. */
export type UsageProblem =
  | { readonly kind: 'unknown-command' | 'unknown-flag' | 'unknown-rule'; readonly name: string; readonly known: Known }
  | {
      readonly kind: 'unknown-value';
      readonly name: string;
      readonly value: string;
      readonly known: Known;
      readonly command?: string;
    }
  | { readonly kind: 'not-of-command' | 'operand-unwanted'; readonly name: string; readonly command: string }
  | { readonly kind: 'value-missing' | 'missing'; readonly name: string; readonly command: string }
  | { readonly kind: 'value-unwanted'; readonly name: string };

type Known = readonly string[];

/** The usage error of a command line that can't be carried out. */
export function usageFailure(problem: UsageProblem): Failure {
  const suggestion = suggested(problem);
  const help = suggestion ?? helpCommand(problem);
  // What was typed may hold line feeds; a message is one line.
  const shown = {
    ...problem,
    name: visible(problem.name),
    ...('value' in problem && { value: visible(problem.value) }),
  };
  return new Failure('usage', {
    en: [english(shown), suggestion ? `did you mean: ${help}` : help],
    fr: [french(shown), suggestion ? `vouliez-vous dire : ${help}` : help],
  });
}

/** The command that lists what there is. */
function helpCommand(problem: UsageProblem): string {
  if (problem.kind === 'unknown-rule') return 'npx sprint-check explain';
  return 'command' in problem && problem.command
    ? `npx sprint-check ${problem.command} --help`
    : 'npx sprint-check --help';
}

/** What is to be typed in place of a misspelt word; null where none resembles it. */
function suggested(problem: UsageProblem): string | null {
  switch (problem.kind) {
    case 'unknown-command':
      return resembling(problem.name, problem.known, 'npx sprint-check ');
    case 'unknown-flag':
      return resembling(problem.name, problem.known, '');
    case 'unknown-rule': {
      const sameEnd = problem.known.filter((id) => id.endsWith(`/${problem.name}`));
      return resembling(
        sameEnd.length === 1 ? `${sameEnd[0]}` : problem.name,
        problem.known,
        'npx sprint-check explain ',
      );
    }
    case 'unknown-value':
      return resembling(
        problem.value,
        problem.known,
        `${problem.name.startsWith('-') ? '' : 'npx sprint-check '}${problem.name} `,
      );
    default:
      return null;
  }
}

function resembling(word: string, known: Known, before: string): string | null {
  const match = nearest(word, known);
  return match === null ? null : `${before}${match}`;
}

function english(problem: UsageProblem): string {
  switch (problem.kind) {
    case 'unknown-command':
      return `Unknown command: "${problem.name}"`;
    case 'unknown-flag':
      return `Unknown flag: ${problem.name}`;
    case 'unknown-rule':
      return `Unknown rule: "${problem.name}"`;
    case 'unknown-value':
      return `${problem.name} does not accept "${problem.value}". Possible values: ${problem.known.join(', ')}`;
    case 'not-of-command':
      return `${problem.command} does not take ${problem.name}.`;
    case 'operand-unwanted':
      return `${problem.command} does not take "${problem.name}".`;
    case 'missing':
      return `${problem.command} needs ${problem.name}.`;
    case 'value-missing':
      return `${problem.name} needs a value.`;
    case 'value-unwanted':
      return `${problem.name} takes no value.`;
  }
}

function french(problem: UsageProblem): string {
  switch (problem.kind) {
    case 'unknown-command':
      return `Commande inconnue : « ${problem.name} »`;
    case 'unknown-flag':
      return `Option inconnue : ${problem.name}`;
    case 'unknown-rule':
      return `Règle inconnue : « ${problem.name} »`;
    case 'unknown-value':
      return `${problem.name} n’accepte pas « ${problem.value} ». Valeurs possibles : ${problem.known.join(', ')}`;
    case 'not-of-command':
      return `${problem.command} n’accepte pas ${problem.name}.`;
    case 'operand-unwanted':
      return `${problem.command} n’accepte pas « ${problem.name} ».`;
    case 'missing':
      return `${problem.command} attend ${problem.name}.`;
    case 'value-missing':
      return `${problem.name} attend une valeur.`;
    case 'value-unwanted':
      return `${problem.name} n’attend pas de valeur.`;
  }
}

import { Failure, type FailureWords } from '../failure.js';
import type { Language } from '../language.js';
import { english } from './english.js';
import { french } from './french.js';
import type { ConfigProblem } from './problem.js';
import type { ConfigWords } from './typed.js';

const words: Readonly<Record<Language, ConfigWords>> = { en: english, fr: french };

/** The message (the fact, with file and line) and the help (the remedy, as something to type) of a problem. */
export function describeConfigProblem(problem: ConfigProblem, language: Language): FailureWords {
  const describe = words[language][problem.kind] as (problem: ConfigProblem) => FailureWords;
  return describe(problem);
}

/** The Failure (exit 2) of a config that is broken: a line for each problem, and one remedy for each. */
export function configFailure(problems: readonly ConfigProblem[]): Failure {
  return new Failure('config', { en: join(problems, 'en'), fr: join(problems, 'fr') });
}

function join(problems: readonly ConfigProblem[], language: Language): FailureWords {
  const described = problems.map((problem) => describeConfigProblem(problem, language));
  return {
    message: described.map(({ message }) => message).join('\n'),
    help: [...new Set(described.map(({ help }) => help))].join('\n'),
  };
}

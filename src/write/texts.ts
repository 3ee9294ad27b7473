import type { Context } from '../commands/command.js';
import { missing } from '../words/usage.js';
import { promptOf } from '../words/write.js';
import { inputNotUtf8, onlyOneFromInput, textProblem } from '../words/write-failures.js';
import type { Asking, Question } from './ask.js';

type Texts = ReadonlyMap<string, string>;

/** A text that an entry is made of, as the command line gives it. */
export interface TextOption {
  readonly key: string;
  /** As on the command line: `--did`, `OK|KO`. */
  readonly name: string;
  /** `-` stands for standard input; null where it is missing. */
  readonly value: string | null;
  /** All that it may be; any visible text where this is left out. */
  readonly words?: readonly string[];
  /** Whether it may not be missing, beside the texts above it; where this is left out it never may. */
  readonly isNeeded?: (texts: Texts) => boolean;
}

/**
 * The texts by their keys, in their order. What is missing is asked for where a person sits at the terminal; null where
 * that is interrupted.
 *
 * @throws Failure where something is missing elsewhere, or a text shows nothing.
 */
export async function readTexts(
  context: Context,
  command: string,
  options: readonly TextOption[],
): Promise<Readonly<Record<string, string>> | null> {
  const fromInput = options.filter(({ value }) => value === '-');
  if (fromInput.length > 1) throw onlyOneFromInput(fromInput.map(({ name }) => name));
  const texts = await knownTexts(context, command, options, fromInput.length === 0);
  if (texts === null) return null;
  // Standard input comes last: it may be waited for.
  for (const { key, name } of fromInput) {
    const input = await context.readInput();
    // What the bytes of another encoding are decoded to.
    if (/[\ufffd\0]/.test(input)) throw inputNotUtf8(name);
    texts.set(key, checked(name, input));
  }
  return Object.fromEntries(options.flatMap(({ key }) => (texts.has(key) ? [[key, texts.get(key) ?? '']] : [])));
}

/** The texts that are written out on the command line, or that a person is asked for; null where that is interrupted. */
async function knownTexts(
  context: Context,
  command: string,
  options: readonly TextOption[],
  inputIsFree: boolean,
): Promise<Map<string, string> | null> {
  const canAsk = inputIsFree && context.isTerminal.input && context.isTerminal.output;
  const texts = new Map<string, string>();
  let asking: Asking | null = null;
  try {
    for (const option of options) {
      const { key, name, value, isNeeded } = option;
      if (value === '-') continue;
      if (value !== null) texts.set(key, checked(name, value));
      else if (isNeeded?.(texts) !== false) {
        if (!canAsk) throw missing(name, command);
        asking ??= (await import('./ask.js')).openAsking(context);
        const answer = await asking.ask(questionOf(option, context));
        if (answer === null) return null;
        texts.set(key, option.words ? normalized(answer).toUpperCase() : normalized(answer));
      }
    }
    return texts;
  } finally {
    asking?.close();
  }
}

function questionOf({ key, name, words }: TextOption, { language }: Context): Question {
  return {
    prompt: promptOf(key, language),
    problemOf: (answer) => {
      const text = normalized(answer);
      if (words) return words.includes(text.toUpperCase()) ? null : words.join(' / ');
      return textProblem(name, text)?.words[language][0] ?? null;
    },
  };
}

function checked(name: string, written: string): string {
  const text = normalized(written);
  const problem = textProblem(name, text);
  if (problem) throw problem;
  return text;
}

/** A text without a byte order mark, as PowerShell pipes it, and without outer blanks; its lines end with LF. */
export function normalized(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .trim();
}

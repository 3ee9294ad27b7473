import type { Context } from '../commands/command.js';
import type { Failure } from '../failure.js';
import { missing, unknownValue } from '../words/usage.js';
import { promptOf } from '../words/write.js';
import { notFromInput, textProblem } from '../words/write-failures.js';
import type { Asking } from './ask.js';

type Texts = ReadonlyMap<string, string>;

/** A text that an entry is made of, as the command line gives it. */
export interface TextOption {
  readonly key: string;
  /** As on the command line: `--did`, `OK|KO`. */
  readonly name: string;
  /** `-` stands for standard input; null where it is missing. */
  readonly value: string | null;
  readonly words?: readonly string[];
  /** Whether it may not be missing, beside the texts above it; where this is left out it never may. */
  readonly isNeeded?: (texts: Texts) => boolean;
}

/**
 * The texts by their keys. What is missing is asked for where a person sits at the terminal; null where that is
 * interrupted.
 *
 * @throws Failure where something is missing elsewhere, or a text shows nothing.
 */
export async function readTexts(
  context: Context,
  command: string,
  options: readonly TextOption[],
): Promise<Readonly<Record<string, string>> | null> {
  const [fromInput, another] = options.filter(({ value }) => value === '-');
  if (another) throw notFromInput(another.name);
  const canAsk = !fromInput && context.isTerminal.input && context.isTerminal.output;
  const { language } = context;
  const texts = new Map<string, string>();
  let asking: Asking | null = null;
  try {
    for (const option of options) {
      const { key, name, value, isNeeded } = option;
      if (value === '-' || (value === null && isNeeded?.(texts) === false)) continue;
      let text = value;
      if (text === null) {
        if (!canAsk) throw missing(name, command);
        asking ??= (await import('./ask.js')).openAsking(context);
        const problemOf = (answer: string) => problemIn(option, answer)?.words[language][0] ?? null;
        text = await asking.ask(promptOf(key, language), problemOf);
      }
      if (text === null) return null;
      texts.set(key, checked(option, text));
    }
  } finally {
    asking?.close();
  }
  // Standard input comes last: it may be waited for.
  if (fromInput) texts.set(fromInput.key, await inputText(fromInput, context));
  return Object.fromEntries(options.flatMap(({ key }) => (texts.has(key) ? [[key, texts.get(key) ?? '']] : [])));
}

async function inputText(option: TextOption, { readInput }: Context): Promise<string> {
  const input = await readInput();
  // What the bytes of another encoding are decoded to.
  if (/[\ufffd\0]/.test(input)) throw notFromInput(option.name);
  return checked(option, input);
}

function checked(option: TextOption, written: string): string {
  const problem = problemIn(option, written);
  if (problem) throw problem;
  return option.words ? normalized(written).toUpperCase() : normalized(written);
}

function problemIn({ name, words }: TextOption, written: string): Failure | null {
  const value = normalized(written);
  if (!words) return textProblem(name, value);
  return words.includes(value.toUpperCase()) ? null : unknownValue(name, value, words);
}

/** A text without a byte order mark, as PowerShell pipes it, and without outer blanks; its lines end with LF. */
export function normalized(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .trim();
}

import type { Context } from '../commands/command.js';
import type { Failure } from '../failure.js';
import { missing, unknownValue } from '../words/usage.js';
import { promptOf } from '../words/write.js';
import { notFromInput, textProblem } from '../words/write-failures.js';
import type { Asking } from './ask.js';

type Texts = ReadonlyMap<string, string>;

export interface TextOption {
  readonly key: string;
  /** As on the command line: `--did`, `OK|KO`. */
  readonly name: string;
  /** `-` means standard input; null if it is missing. */
  readonly value: string | null;
  readonly words?: readonly string[];
  /** Tells from the texts above whether this one is needed; by default it is. */
  readonly isNeeded?: (texts: Texts) => boolean;
}

/**
 * Asks for missing texts at a terminal; null if interrupted. Throws Failure if one is invalid or can't be asked for.
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
  // Comes last, because standard input may have to be waited for.
  if (fromInput) texts.set(fromInput.key, await inputText(fromInput, context));
  return Object.fromEntries(options.flatMap(({ key }) => (texts.has(key) ? [[key, texts.get(key) ?? '']] : [])));
}

async function inputText(option: TextOption, { readInput }: Context): Promise<string> {
  const input = await readInput();
  // Bytes of another encoding are decoded to these.
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

/** Removes the byte order mark that PowerShell pipes, and outer blanks; each line ends with LF. */
export function normalized(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .trim();
}

import { parseArgs } from 'node:util';
import type { Language } from './language.js';

/** The commands that judge, and print a report. */
const judgingCommandNames = ['check', 'pre-commit', 'pre-merge-commit', 'pre-push', 'pre-receive'] as const;

/** A command that judges. */
export type JudgingCommandName = (typeof judgingCommandNames)[number];

/** All commands, in the order in which the help lists them. */
export const commandNames = [...judgingCommandNames, 'explain'] as const;

export type CommandName = (typeof commandNames)[number];

/** The forms that a report can be printed in. */
export const formatNames = ['text', 'json', 'github', 'sarif', 'junit'] as const;

export type FormatName = (typeof formatNames)[number];

/** What was asked for on the command line. */
export interface Request {
  readonly command: CommandName;
  /** What follows the command: a hook's remote and URL, or a rule. */
  readonly operands: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  /** Null where no form was asked for. */
  readonly format: FormatName | null;
  readonly language: Language | null;
  readonly quiet: boolean;
  /** Null where the terminal decides. */
  readonly color: boolean | null;
  readonly help: boolean;
  readonly version: boolean;
}

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  format: { type: 'string' },
  lang: { type: 'string' },
  quiet: { type: 'boolean' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** The flags of all commands, without their dashes. */
export const flagNames = Object.keys(options) as (keyof typeof options)[];

/** Flags that not every command takes. */
const commandsOf: Readonly<Partial<Record<keyof typeof options, readonly CommandName[]>>> = {
  from: ['check'],
  to: ['check'],
  format: judgingCommandNames,
};

/** Operands that a command takes at most; git hands pre-push the remote and its URL. */
const mostOperands: Readonly<Record<CommandName, number>> = {
  check: 0,
  'pre-commit': 0,
  'pre-merge-commit': 0,
  'pre-push': 2,
  'pre-receive': 0,
  explain: 1,
};

/** What is wrong with a command line: facts only, no wording. */
export type UsageProblem =
  | { readonly kind: 'unknown-command' | 'unknown-flag'; readonly name: string }
  | { readonly kind: 'not-of-command'; readonly name: string; readonly command: CommandName }
  | { readonly kind: 'value-missing' | 'value-unwanted'; readonly name: string }
  | { readonly kind: 'unknown-value'; readonly name: string; readonly value: string; readonly known: readonly string[] }
  | { readonly kind: 'unknown-rule'; readonly name: string; readonly known: readonly string[] }
  | { readonly kind: 'operand-unwanted'; readonly name: string; readonly command: CommandName };

/** What the command line asks for, and the first thing that is wrong with it (null where nothing is). */
export interface ParsedArguments {
  readonly request: Request;
  readonly problem: UsageProblem | null;
}

/** Parses what follows the program's name. Flags may stand before or after the command. */
export function parseArguments(argv: readonly string[]): ParsedArguments {
  // Without a flag, as in hooks, there is nothing to parse, and loading what parses takes a millisecond.
  const parsed = argv.some((word) => word.startsWith('-'))
    ? parseArgs({ args: argv.map(withoutValue), options, strict: false, allowPositionals: true, tokens: true })
    : { values: {}, positionals: [...argv], tokens: [] };
  const values = parsed.values as Partial<Record<string, string | boolean>>;
  const [first = 'check', ...operands] = parsed.positionals;
  const command = commandNames.find((name) => name === first) ?? 'check';
  const text = (name: string) => (typeof values[name] === 'string' ? (values[name] as string) : null);
  const flags = parsed.tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
  // Of two the last one counts.
  const color = flags.findLast((name) => name === 'color' || name === 'no-color');
  const request: Request = {
    command,
    operands,
    from: text('from'),
    to: text('to'),
    format: formatNames.find((name) => name === values.format) ?? null,
    language: values.lang === 'en' || values.lang === 'fr' ? values.lang : null,
    quiet: values.quiet === true,
    color: color === undefined ? null : color === 'color',
    help: values.help === true,
    version: values.version === true,
  };
  const problem =
    flagProblem(parsed.tokens, command) ?? operandProblem(first, operands, command) ?? valueProblem(values);
  return { request, problem };
}

/** A flag that lacks its value does not take the flag that follows for one. */
function withoutValue(word: string, index: number, argv: readonly string[]): string {
  const takesValue = flagNames.some((name) => word === `--${name}` && options[name].type === 'string');
  return takesValue && argv[index + 1]?.startsWith('--') ? `${word}=` : word;
}

/** Whether a command takes a flag, named without its dashes. */
export function takesFlag(command: CommandName, flag: (typeof flagNames)[number]): boolean {
  return (commandsOf[flag] ?? commandNames).includes(command);
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

function flagProblem(tokens: readonly Token[], command: CommandName): UsageProblem | null {
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { rawName: name, value } = token;
    const option = flagNames.find((known) => known === token.name);
    if (!option) return { kind: 'unknown-flag', name };
    if (!takesFlag(command, option)) return { kind: 'not-of-command', name, command };
    if (options[option].type === 'boolean') {
      if (value !== undefined) return { kind: 'value-unwanted', name };
    } else if (!value) return { kind: 'value-missing', name };
  }
  return null;
}

function operandProblem(first: string, operands: readonly string[], command: CommandName): UsageProblem | null {
  if (first !== command) return { kind: 'unknown-command', name: first };
  const extra = operands[mostOperands[command]];
  return extra === undefined ? null : { kind: 'operand-unwanted', name: extra, command };
}

function valueProblem(values: Partial<Record<string, string | boolean>>): UsageProblem | null {
  const known = { format: formatNames, lang: ['en', 'fr'] } as const;
  for (const name of ['format', 'lang'] as const) {
    const value = values[name];
    if (typeof value === 'string' && !(known[name] as readonly string[]).includes(value))
      return { kind: 'unknown-value', name: `--${name}`, value, known: known[name] };
  }
  return null;
}

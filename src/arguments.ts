import { parseArgs } from 'node:util';
import type { Command, Flag, Flags } from './commands/command.js';
import { type CommonValues, flagsOf, reportFlags, shortNames } from './commands/flags.js';
import { commands } from './commands/list.js';
import type { UsageProblem } from './words/usage.js';

/** What the command line asks for, and the first thing that is wrong with it (null where nothing is). */
export interface CommandLine {
  /** The default command where none is named, or one that does not exist. */
  readonly command: Command;
  readonly isNamed: boolean;
  readonly operands: readonly string[];
  /** The values of the command's flags, its own among them. One that the flag can't have counts as none. */
  readonly flags: CommonValues & Readonly<Record<string, string | boolean | null>>;
  readonly problem: UsageProblem | null;
}

/** A flag as the command line has it: `--from=a` or `-h`. */
interface Use {
  /** `--from`, `-h` */
  readonly written: string;
  /** `from`, `help`; `no-color` too. */
  readonly name: string;
  readonly value: string | undefined;
}

/** Parses what follows the program's name. Flags may stand before or after the command. */
export function parseArguments(argv: readonly string[], table: typeof commands = commands): CommandLine {
  // Which words are values is known before the command is: a flag has a value in every command that takes it, or in none.
  const known = spellings(Object.assign({}, ...table.map(flagsOf)));
  const { positionals, tokens } = parseArgs({
    args: argv.map((word, index) => withoutValue(known, word, argv[index + 1])),
    options: Object.fromEntries([...known].map(([name, flag]) => [name, parserOption(name, flag)])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const uses = tokens
    .filter((token) => token.kind === 'option')
    .map(({ rawName, name, value }): Use => ({ written: rawName, name, value }));
  const [name, ...operands] = positionals;
  const named = table.find((command) => command.name === name);
  const command = named ?? table[0];
  const flags = flagsOf(command);
  // The format counts even where the command has none: what is wrong is said in it.
  const values = valuesOf({ ...reportFlags, ...flags }, uses);
  // A flag that does not exist comes first: what looks like the command may be its value.
  const unknown = uses.find((use) => !known.has(use.name));
  const problem =
    (unknown && unknownFlag(unknown, flags)) ??
    (name !== undefined && !named ? unknownCommand(name, table) : null) ??
    first(uses, (use) => flagProblem(use, spellings(flags), command)) ??
    first(operands, (operand, index) => operandProblem(operand, index, command));
  return { command, isNamed: named !== undefined, operands, flags: values, problem };
}

/** Flags by all names that they have on the command line, without dashes. */
function spellings(flags: Flags): ReadonlyMap<string, Flag> {
  const entries = Object.entries(flags);
  const negated = entries.filter(([, flag]) => 'negatable' in flag);
  return new Map([...entries, ...negated.map(([name, flag]): [string, Flag] => [`no-${name}`, flag])]);
}

const takesValue = (flag: Flag | undefined) => flag !== undefined && ('value' in flag || 'values' in flag);

function parserOption(name: string, flag: Flag): { type: 'string' | 'boolean'; short?: string } {
  const short = shortNames[name];
  return { type: takesValue(flag) ? 'string' : 'boolean', ...(short !== undefined && { short }) };
}

/** A flag that lacks its value does not take the flag that follows for one. */
function withoutValue(known: ReadonlyMap<string, Flag>, word: string, next = ''): string {
  const lacksValue = word.startsWith('--') && takesValue(known.get(word.slice(2))) && /^--[a-z][a-z-]*(=|$)/.test(next);
  return lacksValue ? `${word}=` : word;
}

/** The values of all flags of a command. Of several uses of one the last counts. */
function valuesOf(flags: Flags, uses: readonly Use[]): CommandLine['flags'] {
  const values = Object.entries(flags).map(([name, flag]) => {
    const last = uses.findLast((use) => use.name === name || use.name === `no-${name}`);
    return [name, flagValue(flag, last, last?.name === name)];
  });
  return Object.fromEntries(values);
}

function flagValue(flag: Flag, use: Use | undefined, isAffirmed: boolean): string | boolean | null {
  if ('values' in flag) return flag.values.find((value) => value === use?.value) ?? null;
  if ('value' in flag) return use?.value ?? null;
  if ('negatable' in flag) return use ? isAffirmed : null;
  return use !== undefined;
}

function unknownFlag({ written }: Use, flags: Flags): UsageProblem {
  const known = [...spellings(flags).keys()].map((name) => `--${name}`);
  return { kind: 'unknown-flag', name: written, known };
}

function unknownCommand(name: string, table: readonly Command[]): UsageProblem {
  return { kind: 'unknown-command', name, known: table.map((command) => command.name) };
}

function flagProblem(use: Use, flags: ReadonlyMap<string, Flag>, { name: command }: Command): UsageProblem | null {
  const { written, value } = use;
  const flag = flags.get(use.name);
  if (!flag) return { kind: 'not-of-command', name: written, command };
  if (!takesValue(flag)) return value === undefined ? null : { kind: 'value-unwanted', name: written };
  if (!value) return { kind: 'value-missing', name: written, command };
  return 'values' in flag ? valueProblem(written, value, flag.values, command) : null;
}

function operandProblem(value: string, index: number, { name, operands = [] }: Command): UsageProblem | null {
  const last = operands.at(-1);
  const operand = operands[index] ?? (last?.repeated ? last : undefined);
  if (!operand) return { kind: 'operand-unwanted', name: value, command: name };
  return operand.values ? valueProblem(name, value, operand.values, name) : null;
}

function valueProblem(name: string, value: string, known: readonly string[], command: string): UsageProblem | null {
  return known.includes(value) ? null : { kind: 'unknown-value', name, value, known, command };
}

function first<Item>(
  items: readonly Item[],
  problemOf: (item: Item, index: number) => UsageProblem | null,
): UsageProblem | null {
  for (const [index, item] of items.entries()) {
    const problem = problemOf(item, index);
    if (problem) return problem;
  }
  return null;
}

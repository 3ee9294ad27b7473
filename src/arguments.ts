import { parseArgs } from 'node:util';
import type { Command, Flag, Flags } from './commands/command.js';
import { type CommonValues, flagsOf, reportFlags } from './commands/flags.js';
import { commands } from './commands/list.js';
import type { Failure } from './failure.js';
import { unknownName, unknownValue, unwanted, valueMissing } from './words/usage.js';

/** The parsed command line, and the first problem with it. */
export interface CommandLine {
  /** The default command if none is named, or an unknown one. */
  readonly command: Command;
  readonly isNamed: boolean;
  readonly operands: readonly string[];
  /** A value that the flag does not accept is null. */
  readonly flags: CommonValues & Readonly<Record<string, string | boolean | null>>;
  readonly problem: Failure | null;
}

/** A flag as written on the command line. */
interface FlagUse {
  readonly name: string;
  /** `--from`, `-h` */
  readonly rawName: string;
  readonly value?: string | undefined;
  /** The value follows `=`. */
  readonly inlineValue?: boolean | undefined;
}

/** Flags may come before or after the command; the last use of a flag counts. */
export function parseArguments(argv: readonly string[]): CommandLine {
  // A flag takes a value in every command or in none, so that values are known before the command is.
  const known: Flags = Object.assign({}, ...commands.map(flagsOf));
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(Object.entries(known).map(([name, flag]) => [name, parserOption(flag)])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const uses = tokens.filter((token) => token.kind === 'option');
  const [name, ...operands] = positionals;
  const commandNames = commands.map((each) => each.name);
  const named = commands.find((command) => command.name === name);
  const command = named ?? commands[0];
  const flags = flagsOf(command);
  const problems = [
    // Problems of flags come first: what looks like the command may be a flag's value.
    ...uses.map((use) => flagProblem(use, { ...known, ...flags }, command)),
    name === undefined || named ? null : unknownName('command', name, commandNames),
    ...uses.map((use) => (Object.hasOwn(flags, use.name) ? null : unwanted(use.rawName, command.name))),
    ...operands.map((operand, index) => operandProblem(operand, index, command)),
  ];
  return {
    command,
    isNamed: named !== undefined,
    operands,
    // `format` counts for every command: it is how the problem is reported.
    flags: valuesOf({ ...reportFlags, ...flags }, values),
    problem: problems.find((problem) => problem !== null) ?? null,
  };
}

const takesValue = (flag: Flag) => 'value' in flag || 'values' in flag;

function parserOption(flag: Flag): { type: 'string' | 'boolean'; short?: string } {
  return { type: takesValue(flag) ? 'string' : 'boolean', ...(flag.short !== undefined && { short: flag.short }) };
}

function valuesOf(flags: Flags, values: Readonly<Record<string, unknown>>): CommandLine['flags'] {
  const entries = Object.entries(flags).map(([name, flag]) => [name, flagValue(flag, values[name])]);
  return Object.fromEntries(entries);
}

function flagValue(flag: Flag, value: unknown): string | boolean | null {
  if (!takesValue(flag)) return value !== undefined;
  if (typeof value !== 'string') return null;
  return 'values' in flag && !flag.values.includes(value) ? null : value;
}

function flagProblem({ name, rawName, value, inlineValue }: FlagUse, known: Flags, command: Command): Failure | null {
  const flag = Object.hasOwn(known, name) ? known[name] : undefined;
  const spellings = Object.keys(flagsOf(command)).map((own) => `--${own}`);
  if (!flag) return unknownName('flag', rawName, spellings);
  if (!takesValue(flag)) return value === undefined ? null : unwanted(`${rawName}=${value}`, command.name);
  // A flag without its value has taken the next flag for it.
  if (!value || (!inlineValue && /^--[a-z][a-z-]*(=|$)/.test(value))) return valueMissing(rawName, command.name);
  if (!('values' in flag) || flag.values.includes(value)) return null;
  return unknownValue(rawName, value, flag.values, command.name);
}

function operandProblem(value: string, index: number, { name, operands = [] }: Command): Failure | null {
  const last = operands.at(-1);
  const operand = operands[index] ?? (last?.repeated ? last : undefined);
  if (!operand) return unwanted(value, name);
  return operand.values && !operand.values.includes(value) ? unknownValue(name, value, operand.values, name) : null;
}

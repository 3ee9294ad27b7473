import type { CheckResult } from '../checks/result.js';
import type { World } from '../checks/world.js';
import type { Language, Translated } from '../language.js';
import type { Colors } from '../report/colors.js';

interface AnyFlag {
  readonly short?: string;
  readonly words: Translated;
  /** Shown without brackets in the help. If it is missing, the command asks for it, or throws the failure `missing`. */
  readonly required?: true;
}

/** A flag with a value (any text, called `value` in the help, or one of `values`), or a switch. */
export type Flag = AnyFlag & (object | { readonly value: Translated } | { readonly values: readonly string[] });

/** By name, without dashes. */
export type Flags = Readonly<Record<string, Flag>>;

/** Only the last operand may be `repeated`. */
export interface Operand {
  readonly name: Translated;
  /** All possible values; any text if left out. */
  readonly values?: readonly string[];
  readonly required?: true;
  readonly repeated?: true;
}

/** The type of a flag's value: null if it was not given; a boolean for a switch. */
type ValueOf<F> = F extends { readonly values: readonly (infer Value)[] }
  ? Value | null
  : F extends { readonly value: Translated }
    ? string | null
    : boolean;

export type ValuesOf<F extends Flags> = { readonly [Name in keyof F]: ValueOf<F[Name]> };

export interface Arguments<F extends Flags> {
  readonly operands: readonly string[];
  readonly flags: ValuesOf<F>;
}

/** What an acting command may use of the process; it never touches the process itself. */
export interface Context extends World {
  readonly language: Language;
  readonly colors: Colors;
  /** Only errors are printed. */
  readonly quiet: boolean;
  readonly isTerminal: { readonly input: boolean; readonly output: boolean };
  /** Standard input and output, to ask a person at a terminal. */
  readonly streams: () => { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream };
  readonly writeOutput: (text: string) => void;
  readonly writeError: (text: string) => void;
}

/** 130: interrupted by the user. */
export type ExitCode = 0 | 1 | 2 | 130;

interface AnyCommand<F extends Flags> {
  readonly name: string;
  readonly summary: Translated;
  readonly operands?: readonly Operand[];
  /** Its own flags; `flags.ts` has those that commands share. */
  readonly flags?: F;
}

/** A command that judges: its report is printed in the chosen format, and gives the exit code. */
export interface JudgingCommand<F extends Flags> extends AnyCommand<F> {
  readonly judge: (options: Arguments<F>, world: World) => Promise<CheckResult>;
}

/**
 * A command that does something else: it prints by itself, and returns the exit code; a thrown Failure is exit 2. It
 * loads its implementation by `await import()`, because each start loads the files of all commands.
 */
export interface ActingCommand<F extends Flags> extends AnyCommand<F> {
  readonly run: (options: Arguments<F>, context: Context) => Promise<ExitCode>;
}

// biome-ignore lint/suspicious/noExplicitAny: a command alone knows its flags, by `defineCommand`.
export type Command = JudgingCommand<any> | ActingCommand<any>;

/** Declares a command, and infers the arguments' types from its flags. */
export function defineCommand<const F extends Flags = NoFlags>(command: JudgingCommand<F>): JudgingCommand<F>;
export function defineCommand<const F extends Flags = NoFlags>(command: ActingCommand<F>): ActingCommand<F>;
export function defineCommand(command: Command): Command {
  return command;
}

type NoFlags = Readonly<Record<never, Flag>>;

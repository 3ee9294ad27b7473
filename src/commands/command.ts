import type { CheckResult } from '../checks/result.js';
import type { World } from '../checks/world.js';
import type { Language, Translated } from '../language.js';
import type { Colors } from '../report/colors.js';

interface AnyFlag {
  /** Its one-letter name. */
  readonly short?: string;
  /** What the help says of it. */
  readonly words: Translated;
  /** Shown without brackets. Where it is missing the command asks for it, or throws the failure `missing`. */
  readonly required?: true;
}

/** A flag with a value: any text, which the help calls `value`, or one of `values`; or a switch without one. */
export type Flag = AnyFlag & (object | { readonly value: Translated } | { readonly values: readonly string[] });

/** Flags by their names, without dashes. */
export type Flags = Readonly<Record<string, Flag>>;

/** What stands behind the command; one that may be repeated is the last. */
export interface Operand {
  readonly name: Translated;
  /** All that it may be; any text where this is left out. */
  readonly values?: readonly string[];
  /** As for flags. */
  readonly required?: true;
  readonly repeated?: true;
}

/** What the command line gave for a flag; null where it gave nothing, but for a switch that is there or not. */
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

/** What a command that does not judge may use of the process; it never touches the process itself. */
export interface Context extends World {
  readonly language: Language;
  readonly colors: Colors;
  /** Only what went wrong is to be said. */
  readonly quiet: boolean;
  readonly isTerminal: { readonly input: boolean; readonly output: boolean };
  /** Standard input and output, to ask a person who sits at a terminal. */
  readonly streams: () => { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream };
  readonly writeOutput: (text: string) => void;
  readonly writeError: (text: string) => void;
}

/** 130: interrupted by the user. */
export type ExitCode = 0 | 1 | 2 | 130;

interface AnyCommand<F extends Flags> {
  readonly name: string;
  /** What it does, in half a sentence. */
  readonly summary: Translated;
  readonly operands?: readonly Operand[];
  /** Its own flags; those that all commands take are in `flags.ts`. */
  readonly flags?: F;
}

/** A command that judges: its report is printed in the format that was asked for, and decides on the exit code. */
export interface JudgingCommand<F extends Flags> extends AnyCommand<F> {
  readonly judge: (options: Arguments<F>, world: World) => Promise<CheckResult>;
}

/**
 * A command that does something else, says so itself and gives the exit code; a Failure that it throws is exit 2. What it
 * runs is imported by `await import()`, since each start loads the files of all commands.
 */
export interface ActingCommand<F extends Flags> extends AnyCommand<F> {
  readonly run: (options: Arguments<F>, context: Context) => Promise<ExitCode>;
}

// biome-ignore lint/suspicious/noExplicitAny: a command alone knows its flags, by `defineCommand`.
export type Command = JudgingCommand<any> | ActingCommand<any>;

/** Declares a command; it exists so that what `judge` or `run` gets is typed by the command's own flags. */
export function defineCommand<const F extends Flags = NoFlags>(command: JudgingCommand<F>): JudgingCommand<F>;
export function defineCommand<const F extends Flags = NoFlags>(command: ActingCommand<F>): ActingCommand<F>;
export function defineCommand(command: Command): Command {
  return command;
}

type NoFlags = Readonly<Record<never, Flag>>;

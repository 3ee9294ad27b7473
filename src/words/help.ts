import type { Command, Flag, Flags, Operand } from '../commands/command.js';
import { commonFlags, flagsOf, reportFlags } from '../commands/flags.js';
import type { Language, Translated } from '../language.js';
import { typeset } from './report.js';

const words: Translated<{ readonly synopsis: string; readonly exit: string; readonly more: string }> = {
  en: {
    synopsis: 'sprint-check [<command>] [<flags>]',
    more: 'sprint-check <command> --help shows the flags of a command.',
    exit: 'exit code 0: passes, warnings included; 1: refused; 2: could not check; 130: interrupted',
  },
  fr: {
    synopsis: 'sprint-check [<commande>] [<options>]',
    more: 'sprint-check <commande> --help affiche les options d’une commande.',
    exit: 'code de sortie 0 : tout passe, avertissements compris ; 1 : refus ; 2 : contrôle impossible ; 130 : interruption',
  },
};

export function programHelp(table: readonly Command[], language: Language): string {
  const { synopsis, more, exit } = words[language];
  const summaries = columns(table.map(({ name, summary }) => [name, summary[language]]));
  const flags = flagTable({ ...reportFlags, ...commonFlags }, language);
  return paragraphs(language, [synopsis, indented(summaries), flags, more, exit]);
}

export function commandHelp(command: Command, language: Language): string {
  const summary = `  ${command.summary[language]}`;
  return paragraphs(language, [synopsisOf(command, language), summary, flagTable(flagsOf(command), language)]);
}

/** `sprint-check pre-push [<remote> [<url>]]` */
export function synopsisOf({ name, operands = [], flags = {} }: Command, language: Language): string {
  const ownFlags = Object.entries<Flag>(flags).map(([flag, each]) => {
    const shown = flagLine(flag, each, language);
    return each.required ? shown : `[${shown}]`;
  });
  return ['sprint-check', name, operandLine(operands, language), ...ownFlags].filter(Boolean).join(' ');
}

function operandLine([operand, ...rest]: readonly Operand[], language: Language): string {
  if (!operand) return '';
  const shown = operand.values ? operand.values.join('|') : `<${operand.name[language]}>`;
  const line = [operand.repeated ? `${shown}...` : shown, operandLine(rest, language)].filter(Boolean).join(' ');
  return operand.required ? line : `[${line}]`;
}

/** `--from <rev>`, `--lang en|fr` or `-h, --help`. */
function flagLine(name: string, flag: Flag, language: Language): string {
  if ('values' in flag) return `--${name} ${flag.values.join('|')}`;
  if ('value' in flag) return `--${name} <${flag.value[language]}>`;
  return flag.short === undefined ? `--${name}` : `-${flag.short}, --${name}`;
}

function flagTable(flags: Flags, language: Language): string {
  return indented(
    columns(Object.entries(flags).map(([name, flag]) => [flagLine(name, flag, language), flag.words[language]])),
  );
}

function paragraphs(language: Language, texts: readonly string[]): string {
  return `${texts.map((text) => typeset(language, text)).join('\n\n')}\n`;
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}

export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

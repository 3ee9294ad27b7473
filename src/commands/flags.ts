import { formatNames } from '../formats/names.js';
import type { Command, Flags, ValuesOf } from './command.js';

/** The flags of every command. */
export const commonFlags = {
  lang: {
    values: ['en', 'fr'],
    words: {
      en: 'the language (default: the config’s, else the environment’s)',
      fr: 'la langue (par défaut : celle de la configuration, sinon de l’environnement)',
    },
  },
  quiet: {
    words: {
      en: 'print nothing on a pass, and only errors otherwise',
      fr: 'ne rien afficher si tout passe, sinon les erreurs seules',
    },
  },
  color: {
    negatable: true,
    words: { en: 'colours, whatever the terminal', fr: 'couleurs, quel que soit le terminal' },
  },
  help: { words: { en: 'this help, or that of a command', fr: 'cette aide, ou celle d’une commande' } },
  version: { words: { en: 'the version', fr: 'la version' } },
} as const satisfies Flags;

/** The flag of every command that judges. */
export const reportFlags = {
  format: {
    values: formatNames,
    words: {
      en: 'how the report is printed (default: text, and github in GitHub Actions)',
      fr: 'la forme du rapport (par défaut : text, et github dans GitHub Actions)',
    },
  },
} as const satisfies Flags;

/** What the command line gave for the flags that commands share; `format` is null too where a command has none. */
export type CommonValues = ValuesOf<typeof commonFlags & typeof reportFlags>;

/** The one-letter names of flags. */
export const shortNames: Readonly<Record<string, string>> = { help: 'h', version: 'v' };

/** All flags that a command takes, in the order in which the help lists them. */
export function flagsOf(command: Command): Flags {
  return { ...command.flags, ...('judge' in command ? reportFlags : {}), ...commonFlags };
}

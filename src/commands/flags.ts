import { formatNames } from '../formats/list.js';
import type { Command, Flags, ValuesOf } from './command.js';

export const commonFlags = {
  lang: {
    values: ['en', 'fr'],
    words: {
      en: 'language (default: the config’s, else the environment’s)',
      fr: 'langue (par défaut : celle de la configuration, sinon du système)',
    },
  },
  quiet: {
    words: {
      en: 'print nothing on a pass, and only errors otherwise',
      fr: 'ne rien afficher si tout passe, sinon seulement les erreurs',
    },
  },
  color: { words: { en: 'force colours', fr: 'forcer les couleurs' } },
  'no-color': { words: { en: 'turn colours off', fr: 'désactiver les couleurs' } },
  help: {
    short: 'h',
    words: { en: 'show this help, or that of a command', fr: 'afficher cette aide, ou celle d’une commande' },
  },
  version: { short: 'v', words: { en: 'show the version', fr: 'afficher la version' } },
} as const satisfies Flags;

export const reportFlags = {
  format: {
    values: formatNames,
    words: {
      en: 'report format (default: text, and github in GitHub Actions)',
      fr: 'format du rapport (par défaut : text, et github dans GitHub Actions)',
    },
  },
} as const satisfies Flags;

/** The values of the shared flags; `format` is also null for a command without that flag. */
export type CommonValues = ValuesOf<typeof commonFlags & typeof reportFlags>;

export function flagsOf(command: Command): Flags {
  return { ...command.flags, ...('judge' in command ? reportFlags : {}), ...commonFlags };
}

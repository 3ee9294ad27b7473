import { unsigned } from '../journal/sound.js';
import { defineRule, type Finding } from './rule.js';

interface Unsigned {
  readonly written: string;
  /** Who may sign. */
  readonly developers: readonly string[];
  readonly isPO: boolean;
}

const names = ({ developers }: Unsigned) => [...developers, 'PO'];
const line = ({ developers, isPO }: Unsigned) => `who: ${isPO ? 'PO' : JSON.stringify(developers[0])}`;

/** Every entry is signed by somebody of the team. */
export default defineRule<Unsigned>({
  id: 'journal/who',
  severity: 'error',
  where: 'K',
  words: {
    en: {
      summary: 'An entry is signed PO, or by one of the config’s developers.',
      why: 'The PO’s word counts as the PO’s only where nobody else can be taken for the PO.',
      remedy: 'Write who: with a name of "developers" in the config, or PO, exactly as it stands there.',
      message: (data) => `who is “${data.written}”, and has to be ${names(data).join(' or ')}.`,
      help: line,
    },
    fr: {
      summary: 'Une entrée est signée PO, ou par un des développeurs de la configuration.',
      why: 'La parole du PO ne compte que si personne ne peut être pris pour lui.',
      remedy: 'Écrivez dans who: un nom de "developers", dans la configuration, ou PO, exactement comme il y figure.',
      message: (data) => `who vaut « ${data.written} », et doit être ${names(data).join(' ou ')}.`,
      help: line,
    },
  },
  check: ({ journals, config: { developers } }) =>
    journals.flatMap((journal): Finding<Unsigned>[] =>
      journal.state !== 'read'
        ? []
        : unsigned(journal, developers).map(({ index, who }) => ({
            data: { written: who, developers, isPO: who.trim().toUpperCase() === 'PO' },
            file: journal.path,
            path: `/${index}/who`,
          })),
    ),
});

import { isPO } from '../journal/entries.js';
import { type Unsigned, unsigned } from '../journal/sound.js';
import { nearest } from '../nearest.js';
import { shorten } from '../words/schema-values.js';
import { plainOrQuoted } from '../yaml/quote.js';
import { defineRule } from './rule.js';

interface Signature extends Unsigned {
  /** Who may sign besides the PO. */
  readonly developers: readonly string[];
}

export default defineRule<Signature>({
  id: 'journal/who',
  severity: 'error',
  where: 'K',
  after: ['journal/po-identity'],
  byEntry: true,
  check: ({ journals, config: { developers } }) =>
    journals.flatMap((journal) =>
      journal.state !== 'read'
        ? []
        : unsigned(journal, developers).map((entry) => ({
            data: { ...entry, developers },
            ...{ file: journal.path, path: `/${entry.index}/who` },
          })),
    ),
  words: {
    en: {
      summary: 'An entry is signed PO, or by one of the config’s developers.',
      why: 'The PO’s answer counts only if nobody else can pass for the PO.',
      remedy: 'Set who: to a name listed in "developers" in the config, or to PO, exactly as written.',
      message: ({ who, developers }) => `who is “${shorten(who)}”; it must be ${anyOf('or', developers)}.`,
      help: (signature) =>
        mayBeForged(signature)
          ? 'if the PO wrote this answer, who: PO; if not, delete it: the PO writes the answer'
          : lines(signature).join(' or '),
    },
    fr: {
      summary: 'Une entrée est signée PO, ou du nom d’un des développeurs de la configuration.',
      why: 'La réponse du PO n’a de valeur que si personne ne peut se faire passer pour lui.',
      remedy: 'Mettez dans who: un des noms de "developers" dans la configuration, ou PO, à la lettre près.',
      message: ({ who, developers }) => `who vaut « ${shorten(who)} » ; il faut ${anyOf('ou', developers)}.`,
      help: (signature) =>
        mayBeForged(signature)
          ? 'si le PO a écrit cette réponse, who: PO ; sinon, supprimez-la : c’est le PO qui écrit la réponse'
          : lines(signature).join(' ou '),
    },
  },
});

/** Tells whether it is an answer under another name, which nobody may turn into the PO's. */
function mayBeForged({ isAnswer, who }: Signature): boolean {
  return isAnswer && !isPO({ who });
}

function lines({ isAnswer, who, developers }: Signature): string[] {
  if (isAnswer) return ['who: PO'];
  const meant = nearest(who, developers);
  return (meant === null ? developers : [meant]).map((name) => `who: ${plainOrQuoted(name)}`);
}

/** `Claude, Ada or PO` */
function anyOf(or: string, developers: readonly string[]): string {
  return `${developers.map(shorten).join(', ')} ${or} PO`;
}

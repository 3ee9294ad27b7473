import { quoted } from '../words/path.js';
import { defineRule, refuses } from './rule.js';

interface Unknown {
  readonly notes: string;
  readonly sprints: string;
  /** The notes are there, and hold no sprint header. */
  readonly hasNotes: boolean;
}

const header = '```yaml\nsprint_id: 1\n```';

/** No sprint can be named: neither a sprint header nor a sprint's folder says N. */
export default defineRule<Unknown>({
  id: 'sprint/unknown',
  severity: 'error',
  scope: 'S',
  words: {
    en: {
      summary: 'A commit belongs to a sprint that can be named.',
      why: 'The journal, the freeze and the PR are those of a sprint; without its number nothing can be held to it.',
      remedy:
        'Add a sprint header to PO_NOTES.md, a fenced ```yaml block with the line sprint_id: 1, and git add the file.',
      message: ({ notes, sprints, hasNotes }) =>
        `No sprint can be named: ${hasNotes ? `${notes} has no sprint header` : `there is no ${notes}`}, and ${sprints}/ has no folder S<N>.`,
      help: ({ notes }) => `add a sprint header to ${notes}:\n${header}\nthen:\ngit add ${quoted(notes)}`,
    },
    fr: {
      summary: 'Un commit appartient à un sprint que l’on peut nommer.',
      why: 'Le journal, le gel et la PR sont ceux d’un sprint ; sans son numéro, rien ne peut lui être rapporté.',
      remedy: 'Ajoutez à PO_NOTES.md un en-tête de sprint, un bloc ```yaml avec la ligne sprint_id: 1, puis git add.',
      message: ({ notes, sprints, hasNotes }) =>
        `Aucun sprint ne peut être nommé : ${hasNotes ? `${notes} n’a pas d’en-tête de sprint` : `il n’y a pas de ${notes}`}, et ${sprints}/ n’a aucun dossier S<N>.`,
      help: ({ notes }) => `ajoutez un en-tête de sprint à ${notes} :\n${header}\npuis :\ngit add ${quoted(notes)}`,
    },
  },
  snapshot: ({ sprint, notes, config }) => {
    // A header that can't be read is what notes/header says, unless the config has made that rule no refusal.
    const said = notes?.header && refuses(config, 'notes/header');
    if (sprint || said) return [];
    return [{ data: { notes: config.notes, sprints: config.sprints, hasNotes: notes !== null }, file: config.notes }];
  },
});

import type { MadeCommit } from '../facts/facts.js';
import { mend } from '../words/mend.js';
import { quoted } from '../words/path.js';
import { defineRule } from './rule.js';

interface Reopened {
  readonly from: number;
  readonly to: number;
  /** The number that a new sprint takes. */
  readonly next: number;
  readonly notes: string;
  readonly made: MadeCommit | null;
}

/** A sprint that was left is not gone back to. */
export default defineRule<Reopened>({
  id: 'sprint/reopened',
  severity: 'error',
  scope: 'S C',
  words: {
    en: {
      summary: 'A sprint that was left stays closed.',
      why: 'Going back to an earlier sprint would give its journal and its clock a second life after the PO has judged it.',
      remedy: 'Set sprint_id in PO_NOTES.md back to the sprint that is running, or to the next number for a new one.',
      message: ({ from, to }) => `Sprint S${to} was opened before; after S${from} it can't be gone back to.`,
      help: ({ from, next, notes, made }) => {
        const set = `in ${notes}, set sprint_id: ${from}, or sprint_id: ${next} for a new sprint`;
        return mend('en', made, `${set}\ngit add ${quoted(notes)}`);
      },
    },
    fr: {
      summary: 'Un sprint que l’on a quitté reste clos.',
      why: 'Revenir à un sprint antérieur donnerait une seconde vie à son journal et à son horloge, après le jugement du PO.',
      remedy: 'Remettez sprint_id, dans PO_NOTES.md, au sprint en cours, ou au numéro suivant pour un nouveau sprint.',
      message: ({ from, to }) => `Le sprint S${to} a déjà été ouvert ; après S${from}, on n’y revient pas.`,
      help: ({ from, next, notes, made }) => {
        const set = `dans ${notes}, mettez sprint_id: ${from}, ou sprint_id: ${next} pour un nouveau sprint`;
        return mend('fr', made, `${set}\ngit add ${quoted(notes)}`);
      },
    },
  },
  acrossRange: true,
  commit: ({ sprint, nextSprint: next, made, base, config }) => {
    const from = base?.sprint ?? null;
    if (from === null || from === sprint.id || (sprint.id > from && !base?.holdsJournal)) return [];
    return [{ data: { from, to: sprint.id, next, notes: config.notes, made }, file: config.notes }];
  },
});

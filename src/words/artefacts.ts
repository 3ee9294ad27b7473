import type { Translated } from '../language.js';

/** What the artefacts of a new sprint say. */
export interface Opening {
  readonly sprint: number;
  /** `/`-separated, from the repository's root. */
  readonly folder: string;
  readonly branch: string;
  readonly timebox: number;
  readonly freezeAfter: number;
}

type Artefacts = Readonly<Record<string, string>>;

/** The artefacts of a sprint beside its journal, by file name. LF ends each line. */
export const artefactWords: Translated<(opening: Opening) => Artefacts> = {
  en: ({ sprint, timebox, freezeAfter }) => ({
    'PLAN.md': document(
      `# Sprint S${sprint} — plan`,
      `${timebox} minutes, frozen after ${freezeAfter}. What does not fit goes to the next sprint.`,
      '## Goal',
      'In one sentence: what the PO can do at the end that is not possible today.',
      '## Steps',
      '- [ ] First step',
      '## Left out',
      'What was considered, but is not done now.',
    ),
    'BOARD.md': document(`# Sprint S${sprint} — board`, '## To do', '## Doing', '## Done', '## Blocked, and by what'),
    'DEMO.md': document(
      `# Sprint S${sprint} — demo`,
      'Where: address, test account.',
      '1. What to open or type',
      '2. What should then appear',
    ),
    'REVIEW.md': document(
      `# Sprint S${sprint} — review`,
      '## Delivered',
      '## Not delivered, and why',
      'The PO’s answers are in INTERACTIONS.yaml, and take precedence over this file.',
    ),
    'RETRO.md': document(`# Sprint S${sprint} — retro`, '## To keep', '## To stop', '## To try in the next sprint'),
    'PREFLIGHT.md': document(
      `# Sprint S${sprint} — preflight`,
      'What has to be in place for the PO to try the delivery.',
      '## Schema',
      'If schema.sql did not have to be refreshed, give the reason after the word:\nunchanged',
      '## Migrations',
      'The command that applies each, and the one that reverts it.',
      '## Seed',
      'One command, such as: npm run seed',
      '## Secrets',
      'The names of the variables that .env.local needs, never their values.',
    ),
  }),
  fr: ({ sprint, timebox, freezeAfter }) => ({
    'PLAN.md': document(
      `# Sprint S${sprint} — plan`,
      `${timebox} minutes, gel à ${freezeAfter}. Ce qui n’y tient pas attend le sprint suivant.`,
      '## Objectif',
      'En une phrase : ce que le PO pourra faire à la fin et ne peut pas faire aujourd’hui.',
      '## Étapes',
      '- [ ] Première étape',
      '## Laissé de côté',
      'Ce qui a été envisagé, mais pas pour maintenant.',
    ),
    'BOARD.md': document(
      `# Sprint S${sprint} — tableau`,
      '## À faire',
      '## En cours',
      '## Fait',
      '## Bloqué, et par quoi',
    ),
    'DEMO.md': document(
      `# Sprint S${sprint} — démo`,
      'Où : adresse, compte de test.',
      '1. Ce qu’il faut ouvrir ou taper',
      '2. Ce que l’on doit voir alors',
    ),
    'REVIEW.md': document(
      `# Sprint S${sprint} — revue`,
      '## Livré',
      '## Non livré, et pourquoi',
      'Les réponses du PO sont dans INTERACTIONS.yaml et priment sur ce fichier.',
    ),
    'RETRO.md': document(
      `# Sprint S${sprint} — rétro`,
      '## À garder',
      '## À arrêter',
      '## À essayer au prochain sprint',
    ),
    'PREFLIGHT.md': document(
      `# Sprint S${sprint} — préparation`,
      'Ce qui doit être en place pour que le PO puisse essayer la livraison.',
      '## Schéma',
      'Si schema.sql n’avait pas à être rafraîchi, donnez la raison après le mot :\nunchanged',
      '## Migrations',
      'Pour chacune, la commande qui l’applique et celle qui l’annule.',
      '## Seed',
      'Une seule commande, par exemple : npm run seed',
      '## Secrets',
      'Les noms des variables attendues dans .env.local, jamais leurs valeurs.',
    ),
  }),
};

const en = {
  did: ({ sprint }: Opening) => `Opened sprint S${sprint}: the journal, the artefacts and the header in the notes.`,
  ask: ({ folder }: Opening) => `Read ${folder}/PLAN.md and say what is missing from it.`,
  context: ({ branch }: Opening) => `Branch ${branch}`,
  /** What new notes say above their header. */
  notes: ({ branch, timebox, freezeAfter }: Opening) => `# Notes

- A sprint lasts ${timebox} minutes on the branch ${branch}, and is frozen after ${freezeAfter}. One PR closes it.
- What was delivered, asked and answered is in INTERACTIONS.yaml, in its folder.
- Work resumes from the PO’s last answer there.
`,
};

/** The texts of the first entry of a sprint, and of new notes. */
export const openingWords: Translated<typeof en> = {
  en,
  fr: {
    did: ({ sprint }) => `Sprint S${sprint} ouvert : le journal, les artefacts et l’en-tête dans les notes.`,
    ask: ({ folder }) => `Lire ${folder}/PLAN.md et dire ce qui y manque.`,
    context: ({ branch }) => `Branche ${branch}`,
    notes: ({ branch, timebox, freezeAfter }) => `# Notes

- Un sprint dure ${timebox} minutes sur la branche ${branch}, gel à ${freezeAfter}. Une seule PR le clôt.
- Livraisons, demandes et réponses sont dans le fichier INTERACTIONS.yaml de son dossier.
- Le travail reprend à la dernière réponse que le PO y a donnée.
`,
  },
};

function document(...blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}

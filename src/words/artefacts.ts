import type { Language, Translated } from '../language.js';

export interface Opening {
  readonly sprint: number;
  /** `/`-separated, from the repository's root. */
  readonly folder: string;
  readonly branch: string;
  readonly timebox: number;
  readonly freezeAfter: number;
}

/** For each artefact its title, and the blocks below. */
const artefacts: Translated<(opening: Opening) => Readonly<Record<string, readonly string[]>>> = {
  en: ({ timebox, freezeAfter }) => ({
    'PLAN.md': [
      'plan',
      `${timebox} minutes, frozen after ${freezeAfter}. What does not fit goes to the next sprint.`,
      '## Goal',
      'In one sentence: what the PO can do at the end that is not possible today.',
      '## Steps',
      '- [ ] First step',
      '## Left out',
      'What was considered, but is not done now.',
    ],
    'BOARD.md': ['board', '## To do', '## Doing', '## Done', '## Blocked, and by what'],
    'DEMO.md': ['demo', 'Where: address, test account.', '1. What to open or type', '2. What should then appear'],
    'REVIEW.md': [
      'review',
      '## Delivered',
      '## Not delivered, and why',
      'The PO’s answers are in INTERACTIONS.yaml, and take precedence over this file.',
    ],
    'RETRO.md': ['retro', '## To keep', '## To stop', '## To try in the next sprint'],
    'PREFLIGHT.md': [
      'preflight',
      'What has to be in place for the PO to try the delivery.',
      '## Schema',
      'If schema.sql did not have to be refreshed, give the reason after the word:\nunchanged',
      '## Migrations',
      'The command that applies each, and the one that reverts it.',
      '## Seed',
      'One command, such as: npm run seed',
      '## Secrets',
      'The names of the variables that .env.local needs, never their values.',
    ],
  }),
  fr: ({ timebox, freezeAfter }) => ({
    'PLAN.md': [
      'plan',
      `${timebox} minutes, gel à ${freezeAfter}. Ce qui n’y tient pas attend le sprint suivant.`,
      '## Objectif',
      'En une phrase : ce que le PO pourra faire à la fin et ne peut pas faire aujourd’hui.',
      '## Étapes',
      '- [ ] Première étape',
      '## Laissé de côté',
      'Ce qui a été envisagé, mais pas pour maintenant.',
    ],
    'BOARD.md': ['tableau', '## À faire', '## En cours', '## Fait', '## Bloqué, et par quoi'],
    'DEMO.md': [
      'démo',
      'Où : adresse, compte de test.',
      '1. Ce qu’il faut ouvrir ou taper',
      '2. Ce que l’on doit voir alors',
    ],
    'REVIEW.md': [
      'revue',
      '## Livré',
      '## Non livré, et pourquoi',
      'Les réponses du PO sont dans INTERACTIONS.yaml et priment sur ce fichier.',
    ],
    'RETRO.md': ['rétro', '## À garder', '## À arrêter', '## À essayer au prochain sprint'],
    'PREFLIGHT.md': [
      'préparation',
      'Ce qui doit être en place pour que le PO puisse essayer la livraison.',
      '## Schéma',
      'Si schema.sql n’avait pas à être rafraîchi, donnez la raison après le mot :\nunchanged',
      '## Migrations',
      'Pour chacune, la commande qui l’applique et celle qui l’annule.',
      '## Seed',
      'Une seule commande, par exemple : npm run seed',
      '## Secrets',
      'Les noms des variables attendues dans .env.local, jamais leurs valeurs.',
    ],
  }),
};

/** Returns the texts of a sprint's artefacts by file name, the journal aside. LF ends each line. */
export function artefactTexts(language: Language, opening: Opening): Readonly<Record<string, string>> {
  const texts = Object.entries(artefacts[language](opening)).map(([name, blocks]) => {
    return [name, `# Sprint S${opening.sprint} — ${blocks.join('\n\n')}\n`];
  });
  return Object.fromEntries(texts);
}

const en = {
  did: ({ sprint }: Opening) => `Opened sprint S${sprint}: the journal, the artefacts and the header in the notes.`,
  ask: ({ folder }: Opening) => `Read ${folder}/PLAN.md and say what is missing from it.`,
  context: ({ branch }: Opening) => `Branch ${branch}`,
  /** Above the header of new notes. */
  notes: ({ branch, timebox, freezeAfter }: Opening) => `# Notes

- A sprint lasts ${timebox} minutes on the branch ${branch}, and is frozen after ${freezeAfter}. One PR closes it.
- What was delivered, asked and answered is in INTERACTIONS.yaml, in its folder.
- Work resumes from the PO’s last answer there.
`,
};

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

import { sprintFolder } from '../facts/sprint.js';
import { defineRule } from './rule.js';

export default defineRule({
  id: 'artefacts/missing',
  severity: 'warn',
  where: 'R',
  after: ['journal/missing'],
  check: ({ config, sprint, closing }) => {
    const names = closing?.missingArtefacts ?? [];
    if (!sprint || names.length === 0) return [];
    const folder = sprintFolder(config, sprint.id);
    return [{ data: { folder, names }, file: folder }];
  },
  words: {
    en: {
      summary: 'The sprint’s folder contains all its artefacts.',
      why: 'Plan, board, demo, review, retro and preflight are what the PO reads besides the journal.',
      remedy: 'Write the missing files, and git add the sprint’s folder.',
      message: ({ folder, names }) => `${folder}/ has no ${names.join(', ')}`,
      help: ({ folder, names }, path) => `write ${names.length === 1 ? 'it' : 'them'}, then:\ngit add ${path(folder)}`,
    },
    fr: {
      summary: 'Le dossier du sprint contient tous ses artefacts.',
      why: 'Plan, tableau, démo, revue, rétro et preflight sont ce que le PO lit en plus du journal.',
      remedy: 'Écrivez les fichiers manquants, puis git add sur le dossier du sprint.',
      message: ({ folder, names }) => `Il manque dans ${folder}/ : ${names.join(', ')}`,
      help: ({ folder, names }, path) =>
        `écrivez-${names.length === 1 ? 'le' : 'les'}, puis :\ngit add ${path(folder)}`,
    },
  },
});

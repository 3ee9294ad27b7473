import { sprintFolder } from '../facts/sprint.js';
import { isFrozen } from '../facts/start.js';
import { defineRule } from './rule.js';

export default defineRule({
  id: 'artefacts/missing',
  severity: 'warn',
  where: 'R',
  after: ['journal/missing'],
  check: ({ config, sprint, closing, now }) => {
    const names = closing?.missingArtefacts ?? [];
    if (!sprint || names.length === 0) return [];
    const folder = sprintFolder(config, sprint.id);
    return [{ data: { folder, names, isFrozen: isFrozen(sprint, now) }, file: folder }];
  },
  words: {
    en: {
      summary: 'The sprint’s folder contains all its artefacts.',
      why: 'Plan, board, demo, review, retro and preflight are what the PO reads besides the journal.',
      remedy: 'Write the missing files, and git add the sprint’s folder.',
      message: ({ folder, names }) => `${folder}/ has no ${names.join(', ')}`,
      help: ({ folder, names, isFrozen }, path) =>
        isFrozen
          ? 'the sprint is frozen, and takes no more; for the next one npx sprint-check start writes them all'
          : `write ${names.length === 1 ? 'it' : 'them'}, to be committed with your next entry:\ngit add ${path(folder)}`,
    },
    fr: {
      summary: 'Le dossier du sprint contient tous ses artefacts.',
      why: 'Plan, tableau, démo, revue, rétro et preflight sont ce que le PO lit en plus du journal.',
      remedy: 'Écrivez les fichiers manquants, puis git add sur le dossier du sprint.',
      message: ({ folder, names }) => `Il manque dans ${folder}/ : ${names.join(', ')}`,
      help: ({ folder, names, isFrozen }, path) =>
        isFrozen
          ? 'le sprint est gelé, rien ne s’y ajoute plus ; pour le suivant, npx sprint-check start les écrit tous'
          : `écrivez-${names.length === 1 ? 'le' : 'les'}, à commiter avec votre prochaine entrée :\ngit add ${path(folder)}`,
    },
  },
});

import { sprintFolder } from '../facts/sprint.js';
import { isFrozen } from '../facts/start.js';
import { defineRule } from './rule.js';

export default defineRule({
  id: 'preflight/schema',
  severity: 'warn',
  where: 'R',
  after: ['journal/missing'],
  check: ({ config, sprint, closing, now }) => {
    const staleSchema = closing?.staleSchema ?? null;
    if (!sprint || staleSchema === null) return [];
    const preflight = `${sprintFolder(config, sprint.id)}/PREFLIGHT.md`;
    return [{ data: { schema: staleSchema, preflight, isFrozen: isFrozen(sprint, now) }, file: preflight }];
  },
  words: {
    en: {
      summary: 'A tracked schema.sql is refreshed in the sprint, or PREFLIGHT.md says why it is unchanged.',
      why: 'The PO relies on it to apply migrations; one from an earlier sprint misleads.',
      remedy:
        'Commit the schema.sql that the PO has dumped, or write in PREFLIGHT.md: schema.sql: unchanged (no migration in this sprint)',
      message: ({ schema, preflight }) =>
        `${schema} was not refreshed in this sprint, and ${preflight} does not say that it is unchanged, or why.`,
      help: ({ schema, preflight, isFrozen }, path) =>
        isFrozen
          ? 'the sprint is frozen, and takes no more; write in the PREFLIGHT.md of the next one: schema.sql: unchanged (no migration in this sprint)'
          : `write in ${preflight}: schema.sql: unchanged (no migration in this sprint)\ngit add ${path(preflight)}\nor, once the PO has dumped it again: git add ${path(schema)}`,
    },
    fr: {
      summary:
        'Un schema.sql suivi par git est rafraîchi dans le sprint, ou PREFLIGHT.md dit pourquoi il est inchangé.',
      why: 'Le PO s’appuie dessus pour appliquer les migrations ; celui d’un sprint antérieur induit en erreur.',
      remedy:
        'Commitez le schema.sql exporté par le PO, ou écrivez dans PREFLIGHT.md : schema.sql: unchanged (aucune migration dans ce sprint)',
      message: ({ schema, preflight }) =>
        `${schema} n’a pas été rafraîchi dans ce sprint, et ${preflight} ne dit pas qu’il est « unchanged », ni pourquoi.`,
      help: ({ schema, preflight, isFrozen }, path) =>
        isFrozen
          ? 'le sprint est gelé, rien ne s’y ajoute plus ; écrivez dans le PREFLIGHT.md du suivant : schema.sql: unchanged (aucune migration dans ce sprint)'
          : `écrivez dans ${preflight} : schema.sql: unchanged (aucune migration dans ce sprint)\ngit add ${path(preflight)}\nou, une fois qu’il a été exporté de nouveau par le PO : git add ${path(schema)}`,
    },
  },
});

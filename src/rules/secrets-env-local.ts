import { leCommit, sentence, theCommit } from '../words/commit.js';
import { defineRule } from './rule.js';

export default defineRule({
  id: 'secrets/env-local',
  severity: 'error',
  where: 'C',
  check: ({ changes, oid }) => {
    const secrets = changes.filter(({ path, after }) => after !== null && /(^|\/)\.env\.local$/.test(path));
    return secrets.map(({ path }) => ({ data: { file: path, oid }, file: path }));
  },
  words: {
    en: {
      summary: 'No commit adds or changes a .env.local.',
      why: 'It contains the PO’s keys; what git has once contained, everybody with a clone has.',
      remedy: 'git rm --cached .env.local, then echo .env.local >> .gitignore. Change any keys that were pushed.',
      message: ({ file, oid }) => `${sentence(theCommit(oid))} would put secrets into git: ${file}`,
      help: ({ file, oid }, path) =>
        oid === null
          ? `git rm --cached ${path(file)}\necho .env.local >> .gitignore`
          : `change the keys that it contained, then:\ngit rm --cached ${path(file)}`,
    },
    fr: {
      summary: 'Aucun commit n’ajoute ni ne modifie un .env.local.',
      why: 'Il contient les clés du PO ; ce que git a contenu une fois, tous ceux qui ont un clone l’ont.',
      remedy: 'git rm --cached .env.local, puis echo .env.local >> .gitignore. Changez les clés déjà poussées.',
      message: ({ file, oid }) => `${sentence(leCommit(oid))} mettrait des secrets dans git : ${file}`,
      help: ({ file, oid }, path) =>
        oid === null
          ? `git rm --cached ${path(file)}\necho .env.local >> .gitignore`
          : `changez les clés qu’il contenait, puis :\ngit rm --cached ${path(file)}`,
    },
  },
});

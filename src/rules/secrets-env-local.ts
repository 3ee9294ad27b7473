import type { PathArgument } from '../words/commands.js';
import { leCommit, sentence, theCommit } from '../words/commit.js';
import { defineRule } from './rule.js';

/** Appends a line, even if the file's last line has no end; bash and PowerShell read it alike. */
const ignore = (path: PathArgument) =>
  `node -e "fs.appendFileSync('${path('.gitignore').slice(1, -1)}','\\n.env.local\\n')"`;

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
      remedy: 'git rm --cached -f .env.local, and add .env.local to .gitignore. Change any keys that were pushed.',
      message: ({ file, oid }) =>
        `${sentence(theCommit(oid))} ${oid === null ? 'would put' : 'puts'} secrets into git: ${file}`,
      help: ({ file, oid }, path) =>
        oid === null
          ? `git rm --cached -f ${path(file)}\n${ignore(path)}`
          : `change the keys that it contained, then:\ngit rm --cached -f ${path(file)}`,
    },
    fr: {
      summary: 'Aucun commit n’ajoute ni ne modifie un .env.local.',
      why: 'Il contient les clés du PO ; ce que git a contenu une fois, tous ceux qui ont un clone l’ont.',
      remedy: 'git rm --cached -f .env.local, et ajoutez .env.local à .gitignore. Changez les clés déjà poussées.',
      message: ({ file, oid }) =>
        `${sentence(leCommit(oid))} ${oid === null ? 'mettrait' : 'met'} des secrets dans git : ${file}`,
      help: ({ file, oid }, path) =>
        oid === null
          ? `git rm --cached -f ${path(file)}\n${ignore(path)}`
          : `changez les clés qu’il contenait, puis :\ngit rm --cached -f ${path(file)}`,
    },
  },
});

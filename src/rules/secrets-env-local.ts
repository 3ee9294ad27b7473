import { intoCommit, leCommit, sentence, theCommit } from '../words/commit.js';
import { quoted } from '../words/path.js';
import { defineRule } from './rule.js';

interface Secret {
  readonly file: string;
  readonly oid: string | null;
}

/** Secrets stay out of git. */
export default defineRule<Secret>({
  id: 'secrets/env-local',
  severity: 'error',
  scope: 'S C',
  words: {
    en: {
      summary: 'No commit adds or changes a .env.local.',
      why: 'It holds the PO’s keys; what git has once held, everybody with a clone holds.',
      remedy:
        'git rm --cached .env.local, then echo .env.local >> .gitignore. Keys that were pushed have to be changed.',
      message: ({ file, oid }) => `${sentence(theCommit(oid))} would put secrets into git: ${file}`,
      help: ({ file, oid }) =>
        oid === null
          ? `git rm --cached ${quoted(file)}\necho .env.local >> .gitignore`
          : `change the keys that it held, then:\ngit rm --cached ${quoted(file)}\n${intoCommit(oid)}`,
    },
    fr: {
      summary: 'Aucun commit n’ajoute ni ne modifie un .env.local.',
      why: 'Il contient les clés du PO ; ce que git a tenu une fois, tous ceux qui ont un clone le tiennent.',
      remedy: 'git rm --cached .env.local, puis echo .env.local >> .gitignore. Des clés déjà poussées sont à changer.',
      message: ({ file, oid }) => `${sentence(leCommit(oid))} mettrait des secrets dans git : ${file}`,
      help: ({ file, oid }) =>
        oid === null
          ? `git rm --cached ${quoted(file)}\necho .env.local >> .gitignore`
          : `changez les clés qu’il contenait, puis :\ngit rm --cached ${quoted(file)}\n${intoCommit(oid)}`,
    },
  },
  commit: ({ changes, oid }) =>
    changes
      .filter(({ path, after }) => after !== null && /(^|\/)\.env\.local$/.test(path))
      .map(({ path }) => ({ data: { file: path, oid }, file: path })),
});

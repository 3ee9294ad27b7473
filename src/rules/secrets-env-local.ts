import type { MadeCommit } from '../facts/facts.js';
import { leChangement, sentence, theChange } from '../words/commit.js';
import { mend } from '../words/mend.js';
import { quoted } from '../words/path.js';
import { defineRule } from './rule.js';

interface Secret {
  readonly file: string;
  readonly oid: string | null;
  readonly made: MadeCommit | null;
  readonly since: string | null;
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
      message: ({ file, ...judged }) => `${sentence(theChange(judged))} would put secrets into git: ${file}`,
      help: ({ file, made }) =>
        made === null
          ? `git rm --cached ${quoted(file)}\necho .env.local >> .gitignore`
          : mend('en', made, `change the keys that it held, then:\ngit rm --cached ${quoted(file)}`),
    },
    fr: {
      summary: 'Aucun commit n’ajoute ni ne modifie un .env.local.',
      why: 'Il contient les clés du PO ; ce que git a tenu une fois, tous ceux qui ont un clone le tiennent.',
      remedy: 'git rm --cached .env.local, puis echo .env.local >> .gitignore. Des clés déjà poussées sont à changer.',
      message: ({ file, ...judged }) => `${sentence(leChangement(judged))} mettrait des secrets dans git : ${file}`,
      help: ({ file, made }) =>
        made === null
          ? `git rm --cached ${quoted(file)}\necho .env.local >> .gitignore`
          : mend('fr', made, `changez les clés qu’il contenait, puis :\ngit rm --cached ${quoted(file)}`),
    },
  },
  acrossRange: true,
  commit: ({ changes, oid, made, since, base }) => {
    // Of what came before the first sprint, the commits of a range are not asked either.
    if (since !== null && base?.sprint === null) return [];
    const secrets = changes.filter(({ path, after }) => after !== null && /(^|\/)\.env\.local$/.test(path));
    return secrets.map(({ path }) => ({ data: { file: path, oid, made, since }, file: path }));
  },
});

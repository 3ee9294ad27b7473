import type { Config } from '../config/config.js';
import { Failure } from '../failure.js';
import type { Resolved } from '../fix/conflict.js';
import type { Repair } from '../fix/repair.js';
import type { Translated } from '../language.js';
import { visible } from '../report/visible.js';

type NotMerged = Exclude<Resolved, string>;

const en = {
  repaired: (path: string) => `${path} is repaired:`,
  nothing: (path: string) => `${path}: nothing to repair`,
  merged: 'the entries of both sides of the merge, each once',
  /** `argument` is the path as one types it. */
  notMerged: (path: string, reason: NotMerged, argument: string) => {
    const left = `${path} is left in conflict:`;
    switch (reason.kind) {
      case 'differs':
        return `${left} the two sides do not agree on entry ${reason.entry}. By hand, keep both of its forms; if the PO answered one, that comes first, with the answer.`;
      case 'po-first':
        return `${left} the PO has to correct one side of it first, in a commit by the PO. Until then: git merge --abort`;
      case 'by-hand':
        return `${left} its two sides can’t be put into one list. Resolve it by hand.`;
      case 'edited':
        return `${left} it has been edited by hand since. Finish by hand, or start over with: git checkout --merge -- ${argument}`;
    }
  },
  repair: (repair: Repair) => {
    switch (repair.kind) {
      case 'encoding':
        return 'converted to UTF-8 without a byte order mark';
      case 'line-ends':
        return `all line endings changed to ${repair.to}`;
      case 'tabs':
        return `${repair.line < repair.lastLine ? `lines ${repair.line} to` : 'line'} ${repair.lastLine}: tabs replaced with spaces`;
      case 'value':
        return `line ${repair.line}: ${repair.written}`;
    }
  },
};

/** Paths come ready to be shown, lines are 1-based. */
export const fixWords: Translated<typeof en> = {
  en,
  fr: {
    repaired: (path) => `${path} est réparé :`,
    nothing: (path) => `${path} : rien à réparer`,
    merged: 'les entrées des deux côtés de la fusion, chacune une fois',
    notMerged: (path, reason, argument) => {
      const left = `${path} reste en conflit :`;
      switch (reason.kind) {
        case 'differs':
          return `${left} les deux côtés divergent sur l’entrée ${reason.entry}. À la main, gardez-en les deux versions ; si le PO a répondu à l’une d’elles, elle vient d’abord, avec la réponse.`;
        case 'po-first':
          return `${left} c’est d’abord au PO d’en corriger un côté, dans un commit à lui. D’ici là : git merge --abort`;
        case 'by-hand':
          return `${left} ses deux côtés ne peuvent pas former une seule liste. Résolvez-le à la main.`;
        case 'edited':
          return `${left} il a été modifié à la main depuis. Finissez à la main, ou repartez de zéro avec : git checkout --merge -- ${argument}`;
      }
    },
    repair: (repair) => {
      switch (repair.kind) {
        case 'encoding':
          return 'converti en UTF-8 sans marque d’ordre des octets (BOM)';
        case 'line-ends':
          return `fins de ligne converties en ${repair.to}`;
        case 'tabs':
          return `${repair.line < repair.lastLine ? `lignes ${repair.line} à` : 'ligne'} ${repair.lastLine} : tabulations remplacées par des espaces`;
        case 'value':
          return `ligne ${repair.line} : ${repair.written}`;
      }
    },
  },
};

export function noJournalFile(path: string, { sprints }: Config): Failure {
  const journals = visible(`${sprints}/S<N>/INTERACTIONS.yaml`);
  return new Failure('file', {
    en: [`${visible(path)} is not a journal.`, `give a journal: ${journals}`],
    fr: [`${visible(path)} n’est pas un journal.`, `donnez un journal : ${journals}`],
  });
}

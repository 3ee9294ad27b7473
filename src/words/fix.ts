import type { Config } from '../config/config.js';
import { Failure } from '../failure.js';
import type { Resolved } from '../fix/conflict.js';
import type { Repair } from '../fix/repaired.js';
import type { Translated } from '../language.js';
import { visible } from '../report/visible.js';
import type { UnreadableReason } from '../yaml/problem.js';
import { unreadableWords } from './yaml.js';

type NotMerged = Exclude<Resolved, string>;

const en = {
  repaired: (path: string) => `${path} is repaired:`,
  nothing: (path: string) => `${path}: nothing to repair`,
  merged: 'the entries of both sides of the merge, each once',
  /** `argument` is the path as one types it. */
  notMerged: (path: string, reason: NotMerged, argument: string) =>
    `${path} is left in conflict: ${reasonEnglish(reason, argument)}`,
  repair: repairEnglish,
  next: 'next:',
  more: 'and more',
};

/** What fix says that it did; paths are shown, lines count from 1. */
export const fixWords: Translated<typeof en> = {
  en,
  fr: {
    repaired: (path) => `${path} est réparé :`,
    nothing: (path) => `${path} : rien à réparer`,
    merged: 'les entrées des deux côtés de la fusion, chacune une fois',
    notMerged: (path, reason, argument) => `${path} reste en conflit : ${reasonFrench(reason, argument)}`,
    repair: repairFrench,
    next: 'ensuite :',
    more: 'et d’autres',
  },
};

function repairEnglish(repair: Repair): string {
  switch (repair.kind) {
    case 'utf-16':
      return 'converted from UTF-16 to UTF-8';
    case 'bom':
      return 'byte order mark removed';
    case 'line-ends':
      return `all line endings changed to ${repair.to}`;
    case 'tabs':
      return `${repair.line < repair.lastLine ? `lines ${repair.line} to` : 'line'} ${repair.lastLine}: tabs replaced with spaces`;
    default:
      return `line ${repair.line}: ${repair.written}`;
  }
}

function repairFrench(repair: Repair): string {
  switch (repair.kind) {
    case 'utf-16':
      return 'converti d’UTF-16 en UTF-8';
    case 'bom':
      return 'marque d’ordre des octets (BOM) retirée';
    case 'line-ends':
      return `fins de ligne converties en ${repair.to}`;
    case 'tabs':
      return `${repair.line < repair.lastLine ? `lignes ${repair.line} à` : 'ligne'} ${repair.lastLine} : tabulations remplacées par des espaces`;
    default:
      return `ligne ${repair.line} : ${repair.written}`;
  }
}

function reasonEnglish(reason: NotMerged, argument: string): string {
  switch (reason.kind) {
    case 'both-altered':
      return `both sides changed entry ${reason.entry}, in different ways. Keep one of the two by hand.`;
    case 'answered-and-altered':
      return `the PO answered entry ${reason.entry} on one side, and the other side changed it. Keep both: the one that the PO answered with its answer, and behind them the changed one as it is.`;
    case 'side-missing':
      return `one side deleted it. To keep it: git add ${argument}`;
    case 'side-unreadable':
      return 'one side can’t be read as a journal. Resolve it by hand.';
    case 'edited':
      return `it has been edited by hand since. Finish by hand, or start over with: git checkout --merge -- ${argument}`;
    case 'not-a-list':
      return 'its entries can’t be put into one list. Resolve it by hand.';
  }
}

function reasonFrench(reason: NotMerged, argument: string): string {
  switch (reason.kind) {
    case 'both-altered':
      return `les deux côtés ont modifié l’entrée ${reason.entry} différemment. Gardez l’une des deux à la main.`;
    case 'answered-and-altered':
      return `le PO a répondu à l’entrée ${reason.entry} d’un côté, et l’autre l’a modifiée. Gardez les deux : celle à laquelle le PO a répondu avec sa réponse et, à la suite, celle qui a été modifiée, telle quelle.`;
    case 'side-missing':
      return `l’un des côtés l’a supprimé. Pour le garder : git add ${argument}`;
    case 'side-unreadable':
      return 'l’un des côtés ne se lit pas comme un journal. Résolvez-le à la main.';
    case 'edited':
      return `il a été modifié à la main depuis. Finissez à la main, ou repartez de zéro avec : git checkout --merge -- ${argument}`;
    case 'not-a-list':
      return 'ses entrées ne peuvent pas former une seule liste. Résolvez-le à la main.';
  }
}

/** A file that lies outside the repository. */
export function outsideRepository(file: string): Failure {
  return new Failure('file', {
    en: [`${visible(file)} is not in this repository.`, 'give a journal of this repository'],
    fr: [`${visible(file)} n’est pas dans ce dépôt.`, 'donnez un journal de ce dépôt'],
  });
}

/** A file that is no journal. */
export function noJournalFile(path: string, { sprints }: Config): Failure {
  const journals = visible(`${sprints}/S<N>/INTERACTIONS.yaml`);
  return new Failure('file', {
    en: [`${visible(path)} is not a journal.`, `give a journal: ${journals}`],
    fr: [`${visible(path)} n’est pas un journal.`, `donnez un journal : ${journals}`],
  });
}

/** A journal that is not there; `help` is what puts it there. */
export function noSuchFile(path: string, help: string | null): Failure {
  return new Failure('file', {
    en: [`${visible(path)} does not exist.`, help],
    fr: [`${visible(path)} n’existe pas.`, help],
  });
}

/** A journal that can't be read as text. */
export function notFixable(path: string, reason: UnreadableReason): Failure {
  return new Failure('journal', {
    en: unreadableWords.en(reason, path),
    fr: unreadableWords.fr(reason, path),
  });
}

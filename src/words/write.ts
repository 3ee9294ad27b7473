import type { Language, Translated } from '../language.js';
import { typeset } from './report.js';
import { depuis } from './time.js';

const prompts: Readonly<Record<string, Translated>> = {
  did: { en: 'What was done?', fr: 'Qu’avez-vous fait ?' },
  ask: { en: 'What should the PO test?', fr: 'Que doit tester le PO ?' },
  context: { en: 'Where (address, account, PR)?', fr: 'Où (adresse, compte, PR) ?' },
  reply: { en: 'OK or KO?', fr: 'OK ou KO ?' },
  details: { en: 'What was seen?', fr: 'Qu’avez-vous constaté ?' },
};

export function promptOf(key: string, language: Language): string {
  return `${typeset(language, prompts[key]?.[language] ?? key)} `;
}

const en = {
  next: 'next:',
  logged: (entry: number, path: string, isStaged: boolean) =>
    `Entry ${entry} is written to ${path}${isStaged ? ' and staged' : ''}.`,
  frozen: (sprint: number, at: string, allowed: readonly string[]) =>
    allowed.length === 0
      ? `Sprint S${sprint} has been frozen since ${at}: a commit in it will be refused.`
      : `Sprint S${sprint} has been frozen since ${at}: a commit in it will be refused, unless it changes ${allowed.join(' or ')} and the journal alone.`,
  replied: (reply: string, path: string, isStaged: boolean) =>
    `The PO’s ${reply} is written to ${path}${isStaged ? ' and staged' : ''}.`,
  done: (count: number) => (count === 1 ? '1 ask is done.' : `${count} asks are done.`),
  notPO: (po: readonly string[]) => `The commit will be refused unless its author is the PO: ${po.join(' or ')}.`,
  opened: (sprint: number, at: string) => `Sprint S${sprint} is open, until the freeze at ${at}.`,
  written: 'written:',
  openCommit: (sprint: number) => `Open sprint S${sprint}`,
  replyCommit: (sprint: number, reply: string) => `Answer sprint S${sprint}: ${reply}`,
};

export const writeWords: Translated<typeof en> = {
  en,
  fr: {
    next: 'ensuite :',
    logged: (entry, path, isStaged) => `L’entrée ${entry} est écrite dans ${path}${isStaged ? ' et indexée' : ''}.`,
    frozen: (sprint, at, allowed) =>
      allowed.length === 0
        ? `Le sprint S${sprint} est gelé ${depuis(at)} : tout commit y sera refusé.`
        : `Le sprint S${sprint} est gelé ${depuis(at)} : tout commit y sera refusé, sauf s’il ne change que ${allowed.join(' ou ')} et le journal.`,
    replied: (reply, path, isStaged) => `Le ${reply} du PO est écrit dans ${path}${isStaged ? ' et indexé' : ''}.`,
    done: (count) => (count > 1 ? `${count} demandes sont closes.` : '1 demande est close.'),
    notPO: (po) => `Le commit sera refusé si son auteur n’est pas le PO : ${po.join(' ou ')}.`,
    opened: (sprint, at) => `Le sprint S${sprint} est ouvert, jusqu’au gel, à ${at}.`,
    written: 'écrits :',
    openCommit: (sprint) => `Ouvrir le sprint S${sprint}`,
    replyCommit: (sprint, reply) => `Répondre au sprint S${sprint} : ${reply}`,
  },
};

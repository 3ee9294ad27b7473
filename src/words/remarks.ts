import type { Remark } from '../doctor/problem.js';
import { oldestGit } from '../git/version.js';
import type { Language, Words } from '../language.js';
import { duration } from './time.js';

const gitDownloads = 'https://git-scm.com/downloads';

/** husky reads this file before each hook. */
const pathRemedy = `mkdir -p ~/.config/husky && echo "export PATH=\\"$(dirname "$(command -v node)"):\\$PATH\\"" >> ~/.config/husky/init.sh`;

/** What is said of a remark, and what can be done. */
export function remarkWords(remark: Remark, language: Language): Words<string | null> {
  const isFrench = language === 'fr';
  switch (remark.kind) {
    case 'git-old': {
      const { version, severity } = remark;
      const isTooOld = severity === 'error';
      return isFrench
        ? [
            isTooOld
              ? `git ${version} est trop ancien : il faut au moins la version ${oldestGit.join('.')}.`
              : `git ${version} ne sait pas isoler ce qu’une fusion ajoute d’elle-même ; il faut la version 2.38.`,
            `installez une version plus récente de git : ${gitDownloads}`,
          ]
        : [
            isTooOld
              ? `git ${version} is too old: sprint-check needs ${oldestGit.join('.')} or later.`
              : `git ${version} can’t tell what a merge adds of its own; 2.38 or later can.`,
            `install a newer git: ${gitDownloads}`,
          ];
    }
    case 'clock-behind': {
      const length = duration(remark.seconds * 1000, language);
      return isFrench
        ? [`L’horloge retarde de ${length} sur le dernier commit.`, 'mettez l’horloge de cette machine à l’heure']
        : [`The clock is ${length} behind the newest commit.`, 'set the clock of this machine'];
    }
    case 'bare-path':
      return isFrench
        ? [
            `Les applications graphiques (PATH : ${remark.path}) ne trouvent pas node ; leurs commits seront refusés.`,
            pathRemedy,
          ]
        : [`Desktop programs (PATH: ${remark.path}) can’t find node; their commits will be refused.`, pathRemedy];
    case 'managed':
      return isFrench
        ? [`${remark.hook} : ${remark.place} appelle sprint-check ; cela a été lu, non essayé.`, null]
        : [`${remark.hook}: ${remark.place} calls sprint-check; this was read, not tried.`, null];
    case 'form-not-po': {
      const { file, email } = remark;
      const help = `GIT_AUTHOR_EMAIL: ${JSON.stringify(email)}`;
      return isFrench
        ? [
            `${file} signe les réponses du PO d’une adresse qui n’est pas dans po ; elles seront refusées.`,
            `dans ${file} : ${help}`,
          ]
        : [
            `${file} signs the PO’s answers with an address that is not in po; they will be refused.`,
            `in ${file}: ${help}`,
          ];
    }
    case 'no-po': {
      const { file, toRoot } = remark;
      const po = '["po@example.com"]';
      const help = {
        'package.json': `"sprint-check": { "po": ${po} }`,
        '.sprint-checkrc.json': `"po": ${po}`,
        '.sprint-checkrc.yaml': `po: ${po}`,
      }[file];
      return isFrench
        ? ['po est vide : n’importe qui peut écrire les réponses du PO.', `dans ${toRoot}${file} : ${help}`]
        : ['po is empty: anybody can write the PO’s answers.', `in ${toRoot}${file}: ${help}`];
    }
  }
}

import type { Language } from '../language.js';

const en = {
  /** Before the commands that make one commit of a range. */
  together: 'make one commit of all that the range changes:',
  /** Where the PO's own commits are among them, which follow as one afterwards. */
  withoutPO: 'take the PO’s new entries out of the journals, and set what they answer back to status: pending',
  ofPO: 'then what is the PO’s, as it was, in the PO’s name:',
  /** After a rebase or a merge, with what then goes on. */
  conflict: (goOn: string) =>
    `if git stops at a conflict in a journal: npx sprint-check fix, git add the journal, and ${goOn}`,
  rebased: 'these commits were made in time; undo the rebase that dated them anew, and merge instead:',
  push: 'they are on the remote already:',
  pushFirst: (branch: string) => `it was merged in from ${branch}, which has to be pushed first:`,
  correction: 'Correct the journal',
  /** Before what mends an entry of the PO's. */
  leftToPO: 'the PO corrects it, in a commit of the PO’s own:',
};

/** The words around the commands that mend a commit which is made already, in both languages. */
export const remedyWords: Readonly<Record<Language, typeof en>> = {
  en,
  fr: {
    together: 'regroupez en un seul commit tout ce que change l’intervalle :',
    withoutPO:
      'retirez des journaux les nouvelles entrées du PO, et remettez à status: pending ce à quoi elles répondent',
    ofPO: 'puis ce qui est au PO, tel quel, en son nom :',
    conflict: (goOn) =>
      `si git s’arrête sur un conflit dans un journal : npx sprint-check fix, git add sur le journal, puis ${goOn}`,
    rebased: 'ces commits ont été faits à temps ; annulez le rebase qui les a redatés, et fusionnez plutôt :',
    push: 'ils sont déjà sur le dépôt distant :',
    pushFirst: (branch) => `il vient de ${branch} par une fusion ; poussez d’abord cette branche :`,
    correction: 'Corrige le journal',
    leftToPO: 'le PO le corrige, par son propre commit :',
  },
};

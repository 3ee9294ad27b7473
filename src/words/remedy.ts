import type { Translated } from '../language.js';

const en = {
  /** Before the commands that squash the first commit at fault and all that follow it. */
  together: 'squash these commits into one:',
  /** Like `together`, for a single commit. */
  again: 'make this commit again:',
  /** Comes first, because the stash would bring the errors back. */
  allErrors: 'correct what the errors show in the files, each as its help says, and git add it',
  /** For a range with commits of the PO's, which are made again afterwards, as one. */
  withoutPO: 'remove the PO’s new entries from the journals, and set the entries they answer back to status: pending',
  ofPO: 'then the PO’s entries as they were, in the PO’s name:',
  /** After a rebase or a merge; `goOn` continues it. */
  conflict: (goOn: string) =>
    `if git stops at a conflict in a journal: npx sprint-check fix, git add the journal, and ${goOn}`,
  rebased: 'these commits were made in time; undo the rebase that changed their dates, and merge instead:',
  /** For a commit that would become empty. */
  leftOut: 'the commit does nothing else; leave it out:',
  /** For commits that cancel each other out. */
  nothingLeft: 'together the commits change nothing; leave them out:',
  push: 'they are already on the remote:',
  pushOthers: 'they are already on the remote, and not yours alone; agree on it with those who made them, then:',
  pushFirst: (branch: string) => `it was merged in from ${branch}, which has to be pushed first:`,
  correction: 'Correct the journal',
  /** Before the remedy of an entry of the PO's. */
  leftToPO: 'the PO has to correct it, in a commit by the PO:',
  /** If both the PO and a developer have something to correct. */
  poFirst:
    'first the PO has to correct what another error here shows; then this says how it is mended: npx sprint-check',
  /** After `leftToPO`, if code was committed beside it. */
  beside: 'code was committed beside it; once it is corrected, this says how that is mended: npx sprint-check',
};

/** The words around the commands that mend commits already made. */
export const remedyWords: Translated<typeof en> = {
  en,
  fr: {
    together: 'regroupez ces commits en un seul :',
    again: 'refaites ce commit :',
    allErrors: 'corrigez ce que les erreurs montrent dans les fichiers, chacune selon son aide, puis git add',
    withoutPO:
      'retirez des journaux les nouvelles entrées du PO, et remettez à status: pending les demandes auxquelles elles répondent',
    ofPO: 'puis les entrées du PO, telles quelles, en son nom :',
    conflict: (goOn) =>
      `si git s’arrête sur un conflit dans un journal : npx sprint-check fix, git add sur le journal, puis ${goOn}`,
    rebased: 'ces commits ont été faits à temps ; annulez le rebase qui a changé leurs dates, et fusionnez plutôt :',
    leftOut: 'ce commit ne fait rien d’autre ; retirez-le :',
    nothingLeft: 'ensemble, ces commits ne changent rien ; retirez-les :',
    push: 'ces commits sont déjà sur le dépôt distant :',
    pushOthers:
      'ces commits sont déjà sur le dépôt distant, et pas seulement de vous ; accordez-vous avec leurs auteurs, puis :',
    pushFirst: (branch) => `il vient de ${branch} par une fusion ; poussez d’abord cette branche :`,
    correction: 'Corrige le journal',
    leftToPO: 'c’est au PO de le corriger, dans un commit à lui :',
    poFirst:
      'le PO doit d’abord corriger ce que montre une autre erreur ici ; une fois le journal corrigé, ceci dira comment y remédier : npx sprint-check',
    beside:
      'du code a été commité à côté ; une fois le journal corrigé, ceci dira comment y remédier : npx sprint-check',
  },
};

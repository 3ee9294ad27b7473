import type { MadeCommit } from '../facts/facts.js';
import type { Language } from '../language.js';

/**
 * How a commit is mended by `change`, lines that say what to do and stage. Where it is made already they have commands
 * around them, all of which the hooks let pass; none of them loses what somebody else committed.
 */
export function mend(language: Language, commit: MadeCommit | null, change: string): string {
  if (commit === null) return change;
  const { followedBy, isMerge, base, branch } = commit;
  const name = commit.oid.slice(0, 10);
  const amended = `${change}\ngit commit --amend --no-edit`;
  if (followedBy === 'nothing') return amended;
  if (!isMerge && followedBy === 'commits') {
    const onto = `git rebase --onto HEAD ${name} ${branch}`;
    return `git switch --detach ${name}\n${amended}\n${onto}\n${words[language].conflict}`;
  }
  // A rebase makes merges anew, without what was changed in them, or leaves them out.
  const together = base === null ? 'git update-ref -d HEAD' : `git reset --soft ${base.slice(0, 10)}`;
  return `${words[language].merges}\n${together}\n${change}\ngit commit`;
}

const words: Readonly<Record<Language, Readonly<Record<'conflict' | 'merges', string>>>> = {
  en: {
    conflict:
      'where git stops at a conflict in a journal, keep the entries of both sides, git add it, and: git rebase --continue',
    merges: 'a rebase would lose what was changed in merges: make one commit of all that the range changes',
  },
  fr: {
    conflict:
      'si git s’arrête sur un conflit dans un journal, gardez les entrées des deux côtés, puis git add et : git rebase --continue',
    merges: 'un rebase perdrait ce que des fusions ont changé : faites un seul commit de tout ce que change la plage',
  },
};

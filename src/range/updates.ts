import { Failure } from '../failure.js';
import { shortName } from '../git/head.js';

export interface BranchUpdate {
  /** Its name on the remote, without `refs/heads/`. */
  readonly branch: string;
  /** Null if the push creates the branch. */
  readonly oldTip: string | null;
  /** Null if the push deletes the branch. */
  readonly newTip: string | null;
}

const oid = '[0-9a-f]{40,64}';

/** The lines that git writes to each hook's standard input, see githooks(5). */
const lineForms = {
  // refs/heads/work 67890… refs/heads/work 12345…
  'pre-push': new RegExp(`^\\S.* (?<newTip>${oid}) (?<ref>\\S+) (?<oldTip>${oid})$`),
  // 12345… 67890… refs/heads/work
  'pre-receive': new RegExp(`^(?<oldTip>${oid}) (?<newTip>${oid}) (?<ref>\\S+)$`),
};

/** Parses a hook's standard input, branches only. Throws Failure for a line that is not git's. */
export function parseUpdates(input: string, hook: keyof typeof lineForms): BranchUpdate[] {
  const listed = new Set(input.split(/\r?\n/).filter((line) => line.trim() !== ''));
  return [...listed].flatMap((line) => {
    const { ref, oldTip, newTip } = lineForms[hook].exec(line)?.groups ?? {};
    if (!ref || !oldTip || !newTip) throw notGits(line, hook);
    const branch = shortName(ref);
    return branch === null ? [] : [{ branch, oldTip: present(oldTip), newTip: present(newTip) }];
  });
}

/** Returns an object name; null if there is none, or for all zeros, git's name for no object. */
export function present(name: string | undefined): string | null {
  return !name || /^0+$/.test(name) ? null : name;
}

function notGits(given: string, hook: string): Failure {
  const line = `sprint-check ${hook} "$@"`;
  return new Failure('usage', {
    en: [`Standard input is not what git passes to ${hook}: ${given}`, `let git run it, by a ${hook} hook: ${line}`],
    fr: [
      `L’entrée standard n’est pas ce que git transmet à ${hook} : ${given}`,
      `laissez git le lancer, par un hook ${hook} : ${line}`,
    ],
  });
}

import type { Repair } from '../checks/repair.js';
import type { CheckFinding } from '../checks/result.js';
import { sprintOfJournal } from '../facts/sprint.js';
import type { Judged } from '../judge.js';
import type { Language } from '../language.js';
import { type PathArgument, quoted, refArgument } from '../words/commands.js';
import { remedyWords } from '../words/remedy.js';

/** Returns a function that makes a path from the repository's root an argument, for a user in the folder `prefix`. */
export function pathFrom(prefix: string): PathArgument {
  const folders = prefix.split('/').filter(Boolean);
  return (path) => {
    const parts = path.split('/');
    let shared = 0;
    while (shared < folders.length && shared < parts.length - 1 && folders[shared] === parts[shared]) shared++;
    return quoted([...folders.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/'));
  };
}

interface Mending {
  readonly finding: CheckFinding;
  readonly repair: Repair;
  readonly change: readonly string[];
  readonly path: PathArgument;
  readonly language: Language;
}

/** Returns a finding's remedy: its rule's help, for a commit that exists within git commands that hooks let pass. */
export function remedyOf(finding: CheckFinding, language: Language, prefix: string): string {
  const before = finding.rule.words[language].before?.(finding.data);
  return [...(before ? [before] : []), mendingOf(finding, language, prefix)].join('\n');
}

function mendingOf(finding: CheckFinding, language: Language, prefix: string): string {
  const { rule, severity, commit, atTip, repair = null, mend, leftToPO } = finding;
  if (finding.help) return finding.help[language];
  const workTree = repair?.elsewhere?.workTree ?? null;
  const path = pathFrom(workTree === null ? prefix : '');
  const help = rule.words[language].help(finding.data, path);
  const words = remedyWords[language];
  // One commit of the whole range no longer shows what a later commit has mended.
  const isMendedLater = repair !== null && commit !== null && !atTip;
  if (leftToPO && !isMendedLater) {
    // Code was committed with it, which still has to be mended once the PO has corrected the entry.
    const hasCode = repair !== null && commit !== null && severity === 'error';
    const afterwards = hasCode ? afterPO({ finding, repair, change: [], path, language }) : [];
    return [words.leftToPO, help, ...afterwards].join('\n');
  }
  if (!repair) return withPaths(help, finding, path);
  if (mend === 'help' || severity !== 'error') return help;
  if (repair.rebased && rule.id === 'freeze/closed') {
    const { base, rebased } = repair;
    const merge = rebased === 'pull' || base === null ? 'git pull --no-rebase' : `git merge ${base.slice(0, 10)}`;
    const push = repair.pushed ? [words.push, pushOf(repair, '--force-with-lease ')] : [];
    return [words.rebased, 'git reset --keep ORIG_HEAD', merge, words.conflict('git commit'), ...push].join('\n');
  }
  const { unpushed } = repair;
  if (commit !== null && unpushed?.commits.has(commit))
    return `${words.pushFirst(unpushed.branch)}\ngit push ${unpushed.remote} ${refArgument(unpushed.branch)}`;
  const commands = commandsFor({ finding, repair, change: changeLines(finding, language, path), path, language });
  return [...goToBranch(repair), ...commands].join('\n');
}

function afterPO(mending: Mending): string[] {
  const isKnown = mending.repair.byPO !== null;
  return isKnown ? [...allInOne(mending), ...rewriteOf(mending)] : [remedyWords[mending.language].beside];
}

function goToBranch({ tip, branch, elsewhere }: Repair): string[] {
  if (elsewhere === null) return [];
  if (elsewhere.workTree !== null) return [`cd ${quoted(elsewhere.workTree)}`];
  return [`git switch ${branch === null ? `--detach ${tip.slice(0, 10)}` : refArgument(branch)}`];
}

const mostPaths = 20;

/** Adds a `git commit` line if git commit was given paths: it then takes nothing else that is staged. */
function withPaths(help: string, { paths, file }: Judged, path: PathArgument): string {
  if (paths === null) return help;
  const given = paths.map(path);
  const lines = help.split('\n');
  // git add -f "docs/sprints/S3/INTERACTIONS.yaml"
  const staged = lines.flatMap((line) => /^git add (?:-f )?(.*)$/.exec(line)?.[1] ?? []);
  const missing = (staged.length > 0 || file === undefined ? staged : [path(file)]).filter(
    (argument) => !given.includes(argument),
  );
  if (missing.length === 0) return help;
  const last = lines.findLastIndex((line) => /^(?:git add|npx) /.test(line));
  const commit = `git commit -- ${[...(given.length > mostPaths ? ['…'] : given), ...missing].join(' ')}`;
  return lines.toSpliced(last < 0 ? lines.length : last + 1, 0, commit).join('\n');
}

function changeLines({ rule, data, file }: Judged, language: Language, path: PathArgument): string[] {
  const lines = rule.words[language].help(data, path).split('\n');
  const isStaged =
    file === undefined || lines.some((line) => /^(?:git (?:add|rm|checkout)|npx sprint-check log) /.test(line));
  return isStaged ? lines : [...lines, `git add ${path(file)}`];
}

function commandsFor(mending: Mending): string[] {
  const { finding, repair, change, language } = mending;
  const words = remedyWords[language];
  const { commit, file, po, config, mend } = finding;
  const { tip, frozen, pushed } = repair;
  const at = commit ?? tip;
  const isJournal = file !== undefined && sprintOfJournal(config, file) !== null;
  const rewrite = rewriteOf(mending);
  // The freeze lets pass what mends the PO's entries.
  if (commit === null && isJournal && (po || !frozen.has(tip))) {
    return [...change, `git commit -m "${words.correction}"`, ...(pushed ? [pushOf(repair)] : rewrite)];
  }
  const isLeftOut = mend === 'leave out';
  const isAllowed = isLeftOut || (repair.tipIsAnswer ? po || commit !== null : !frozen.has(tip));
  if (at !== tip || repair.together || !isAllowed) {
    // Otherwise the PO's unsound entry would be committed in the PO's name again.
    const leavesUnsound = repair.oneCommit.findings.some((each) => each.leftToPO);
    return leavesUnsound ? [words.poFirst] : [...allInOne(mending), ...rewrite];
  }
  const amended = [...change, 'git commit --amend --no-edit'];
  return [...(isLeftOut ? [words.leftOut, `git reset --keep ${at.slice(0, 10)}~1`] : amended), ...rewrite];
}

/** Returns the push after a rewrite, if the commits are on the remote already, or on no branch here. */
function rewriteOf({ repair, language }: Pick<Mending, 'repair' | 'language'>): string[] {
  const { branch, target, pushed, hasSeveralDevelopers } = repair;
  const words = remedyWords[language];
  if (pushed && repair.base !== repair.tip)
    return [hasSeveralDevelopers ? words.pushOthers : words.push, pushOf(repair, '--force-with-lease ')];
  return pushed || (branch === null && target !== null) ? [pushOf(repair)] : [];
}

function pushOf({ remote, branch, target }: Repair, option = ''): string {
  const source = branch ?? 'HEAD';
  const refspec = target === null || target === source ? source : `${source}:${target}`;
  return `git push ${option}${remote} ${refArgument(refspec)}`;
}

function undoCommits({ replacesOne, base }: Repair, words: (typeof remedyWords)[Language]): string[] {
  const reset = base === null ? 'git update-ref -d HEAD' : `git reset --soft ${base.slice(0, 10)}`;
  return [replacesOne ? words.again : words.together, reset];
}

/** Returns the commands for one commit of the whole range, in the next sprint if the range's is frozen. */
function allInOne({ finding, repair, change, path, language }: Mending): string[] {
  const { tip, base, byPO, frozen, merged, oneCommit } = repair;
  const words = remedyWords[language];
  const restored = oneCommit.restored.map((each) =>
    each.isOnDisk ? `git add -f ${path(each.path)}` : `git checkout ${each.from} -- ${path(each.path)}`,
  );
  if (oneCommit.isEmpty && base !== null)
    return [words.nothingLeft, `git reset --soft ${base.slice(0, 10)}`, ...restored];
  const remaining = oneCommit.findings.filter(({ leftToPO }) => !leftToPO);
  // A finding with a place in a file has a help of its own, so this one only refers to the others'.
  const isPlaced = ({ location, rule }: Judged) => location !== undefined && rule.where !== 'C';
  const isThis = ({ rule, file, path: pointer }: Judged) =>
    rule === finding.rule && file === finding.file && pointer === finding.path;
  // No hook asks for what closes a sprint (rules R), and `start` writes it for a new one.
  const isShown =
    finding.rule.where === 'R' ? !frozen.has(tip) : isPlaced(finding) && (finding.atTip || remaining.some(isThis));
  const changes = [
    ...restored,
    ...(isShown ? change : []),
    ...(remaining.some((each) => isPlaced(each) && !isThis(each)) ? [words.allErrors] : []),
    ...remaining.filter((each) => !isPlaced(each)).flatMap((each) => changeLines(each, language, path)),
  ];
  const journals = oneCommit.journals.map(path).join(' ');
  return [
    ...(base === tip ? [] : undoCommits(repair, words)),
    // Staging a path once, after all its changes, is enough.
    ...changes.filter((line, index) => !line.startsWith('git add ') || changes.lastIndexOf(line) === index),
    ...(byPO === null
      ? ['git commit']
      : [
          ...['git stash', 'git stash apply --index', words.withoutPO, `git add ${journals}`, 'git commit'],
          ...[words.ofPO, `git checkout stash -- ${journals}`],
          ...[`git commit -C ${byPO.slice(0, 10)} -- ${journals}`, 'git stash drop'],
        ]),
    // The new commit has its changes already: `-s ours` only keeps it as a parent.
    ...merged.map((oid) => `git merge -s ours --no-edit ${oid.slice(0, 10)}`),
  ];
}

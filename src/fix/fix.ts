import { join } from 'node:path';
import type { Context, ExitCode } from '../commands/command.js';
import { journalPath, sprintNumbers, sprintOfJournal } from '../facts/sprint.js';
import { failureOf } from '../failure.js';
import { runGit } from '../git/process.js';
import { folderMode } from '../git/tree.js';
import { readJournal } from '../journal/read.js';
import { printable } from '../report/report.js';
import { failureText } from '../report/text.js';
import { visible } from '../report/visible.js';
import { linkInTheWay, somethingInTheWay } from '../words/files.js';
import { fixWords, noSuchFile, notFixable } from '../words/fix.js';
import { noSprint } from '../words/write-failures.js';
import { writeFiles } from '../worktree/files.js';
import { done, labelled, print, say, warning } from '../worktree/say.js';
import { mayWriteAsPO, missingJournalCommand, type Workspace, withWorkspace } from '../worktree/workspace.js';
import { resolveConflict } from './conflict.js';
import { type JournalPath, journalOfArgument } from './paths.js';
import { remainingErrors } from './remaining.js';
import { repair } from './repair.js';

/** Repairs the journals of the work tree that are named, or that of the sprint; the others where one can't be. */
export function fix(files: readonly string[], context: Context): Promise<ExitCode> {
  return withWorkspace<ExitCode>(context, async (workspace) => {
    const { root, config } = workspace;
    const named = files.length > 0 ? files : (await journalsToFix(workspace, context)).map((path) => join(root, path));
    let exitCode: ExitCode = 0;
    for (const file of new Set(named)) {
      try {
        const journal = journalOfArgument(root, context.directory, file, config);
        await fixJournal(workspace, journal, context);
      } catch (error) {
        exitCode = 2;
        context.writeError(failureText(printable(failureOf(error), context.language), context));
      }
    }
    return exitCode;
  });
}

// 100644 3b18e51… 2\tdocs/sprints/S3/INTERACTIONS.yaml\0
/** The journals in conflict; else that of S<N>, or of the highest sprint where the header can't be read. */
async function journalsToFix({ root, disk, config }: Workspace, context: Context): Promise<string[]> {
  const stages = await runGit({ ...context, directory: root }, ['ls-files', '--unmerged', '-z']);
  const paths = new Set(stages.split('\0').map((stage) => stage.slice(stage.indexOf('\t') + 1)));
  const conflicted = [...paths].filter((path) => sprintOfJournal(config, path) !== null);
  if (conflicted.length > 0) return conflicted;
  const [highest] = await sprintNumbers(config, disk.snapshot);
  const found = disk.sprint ?? highest;
  if (found === undefined) throw noSprint();
  return [journalPath(config, found)];
}

async function fixJournal(workspace: Workspace, { path, sprint }: JournalPath, context: Context): Promise<void> {
  const { root, config, objects } = workspace;
  const bytes = await bytesOf(workspace, { path, sprint });
  // Where the config names the PO's addresses, the words of the PO's entries are the PO's alone to mend.
  const mayEditPO = await mayWriteAsPO(context, workspace);
  const words = fixWords[context.language];
  const shown = visible(path);
  const before = bytes.toString('utf8');
  const conflict = { path, sprint, text: before, developers: config.developers, mayEditPO };
  const resolved = await resolveConflict(objects, conflict);
  if (resolved !== null && typeof resolved !== 'string') {
    print(context, [warning(context, words.notMerged(shown, resolved, workspace.argument(path)))]);
    return;
  }
  const result = repair(resolved === null ? bytes : Buffer.from(resolved), mayEditPO);
  if ('kind' in result) throw notFixable(path, result);
  const after = Buffer.from(result.text);
  const journal = readJournal({ path, sprint, mode: '100644', size: after.length, bytes: after });
  if (journal.state === 'unreadable') throw notFixable(path, journal.reason);
  const isChanged = !after.equals(bytes);
  if (isChanged) writeFiles(root, [{ path, text: result.text }]);
  say(context, [
    done(context, isChanged ? words.repaired(shown) : words.nothing(shown)),
    ...(resolved === null ? [] : [`    ${words.merged}`]),
    ...[...result.repairs]
      .sort((one, other) => lineOf(one) - lineOf(other))
      .map((each) => `    ${visible(words.repair(each))}`),
    ...labelled(context, words.next, isChanged ? [`git add ${workspace.argument(path)}`] : []),
  ]);
  print(context, remainingErrors(journal, config, mayEditPO, context));
}

function lineOf(repair: object): number {
  return 'line' in repair ? Number(repair.line) : 0;
}

/** The bytes of a regular file of the work tree. Throws Failure for anything else, or a symbolic link on the way. */
async function bytesOf(workspace: Workspace, { path, sprint }: JournalPath): Promise<Buffer> {
  const { snapshot } = workspace.disk;
  const names = path.split('/');
  for (const depth of names.keys()) {
    const at = names.slice(0, depth + 1).join('/');
    const entry = await snapshot.entry(at);
    const isFile = depth === names.length - 1;
    if (!entry) break;
    if (entry.mode === '120000') throw linkInTheWay(at);
    if ((entry.mode === folderMode) === isFile) throw somethingInTheWay(at);
    if (!isFile) continue;
    const { size, bytes } = await snapshot.files.bytes(path, entry);
    if (bytes.length !== size) throw notFixable(path, { kind: 'too-large' });
    return bytes;
  }
  throw noSuchFile(path, await missingJournalCommand(workspace, sprint));
}

import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Context, ExitCode } from '../commands/command.js';
import { journalPath, sprintNumbers, sprintOfJournal } from '../facts/sprint.js';
import { failureOf } from '../failure.js';
import { runGit } from '../git/process.js';
import { readJournal } from '../journal/read.js';
import { printable } from '../report/report.js';
import { failureText } from '../report/text.js';
import { visible } from '../report/visible.js';
import { fixWords, noJournalFile } from '../words/fix.js';
import { writeWords } from '../words/write.js';
import { noJournal, noSprint, unreadableJournal } from '../words/write-failures.js';
import { fileOf } from '../worktree/disk.js';
import { requirePlace, writeFiles } from '../worktree/files.js';
import { done, labelled, print, say, warning } from '../worktree/say.js';
import { mayWriteAsPO, missingJournalCommand, type Workspace, withWorkspace } from '../worktree/workspace.js';
import { resolveConflict } from './conflict.js';
import { remainingErrors } from './remaining.js';
import { repair } from './repair.js';

/** Repairs the named journals, or the sprint's. A journal that can't be repaired does not stop the others. */
export function fix(files: readonly string[], context: Context): Promise<ExitCode> {
  return withWorkspace<ExitCode>(context, async (workspace) => {
    const named = files.map((file) => fromRoot(workspace, context, file));
    let exitCode: ExitCode = 0;
    for (const path of named.length > 0 ? named : await journalsToFix(workspace, context)) {
      try {
        await fixJournal(workspace, path, context);
      } catch (error) {
        exitCode = 2;
        context.writeError(failureText(printable(failureOf(error), context.language), context));
      }
    }
    return exitCode;
  });
}

function fromRoot({ root }: Workspace, { directory }: Context, file: string): string {
  const [top, from] = [root, directory].map((folder) => realpathSync.native(folder)) as [string, string];
  return relative(top, resolve(from, file)).replaceAll('\\', '/');
}

// 100644 3b18e51… 2\tdocs/sprints/S3/INTERACTIONS.yaml\0
/** Returns the journals in conflict, or else the sprint's; the highest sprint's if the header is unreadable. */
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

async function fixJournal(workspace: Workspace, path: string, context: Context): Promise<void> {
  const { root, config, objects, disk } = workspace;
  const { snapshot } = disk;
  const sprint = sprintOfJournal(config, path);
  if (sprint === null) throw noJournalFile(path, config);
  requirePlace(root, path);
  const entry = await snapshot.entry(path);
  if (!entry) throw noJournal(path, await missingJournalCommand(context, workspace, sprint));
  const file = await snapshot.files.bytes(path, entry);
  // If the config names the PO's addresses, only the PO may mend the PO's words.
  const mayEditPO = await mayWriteAsPO(context, workspace);
  const words = fixWords[context.language];
  const shown = visible(path);
  const conflict = { path, sprint, bytes: file.bytes, developers: config.developers, mayEditPO };
  const resolved = await resolveConflict(objects, conflict);
  if (resolved !== null && typeof resolved !== 'string') {
    print(context, [warning(context, words.notMerged(shown, resolved, workspace.argument(path)))]);
    return;
  }
  const result = repair(resolved === null ? file : fileOf(resolved), mayEditPO);
  if ('kind' in result) throw unreadableJournal(path, result);
  const { text, repairs } = result;
  const journal = readJournal({ path, sprint, ...fileOf(text) });
  if (journal.state === 'unreadable') throw unreadableJournal(path, journal.reason);
  const isChanged = !Buffer.from(text).equals(file.bytes);
  if (isChanged) writeFiles(root, [{ path, text }]);
  const isMended = isChanged || resolved !== null;
  say(context, [
    done(context, isMended ? words.repaired(shown) : words.nothing(shown)),
    ...(resolved === null ? [] : [`    ${words.merged}`]),
    ...repairs.map((each) => `    ${visible(words.repair(each))}`),
    ...labelled(context, writeWords[context.language].next, isMended ? [`git add ${workspace.argument(path)}`] : []),
  ]);
  print(context, remainingErrors(journal, config, mayEditPO, context));
}

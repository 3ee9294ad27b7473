import type { Context, ExitCode } from '../commands/command.js';
import { lastWord } from '../facts/last-word.js';
import { highestSprint, journalPath, readJournalAt, sprintFolder } from '../facts/sprint.js';
import { sprintFrom } from '../facts/start.js';
import { folderMode } from '../git/tree.js';
import { visible } from '../report/visible.js';
import { lastWordLines } from '../status/text.js';
import { artefactTexts, type Opening, openingWords } from '../words/artefacts.js';
import { notInPlace } from '../words/files.js';
import { unwritableHeader } from '../words/notes.js';
import { clockTime, rfc3339 } from '../words/time.js';
import { writeWords } from '../words/write.js';
import { alreadyOpen, noJournal, notASprint, sprintOver } from '../words/write-failures.js';
import { type FileToWrite, writeFiles } from '../worktree/files.js';
import { done, labelled, say } from '../worktree/say.js';
import { brokenHeader, restoreCommand, type Workspace, withWorkspace } from '../worktree/workspace.js';
import { yamlOf } from './append.js';
import { type HeaderValues, withHeader } from './header.js';
import { signature } from './journal.js';

/** Opens the sprint that is `written` on the command line, by default the next. */
export function start(written: string | null, context: Context): Promise<ExitCode> {
  return withWorkspace<ExitCode>(context, async (workspace) => {
    const { config, root } = workspace;
    const broken = isHeaderUnreadable(workspace, written) ? await brokenHeader(workspace, context.now) : null;
    if (broken) throw broken;
    await requireJournal(workspace, context);
    const sprint = await sprintToOpen(workspace, written, context);
    const startedAt = startOf(workspace, sprint, context.now);
    const { freezeAt } = sprintFrom(config, sprint, { at: startedAt, source: 'header', line: null });
    if (freezeAt !== null && freezeAt <= context.now) throw sprintOver(sprint, sprint + 1);
    const opening: Opening = { ...config, sprint, folder: sprintFolder(config, sprint), branch: config.sprintBranch };
    const notes = await notesToWrite(workspace, opening, startedAt, context);
    const files = [notes, ...(await missingFiles(workspace, opening, context))];
    const word = await lastWord(config, workspace.disk.snapshot);
    writeFiles(root, files);
    const words = writeWords[context.language];
    const paths = files.map(({ path }) => visible(path));
    say(context, [
      ...(word ? lastWordLines({ ...workspace, lastWord: word }, context) : []),
      done(context, words.opened(sprint, clockTime(freezeAt ?? context.now, context.now))),
      ...labelled(context, words.written, paths),
      ...labelled(context, words.next, ['git add -A', `git commit -m "${words.openCommit(sprint)}"`]),
    ]);
    return 0;
  });
}

/** Throws Failure if the journal of the sprint before is in HEAD alone: the commit would lose its entries. */
async function requireJournal(workspace: Workspace, context: Context): Promise<void> {
  const { config, disk, head } = workspace;
  if (disk.sprint === null || disk.sprint !== head.sprint || disk.journal || !head.journal) return;
  throw noJournal(journalPath(config, disk.sprint), await restoreCommand(context, workspace, disk.sprint));
}

/** Tells whether the header hides what `start` needs to know. Other wrong values are overwritten. */
function isHeaderUnreadable({ disk }: Workspace, written: string | null): boolean {
  const problems = disk.notes?.header?.problems ?? [];
  return problems.some((problem) => problem.kind !== 'key' || (problem.key === 'sprint_id' && written === null));
}

async function sprintToOpen(workspace: Workspace, written: string | null, context: Context): Promise<number> {
  const { config, disk, head } = workspace;
  const numbers = await Promise.all(
    [disk, head].map(async ({ snapshot, notes }) => [
      notes?.header?.sprintId ?? 0,
      (await highestSprint(config, snapshot)) ?? 0,
    ]),
  );
  const highest = Math.max(...numbers.flat());
  const number = written ?? `${highest + 1}`;
  // As in a folder's name: at most 15 digits, which a JavaScript number holds exactly.
  if (!/^[1-9]\d{0,14}$/.test(number)) throw notASprint(number);
  const sprint = Number(number);
  if (sprint < highest) throw sprintOver(sprint, highest + 1);
  const onDisk = await readJournalAt(config, disk.snapshot, sprint);
  const restore = onDisk ? null : await restoreCommand(context, workspace, sprint);
  if (onDisk || restore) throw alreadyOpen(sprint, restore);
  return sprint;
}

async function missingFiles(
  workspace: Workspace,
  opening: Opening,
  { language, now }: Context,
): Promise<FileToWrite[]> {
  const { sprint, folder } = opening;
  const { did, ask, context } = openingWords[language];
  const entry = {
    who: await signature(workspace),
    when: rfc3339(now),
    topic: `Sprint S${sprint} — validation`,
    ...{ did: did(opening), ask: ask(opening), context: context(opening) },
    status: 'pending',
  };
  const present = await workspace.disk.snapshot.list(folder);
  const artefacts = Object.entries(artefactTexts(language, opening)).filter(([name]) => !present.has(name));
  const files = [...artefacts, ['INTERACTIONS.yaml', yamlOf([entry])] as const];
  return files.map(([name, text]) => ({ path: `${folder}/${name}`, text }));
}

/** Returns T: now, or what HEAD says of this sprint, because no commit may move it later. */
function startOf({ head }: Workspace, sprint: number, now: number): number {
  const header = head.notes?.header;
  const known = header?.sprintId === sprint ? header.startedAt : null;
  // No commit may have a T in the future.
  return known === null || known > now ? now : known;
}

/** Throws Failure if the header can't be written. */
async function notesToWrite(
  workspace: Workspace,
  opening: Opening,
  startedAt: number,
  { language }: Context,
): Promise<FileToWrite> {
  const { config, disk } = workspace;
  const path = config.notes;
  const entry = await disk.snapshot.entry(path);
  const values: HeaderValues = {
    sprint_id: opening.sprint,
    started_at: rfc3339(startedAt),
    interaction_log: `./${journalPath(config, opening.sprint)}`,
    status: 'wip',
  };
  if (entry?.mode === folderMode) throw notInPlace(path);
  const text = entry
    ? (await disk.snapshot.files.bytes(path, entry)).bytes.toString('utf8')
    : openingWords[language].notes(opening);
  const written = withHeader(text, values);
  if (written === null) throw unwritableHeader(path);
  return { path, text: written };
}

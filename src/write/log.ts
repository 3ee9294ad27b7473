import type { Context, ExitCode } from '../commands/command.js';
import { journalPath } from '../facts/sprint.js';
import { isMapping } from '../journal/entries.js';
import type { ReadJournal } from '../journal/journal.js';
import { clockTime, rfc3339 } from '../words/time.js';
import { writeWords } from '../words/write.js';
import { noJournal, noSprint } from '../words/write-failures.js';
import { writeFiles } from '../worktree/files.js';
import { done, labelled, say, warning } from '../worktree/say.js';
import {
  brokenHeader,
  currentSprint,
  missingJournalCommand,
  stage,
  type Workspace,
  withWorkspace,
} from '../worktree/workspace.js';
import { appended, readableJournal, signature, topicAfter } from './journal.js';
import { readTexts } from './texts.js';

/** Null for a text that is missing on the command line. */
export interface LogOptions {
  readonly did: string | null;
  readonly ask: string | null;
  readonly context: string | null;
  readonly add: boolean;
}

export function log(options: LogOptions, context: Context): Promise<ExitCode> {
  return withWorkspace(context, async (workspace) => {
    const journal = await sprintJournal(workspace, context);
    const texts = await readTexts(context, 'log', [
      { key: 'did', name: '--did', value: options.did },
      { key: 'ask', name: '--ask', value: options.ask },
      { key: 'context', name: '--context', value: options.context },
    ]);
    if (texts === null) return 130;
    const { path, sprint, text, entries } = journal;
    const last = entries.at(-1);
    const fields = {
      who: await signature(workspace),
      when: rfc3339(context.now),
      topic: topicAfter(sprint, isMapping(last) ? last.topic : null),
      ...texts,
      status: 'pending',
    };
    writeFiles(workspace.root, [{ path, text: appended(journal, text ?? '', fields) }]);
    if (options.add) await stage(context, workspace, path);
    say(context, [
      done(context, writeWords[context.language].logged(entries.length + 1, path, options.add)),
      ...(await nextSteps(options, context, workspace, path)),
    ]);
    return 0;
  });
}

/** Throws Failure if the work tree's sprint has no journal, or an unreadable one. */
async function sprintJournal(workspace: Workspace, context: Context): Promise<ReadJournal> {
  const { sprint } = workspace.disk;
  if (sprint === null) throw (await brokenHeader(workspace, context.now)) ?? noSprint();
  const journal = await readableJournal(context, workspace, sprint);
  if (journal) return journal;
  throw noJournal(journalPath(workspace.config, sprint), await missingJournalCommand(context, workspace, sprint));
}

async function nextSteps({ add }: LogOptions, context: Context, workspace: Workspace, path: string): Promise<string[]> {
  const words = writeWords[context.language];
  const sprint = await currentSprint(workspace);
  if (sprint?.freezeAt != null && sprint.freezeAt <= context.now) {
    const at = clockTime(sprint.freezeAt, context.now);
    return [
      warning(context, words.frozen(sprint.id, at, workspace.config.allowAfterFreeze)),
      ...labelled(context, words.next, ['npx sprint-check start']),
    ];
  }
  const commands = [...(add ? [] : [`git add ${workspace.argument(path)}`]), 'git commit'];
  return labelled(context, words.next, commands);
}

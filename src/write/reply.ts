import type { Context, ExitCode } from '../commands/command.js';
import { sprintNumbers } from '../facts/sprint.js';
import type { ReadJournal } from '../journal/journal.js';
import { rfc3339 } from '../words/time.js';
import { writeWords } from '../words/write.js';
import { nothingPending } from '../words/write-failures.js';
import { writeFiles } from '../worktree/files.js';
import { done, labelled, say, warning } from '../worktree/say.js';
import { mayWriteAsPO, stage, type Workspace, withWorkspace } from '../worktree/workspace.js';
import { isPending, withoutPending } from './append.js';
import { appended, readableJournal, topicAfter } from './journal.js';
import { readTexts } from './texts.js';

export interface ReplyOptions {
  readonly reply: string | null;
  readonly details: string | null;
  readonly action: 'none' | 'fix' | null;
  readonly add: boolean;
}

/** Answers the newest journal that has a pending entry, and sets all that is pending in it to done. */
export function reply(options: ReplyOptions, context: Context): Promise<ExitCode> {
  return withWorkspace(context, async (workspace) => {
    const journal = await pendingJournal(context, workspace);
    const texts = await readTexts(context, 'reply', [
      { key: 'reply', name: 'OK|KO', value: options.reply, words: ['OK', 'KO'] },
      {
        ...{ key: 'details', name: '--details', value: options.details },
        isNeeded: (before) => before.get('reply') === 'KO',
      },
    ]);
    if (texts === null) return 130;
    const { path, sprint, text, entries } = journal;
    const pending = entries.filter(isPending);
    const fields = {
      who: 'PO',
      when: rfc3339(context.now),
      topic: topicAfter(sprint, pending.at(-1)?.topic),
      ...texts,
      action: options.action ?? (texts.reply === 'KO' ? 'fix' : 'none'),
    };
    writeFiles(workspace.root, [{ path, text: appended(journal, withoutPending(text ?? ''), fields) }]);
    if (options.add) await stage(context, workspace, path);
    const words = writeWords[context.language];
    const argument = workspace.argument(path);
    // The journal alone: with anything else staged it would be no answer commit, and a frozen sprint takes only those.
    const commit = `git commit -m "${words.replyCommit(sprint, `${texts.reply}`)}" -- ${argument}`;
    say(context, [
      done(context, words.replied(`${texts.reply}`, path, options.add)),
      done(context, words.done(pending.length)),
      ...((await mayWriteAsPO(context, workspace)) ? [] : [warning(context, words.notPO(workspace.config.po))]),
      ...labelled(context, words.next, [...(options.add ? [] : [`git add ${argument}`]), commit]),
    ]);
    return 0;
  });
}

/** Throws Failure if there is none, or a newer journal is unreadable. */
async function pendingJournal(context: Context, workspace: Workspace): Promise<ReadJournal> {
  for (const sprint of await sprintNumbers(workspace.config, workspace.disk.snapshot)) {
    const journal = await readableJournal(context, workspace, sprint);
    if (journal?.entries.some(isPending)) return journal;
  }
  throw nothingPending();
}

import { setTimeout } from 'node:timers/promises';
import type { Context, ExitCode } from '../commands/command.js';
import { json } from '../report/json.js';
import { envelope, plainNpx, type ReportContext, sprintOf } from '../report/report.js';
import type { Report } from '../report/types.js';
import { print } from '../worktree/say.js';
import { withWorkspace } from '../worktree/workspace.js';
import { type Pending, readStatus, type Status } from './facts.js';
import { statusLines } from './text.js';

const second = 1000;

/** Prints the status once; with `watch` on a terminal that can be drawn on, every second until interrupted. */
export async function status(watch: boolean, asJson: boolean, context: Context): Promise<ExitCode> {
  const { language, quiet, now } = context;
  const readAt = (at: number) => withWorkspace(context, (workspace) => readStatus(context, workspace, at));
  const linesAt = async (at: number) => statusLines(await readAt(at), { ...context, now: at });
  if (asJson) {
    const reportContext = { command: 'status', language, now, quiet };
    const report = statusReport(reportContext, await readAt(now));
    context.writeOutput(json({ report, sources: new Map(), notices: [], resumes: null, npx: plainNpx }));
  } else if (watch && context.isTerminal.output && context.environment.TERM !== 'dumb') await redraw(context, linesAt);
  else print(context, await linesAt(now));
  return 0;
}

/** Never returns: the entry file ends the process at Ctrl-C. */
async function redraw({ writeOutput, streams }: Context, linesAt: (now: number) => Promise<string[]>): Promise<never> {
  const { output } = streams();
  // ECMA-48 and DEC: clears the screen once; then draws from its upper left corner without wrapping lines (7l), and
  // clears the end of each line and all below. Lines that do not fit would scroll the countdown away.
  let before = '\u001b[2J';
  for (;;) {
    const { rows = Number.POSITIVE_INFINITY } = output as { rows?: number };
    const lines = (await linesAt(Date.now())).slice(0, rows - 1);
    const drawn = lines.map((line) => `${line}\u001b[K\n`);
    writeOutput(`${before}\u001b[?7l\u001b[H${drawn.join('')}\u001b[J\u001b[?7h`);
    before = '';
    await setTimeout(second);
  }
}

/** What `status --format json` prints: the report of a passing check, and what only status knows. */
interface StatusReport extends Report {
  readonly pending: readonly Pending[];
  readonly lastWord: {
    readonly sprint: number;
    readonly entry: number;
    readonly when: string | null;
    readonly reply: 'OK' | 'KO' | null;
    readonly details: string | null;
    readonly action: 'none' | 'fix' | null;
  } | null;
  readonly artefacts: Readonly<Record<string, boolean>>;
}

function statusReport(context: ReportContext, { sprint, pending, artefacts, ...status }: Status): StatusReport {
  const lastWord = status.lastWord && 'sprint' in status.lastWord ? status.lastWord : null;
  return {
    ...envelope(context),
    ok: true,
    sprint: sprint && sprintOf(sprint, context.now),
    pending,
    lastWord: lastWord && {
      ...{ sprint: lastWord.sprint, entry: lastWord.entry, when: lastWord.when, details: lastWord.details },
      reply: wordOf(lastWord.reply?.toUpperCase(), ['OK', 'KO'] as const),
      action: wordOf(lastWord.action?.toLowerCase(), ['none', 'fix'] as const),
    },
    artefacts,
  };
}

function wordOf<Word extends string>(text: string | undefined, words: readonly Word[]): Word | null {
  return words.find((word) => word === text) ?? null;
}

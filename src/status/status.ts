import { setTimeout } from 'node:timers/promises';
import type { Context, ExitCode } from '../commands/command.js';
import { json } from '../report/json.js';
import { plainNpx } from '../report/report.js';
import { print } from '../worktree/say.js';
import { type Workspace, withWorkspace } from '../worktree/workspace.js';
import { readStatus, type Status } from './facts.js';
import { statusReport } from './report.js';
import { statusLines } from './text.js';

const second = 1000;

/** Prints where the sprint stands: once, or with `watch`, on a terminal that can be drawn on, again each second until it is interrupted. */
export async function status(watch: boolean, asJson: boolean, context: Context): Promise<ExitCode> {
  const { language, quiet, now } = context;
  const readAt = <Result>(at: number, use: (status: Status, workspace: Workspace) => Result) =>
    withWorkspace(context, async (workspace) => use(await readStatus(workspace, at), workspace));
  const linesAt = (at: number) =>
    readAt(at, (found, { argument }) => statusLines(found, { ...context, now: at, argument }));
  if (asJson) {
    const reportContext = { command: 'status', language, now, quiet };
    const report = await readAt(now, (found) => statusReport(reportContext, found));
    context.writeOutput(json({ report, sources: new Map(), notices: [], resumes: null, npx: plainNpx }));
  } else if (watch && context.isTerminal.output && context.environment.TERM !== 'dumb') await redraw(context, linesAt);
  else print(context, await linesAt(now));
  return 0;
}

/** Draws over what was drawn before, each second; the entry file ends it at Ctrl-C. */
async function redraw({ writeOutput, streams }: Context, linesAt: (now: number) => Promise<string[]>): Promise<never> {
  const { output } = streams();
  // ECMA-48 and DEC: clear the screen; then, from its upper left corner on and without going on on the next line (7l),
  // what is behind each line and below the last. What the screen has no room for would push the countdown off it.
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

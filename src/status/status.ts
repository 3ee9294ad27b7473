import { setTimeout } from 'node:timers/promises';
import manifest from '../../package.json' with { type: 'json' };
import type { Context, ExitCode } from '../commands/command.js';
import { json } from '../report/json.js';
import { print } from '../worktree/say.js';
import { type Workspace, withWorkspace } from '../worktree/workspace.js';
import { readStatus, type Status } from './facts.js';
import { statusReport } from './report.js';
import { statusLines } from './text.js';

const second = 1000;

/** Prints where the sprint stands: once, or with `watch`, on a terminal, again each second until it is interrupted. */
export async function status(watch: boolean, asJson: boolean, context: Context): Promise<ExitCode> {
  const { language, quiet, now } = context;
  const read = <Result>(use: (status: Status, workspace: Workspace) => Result) =>
    withWorkspace(context, async (workspace) => use(await readStatus(workspace), workspace));
  const linesAt = (at: number) => read((found, { argument }) => statusLines(found, { ...context, now: at, argument }));
  if (asJson) {
    const reportContext = { command: 'status', version: manifest.version, language, now, quiet };
    const report = await read((found) => statusReport(reportContext, found));
    context.writeOutput(json({ report, sources: new Map(), notices: [], resumes: null }));
  } else if (watch && context.isTerminal.output) await redraw(context, linesAt);
  else print(context, await linesAt(now));
  return 0;
}

/** Draws over what was drawn before, each second; the entry file ends it at Ctrl-C. */
async function redraw({ writeOutput }: Context, linesAt: (now: number) => Promise<string[]>): Promise<never> {
  // ECMA-48: clear the screen; then, from its upper left corner on, what is behind each line and below the last.
  let before = '\u001b[2J';
  for (;;) {
    const drawn = (await linesAt(Date.now())).map((line) => `${line}\u001b[K\n`);
    writeOutput(`${before}\u001b[H${drawn.join('')}\u001b[J`);
    before = '';
    await setTimeout(second);
  }
}

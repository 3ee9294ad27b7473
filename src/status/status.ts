import { setTimeout } from 'node:timers/promises';
import manifest from '../../package.json' with { type: 'json' };
import type { Context, ExitCode } from '../commands/command.js';
import { ObjectReader } from '../git/objects.js';
import { userPrefix, workTreeRoot } from '../git/worktree.js';
import { json } from '../report/json.js';
import { pathFrom } from '../report/remedy.js';
import { inert } from '../report/visible.js';
import { readStatus } from './facts.js';
import { statusReport } from './report.js';
import { statusLines } from './text.js';

const second = 1000;

/** Prints where the sprint stands: once, or with `watch`, on a terminal, again each second until it is interrupted. */
export async function status(watch: boolean, asJson: boolean, context: Context): Promise<ExitCode> {
  const { language, quiet, colors, now, writeOutput } = context;
  const root = await workTreeRoot(context);
  const argument = pathFrom(await userPrefix(context));
  const objects = new ObjectReader(context);
  const linesAt = async (at: number) =>
    statusLines(await readStatus(root, objects), { language, colors, now: at, argument });
  try {
    if (asJson) {
      const reportContext = { command: 'status', version: manifest.version, language, now, quiet };
      const report = statusReport(reportContext, await readStatus(root, objects));
      writeOutput(json({ report, sources: new Map(), notices: [], resumes: null }));
    } else if (watch && context.isTerminal.output) await redraw(context, linesAt);
    else writeOutput(inert(`${(await linesAt(now)).join('\n')}\n`));
    return 0;
  } finally {
    objects.close();
  }
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

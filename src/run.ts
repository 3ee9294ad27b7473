import type { World } from './checks/world.js';
import type { Arguments, Flags, JudgingCommand } from './commands/command.js';
import { Failure } from './failure.js';
import type { Verdict } from './judge.js';
import type { Checked } from './report/report.js';

/** Runs a command that judges, and locates what it found. Throws Failure where there is no verdict. */
export async function run<F extends Flags>(
  command: JudgingCommand<F>,
  options: Arguments<F>,
  world: World,
): Promise<Checked> {
  const checked = await command.judge(options, world);
  return { ...checked, verdicts: await Promise.all(checked.verdicts.map(located)) };
}

/** A verdict whose finding has a location, where it has a place in a file: a commit that is accepted needs none. */
async function located(verdict: Verdict): Promise<Verdict> {
  const { finding, locate } = verdict;
  if (!locate || finding.location || finding.path === undefined) return verdict;
  return { ...verdict, finding: { ...finding, location: await locate(finding.path) } };
}

/** Why there is no verdict: a failure as it is; anything else is a fault of this program's own, without its stack. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const place = 'https://github.com/sprint-check/sprint-check/issues';
  return new Failure('internal', {
    en: { message: `sprint-check itself failed: ${reason}`, help: `please report it: ${place}` },
    fr: { message: `sprint-check lui-même a échoué : ${reason}`, help: `merci de le signaler : ${place}` },
  });
}

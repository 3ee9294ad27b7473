import type { JudgingCommandName } from './arguments.js';
import { checkCommit } from './checks/commit.js';
import type { CheckResult } from './checks/result.js';
import type { World } from './checks/world.js';
import { Failure } from './failure.js';

/** What to check. */
export interface RunRequest {
  readonly command: JudgingCommandName;
  /** A hook's remote and URL. */
  readonly operands: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

// What people and CI call is loaded only then.
/** Runs a check. Throws Failure where there is no verdict. */
export async function run({ command, operands, from, to }: RunRequest, world: World): Promise<CheckResult> {
  switch (command) {
    case 'pre-commit':
    case 'pre-merge-commit':
      return checkCommit(world, command === 'pre-merge-commit');
    case 'pre-push':
    case 'pre-receive': {
      const { checkPush } = await import('./checks/push.js');
      return checkPush(world, command, operands);
    }
    case 'check': {
      const { checkRange } = await import('./checks/range.js');
      return checkRange(world, from, to);
    }
  }
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

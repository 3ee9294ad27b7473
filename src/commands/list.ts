import { check } from './check.js';
import type { Command } from './command.js';
import { doctor } from './doctor.js';
import { explain } from './explain.js';
import { fix } from './fix.js';
import { init } from './init.js';
import { log } from './log.js';
import { preCommit } from './pre-commit.js';
import { preMergeCommit } from './pre-merge-commit.js';
import { prePush } from './pre-push.js';
import { preReceive } from './pre-receive.js';
import { reply } from './reply.js';
import { start } from './start.js';
import { status } from './status.js';

/** In the order of the help; the first is the default. Parsing, help, "did you mean" and the README use it. */
export const commands: readonly [Command, ...Command[]] = [
  check,
  preCommit,
  preMergeCommit,
  prePush,
  preReceive,
  fix,
  init,
  start,
  log,
  reply,
  status,
  doctor,
  explain,
];

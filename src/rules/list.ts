import artefactsMissing from './artefacts-missing.js';
import branchSprint from './branch-sprint.js';
import freezeBackdated from './freeze-backdated.js';
import freezeClosed from './freeze-closed.js';
import freezeFuture from './freeze-future.js';
import freezeMoved from './freeze-moved.js';
import freezeUnknown from './freeze-unknown.js';
import journalCutText from './journal-cut-text.js';
import journalHistory from './journal-history.js';
import journalMissing from './journal-missing.js';
import journalNotStaged from './journal-not-staged.js';
import journalPoIdentity from './journal-po-identity.js';
import journalSchema from './journal-schema.js';
import journalSelfAnswered from './journal-self-answered.js';
import journalSyntax from './journal-syntax.js';
import journalTopic from './journal-topic.js';
import journalUnreadable from './journal-unreadable.js';
import journalWhen from './journal-when.js';
import journalWho from './journal-who.js';
import notesHeader from './notes-header.js';
import notesLogPath from './notes-log-path.js';
import prSprint from './pr-sprint.js';
import prUnique from './pr-unique.js';
import preflightSchema from './preflight-schema.js';
import pushDeletion from './push-deletion.js';
import pushLate from './push-late.js';
import type { AnyRule } from './rule.js';
import secretsEnvLocal from './secrets-env-local.js';
import sprintReopened from './sprint-reopened.js';
import sprintUnanswered from './sprint-unanswered.js';
import sprintUnknown from './sprint-unknown.js';

/** Every rule, in the order in which findings are reported: causes before their effects. */
export const rules: readonly AnyRule[] = [
  notesHeader,
  sprintUnknown,
  sprintReopened,
  sprintUnanswered,
  notesLogPath,
  journalMissing,
  journalUnreadable,
  journalSyntax,
  journalPoIdentity,
  journalSchema,
  journalWho,
  journalTopic,
  journalCutText,
  journalHistory,
  journalSelfAnswered,
  freezeFuture,
  journalWhen,
  freezeMoved,
  freezeClosed,
  journalNotStaged,
  freezeUnknown,
  freezeBackdated,
  pushDeletion,
  pushLate,
  branchSprint,
  artefactsMissing,
  preflightSchema,
  secretsEnvLocal,
  prSprint,
  prUnique,
];

export const ruleIds: readonly string[] = rules.map((rule) => rule.id);

import { describe, test } from 'vitest';
import rule from '../../src/rules/journal-missing.ts';
import {
  ask,
  change,
  type Expected,
  expectFound,
  freezeAt,
  journalChange,
  oid,
  parent,
  readJournal,
  unreadableJournal,
} from '../helpers/commit-facts.ts';
import { commitFacts, journalPath } from '../helpers/facts.ts';

const file = journalPath(3);

describe('journal/missing', () => {
  test.each<[string, Parameters<typeof commitFacts>[0], ...Expected[]]>([
    [
      'no journal',
      { journalAbsence: 'nowhere' },
      {
        file,
        data: { sprint: 3, journal: file },
        says: /no journal.*sprint-check start 3 git add "PO_NOTES.md" "docs.sprints"/,
      },
    ],
    [
      'one that the commit deletes: its entries are got back, not replaced',
      { journalAbsence: 'nowhere', journalDeletedFrom: 'HEAD' },
      { file, says: /no journal.*git checkout HEAD -- "docs\/sprints\/S3\/I.* npx sprint-check log/ },
    ],
    [
      'one that the commit deletes, and does nothing else',
      {
        ...{ oid, journalAbsence: 'nowhere', journalDeletedFrom: `${oid}~1` },
        ...{ changes: [change(file, 'D')], journalChanges: [journalChange([[ask('a')]], null)] },
      },
      { file, ofCommit: true, mend: 'leave out' },
    ],
    [
      'one that another sprint’s commit has',
      { journalAbsence: 'nowhere', ...parent({ sprint: 2 }) },
      { says: /sprint-check start 3/ },
    ],
    [
      'one deleted in a frozen sprint',
      { journalAbsence: 'nowhere', journalDeletedFrom: 'HEAD', now: freezeAt },
      { says: /git checkout HEAD -- "docs[^ ]*$/, dit: /git checkout HEAD -- "docs[^ ]*$/ },
    ],
    ['none, in a root commit', { journalAbsence: 'nowhere', parents: [] }, { says: /sprint-check start 3/ }],
    [
      'an untracked one',
      { journalAbsence: 'untracked' },
      { file, says: /is on disk, but not staged.* \| git add -f "docs\/sprints\/S3\/I/ },
    ],
    [
      'a folder that is a link',
      { journalAbsence: { folder: 'docs/sprints', is: 'a link' } },
      { file, says: /docs\/sprints is a symbolic link.* git add "docs\/sprints"$/ },
    ],
    [
      'a folder that is a submodule',
      { journalAbsence: { folder: 'docs/sprints/S3', is: 'a submodule' } },
      { file, says: /S3 is a submodule.*git rm --cached/ },
    ],
    [
      'a folder that is a file',
      { journalAbsence: { folder: 'docs/sprints', is: 'a file' }, journalDeletedFrom: 'HEAD' },
      { file, says: /docs\/sprints is a file.*mv "docs\/sprints" "docs\/sprints.old" git checkout HEAD -- / },
    ],
    ['a journal', { journal: readJournal([]) }],
    ['one that can’t be read', { journal: unreadableJournal() }],
    ['no sprint', { sprint: null, journalAbsence: 'nowhere' }],
  ])('%s', (_, given, ...expected) => {
    expectFound(rule, rule.check, commitFacts(given), expected);
  });
});

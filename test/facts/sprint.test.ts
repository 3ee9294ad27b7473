import { expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { emptySnapshot } from '../../src/facts/snapshot.ts';
import { keepsSprint } from '../../src/facts/sprint.ts';
import type { Change } from '../../src/git/diff.ts';
import { notesOf } from '../helpers/facts.ts';

const header = '```yaml\nsprint_id: 3\n```\n';

test.each<[boolean, string | null, string]>([
  [true, header, 'app.ts'],
  [true, header, 'docs/sprints/S4/PLAN.md'],
  [true, header, 'docs/PO_NOTES.md'],
  [false, header, 'PO_NOTES.md'],
  [true, '# Notes\n', 'app.ts'],
  [false, '# Notes\n', 'docs/sprints/S4/PLAN.md'],
  [true, null, 'docs/sprints.md'],
  [false, null, 'docs/sprints/S4/PLAN.md'],
  [false, null, 'PO_NOTES.md'],
])('keepsSprint: %s with the notes %j and a change of %s', async (expected, text, path) => {
  const notes = text === null ? null : await notesOf(text);
  const changes: Change[] = ['a', path].map((path) => ({ path, before: null, after: null }));
  expect(keepsSprint(defaultConfig, { snapshot: emptySnapshot, notes, sprint: 3 }, changes)).toBe(expected);
});

import { describe, expect, test } from 'vitest';
import rule from '../../src/rules/notes-log-path.ts';
import { commitFacts, notesOf, said } from '../helpers/facts.ts';

const facts = async (yaml: string) => commitFacts({ notes: notesOf(`\`\`\`yaml\nsprint_id: 3\n${yaml}\n\`\`\`\n`) });

describe('says no to', () => {
  test.each([
    'docs/sprints/S2/INTERACTIONS.yaml',
    'docs/sprints/S3/interactions.yaml',
    'docs/sprints/S3',
    '../docs/sprints/S3/INTERACTIONS.yaml',
    '//docs/sprints/S3/INTERACTIONS.yaml',
  ])('%s', async (log) => {
    expect(said(rule, await facts(`interaction_log: ${log}`))).toEqual([
      `3:18 /interaction_log interaction_log names ${log}, which is not the journal of sprint S3. | interaction_log: ./docs/sprints/S3/INTERACTIONS.yaml`,
    ]);
  });

  test('it, in French', async () => {
    expect(said(rule, await facts('interaction_log: a.yaml'), 'fr')).toEqual([
      '3:18 /interaction_log interaction_log désigne a.yaml, qui n’est pas le journal du sprint S3. | interaction_log: ./docs/sprints/S3/INTERACTIONS.yaml',
    ]);
  });
});

describe('lets pass', () => {
  test.each([
    'interaction_log: ./docs/sprints/S3/INTERACTIONS.yaml',
    'interaction_log: /docs/sprints/S3/INTERACTIONS.yaml',
    'interaction_log: docs/sprints/S3/INTERACTIONS.yaml',
    'interaction_log: 3',
    'status: wip',
  ])('%s', async (yaml) => {
    expect(said(rule, await facts(yaml))).toEqual([]);
  });

  test('any path where no sprint is known', async () => {
    expect(said(rule, { ...(await facts('interaction_log: a.yaml')), sprint: null })).toEqual([]);
  });
});

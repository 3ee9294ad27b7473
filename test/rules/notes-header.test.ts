import { describe, expect, test } from 'vitest';
import rule from '../../src/rules/notes-header.ts';
import { parent } from '../helpers/commit-facts.ts';
import { commitFacts, notesOf, said } from '../helpers/facts.ts';

const header = (yaml: string) => `\`\`\`yaml\n${yaml}\n\`\`\`\n`;
const facts = async (content: string | Uint8Array, mode?: string) => commitFacts({ notes: notesOf(content, mode) });

describe('says no to', () => {
  test.each<[string, string, ...string[]]>([
    ['sprint_id', 'sprint_id: S03', '2:12 /sprint_id sprint_id is not a whole number from 1. | sprint_id: 3'],
    [
      'started_at',
      'sprint_id: 3\nstarted_at: today',
      '3:13 /started_at started_at is not an RFC 3339 date and time with an offset. | started_at: 2026-11-22T14:00:00+00:00',
    ],
    [
      'interaction_log',
      'sprint_id: 3\ninteraction_log: 3',
      '3:18 /interaction_log interaction_log is not the path of a file. | interaction_log: ./docs/sprints/S3/INTERACTIONS.yaml',
    ],
    ['status', 'sprint_id: 3\nstatus: [wip]', '3:9 /status status is not a text. | status: wip'],
    [
      'each of two',
      'sprint_id: 0\nstatus:',
      '2:12 /sprint_id sprint_id is not a whole number from 1. | sprint_id: 3',
      '3:8 /status status is not a text. | status: wip',
    ],
    ['the next sprint', 'sprint_id: "4"', '2:12 /sprint_id sprint_id is not a whole number from 1. | sprint_id: 4'],
    ['a date', 'sprint_id: 2026-11-22', '2:12 /sprint_id sprint_id is not a whole number from 1. | sprint_id: 3'],
    ['what no quotes make sound', 'sprint_id: @x', '2:12 - sprint_id is not a whole number from 1. | sprint_id: 3'],
    ['no mapping', 'sprint_id:3', '2:1 /sprint_id sprint_id is not a whole number from 1. | sprint_id: 3'],
    [
      'no YAML',
      'sprint_id: 3\nstatus: @wip',
      '3:9 - YAML does not read this value as text: it needs quotes. | status: "@wip"',
    ],
    [
      'a conflict',
      '<<<<<<< HEAD\nsprint_id: 3\n=======\nsprint_id: 4\n>>>>>>> x',
      '2:1 - There is an unresolved merge conflict here. | keep one of the two sides (of a sprint header, the higher sprint_id or, if it is the same, the earlier started_at), and delete the lines <<<<<<<, ======= and >>>>>>>, with what stands between ||||||| and =======',
    ],
    [
      'a tab',
      'sprint_id: 3\na:\n\tb: c',
      '4:1 - This line is indented with a tab; YAML allows only spaces. | indent the line with spaces',
    ],
  ])('%s', async (_, yaml, ...expected) => {
    expect(said(rule, await facts(header(yaml)))).toEqual(expected);
  });

  test.each([
    ['is written in another form', '2026-11-22 14:05+0100', '2026-11-22T14:05:00+01:00'],
    ['is none', 'today', '2026-11-22T14:10:00+00:00'],
  ])('started_at of a sprint that is being opened, which %s', async (_, written, shown) => {
    const opened = { ...(await facts(header(`sprint_id: 3\nstarted_at: ${written}`))), ...parent({ sprint: 2 }) };
    expect(said(rule, opened)).toEqual([expect.stringContaining(`| started_at: ${shown}`)]);
  });

  test('sprint_id, where no sprint is known', async () => {
    const first = commitFacts({ notes: notesOf(header('sprint_id: two')), parents: [], journals: [] });
    expect(said(rule, first)).toEqual([expect.stringMatching(/ \| sprint_id: 1$/)]);
  });

  test('a symbolic link', async () => {
    expect(said(rule, await facts('README.md', '120000'))).toEqual([
      '- - PO_NOTES.md is a symbolic link, and links are not followed. | replace it with the file itself, then:\ngit add "PO_NOTES.md"',
    ]);
  });

  test('UTF-16', async () => {
    expect(said(rule, await facts(Buffer.from('\ufeff# Notes', 'utf16le')))).toEqual([
      '- - PO_NOTES.md is UTF-16, as PowerShell’s > writes it, not UTF-8. | save it as UTF-8, then:\ngit add "PO_NOTES.md"',
    ]);
  });

  test('it, in French', async () => {
    expect(said(rule, await facts(header('sprint_id: 0')), 'fr')).toEqual([
      '2:12 /sprint_id sprint_id n’est pas un nombre entier à partir de 1. | sprint_id: 3',
    ]);
  });
});

describe('lets pass', () => {
  test.each([
    ['a sound header', header('sprint_id: 3\nstarted_at: 2026-11-22T14:00:00Z\nstatus: wip')],
    ['no header', '# Notes\n'],
  ])('%s', async (_, content) => {
    expect(said(rule, await facts(content))).toEqual([]);
  });

  test('no notes', async () => {
    expect(said(rule, commitFacts())).toEqual([]);
  });
});

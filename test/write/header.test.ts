import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNotes } from '../../src/facts/notes.ts';
import { withHeader } from '../../src/write/header.ts';
import { blob } from '../helpers/blob.ts';

const values = {
  sprint_id: 4,
  started_at: '2026-11-22T14:00:00+01:00',
  interaction_log: './docs/sprints/S4/INTERACTIONS.yaml',
  status: 'wip',
};
const write = (text: string) => withHeader(text, values);
const block = (...lines: string[]) => ['```yaml', ...lines, '```', ''].join('\n');

function headerOf(text: string | null) {
  return readNotes({ path: 'PO_NOTES.md', ...blob(text ?? '') }).header;
}

const sound = { problems: [], sprintId: 4, startedAt: Date.parse(values.started_at) };

describe('a header that is there', () => {
  test('gets the values, and the keys that it lacks below sprint_id', () => {
    expect(write(`# Notes\n\n${block('sprint_id: 3', 'highlights: |', '  - seeds', 'status: done')}text\n`)).toBe(
      `# Notes\n\n${block(
        'sprint_id: 4',
        'started_at: 2026-11-22T14:00:00+01:00',
        'interaction_log: ./docs/sprints/S4/INTERACTIONS.yaml',
        'highlights: |',
        '  - seeds',
        'status: wip',
      )}text\n`,
    );
  });

  test('keeps comments, and what says the same', () => {
    const text = block('sprint_id: 3 # N', 'started_at: # T', 'interaction_log: "/docs/a.yaml" # log', 'status: "wip"');
    expect(write(text)).toBe(
      block(
        'sprint_id: 4 # N',
        'started_at: 2026-11-22T14:00:00+01:00 # T',
        'interaction_log: ./docs/sprints/S4/INTERACTIONS.yaml # log',
        'status: "wip"',
      ),
    );
  });

  test('stays behind a byte order mark', () => {
    expect(write(`\ufeff${block('sprint_id: 3')}`)).toBe(`\ufeff${write(block('sprint_id: 3'))}`);
  });

  test.each([
    ['CRLF', block('sprint_id: 3', 'x: 1').replaceAll('\n', '\r\n')],
    ['an indented fence', block('sprint_id: 3', 'x: 1').replaceAll(/^/gm, '  ')],
    ['tildes', block('sprint_id: 3').replaceAll('`', '~')],
    ['no end', '```yaml\nsprint_id: 3'],
    ['keys without values', block('status:', 'sprint_id:', 'interaction_log: ', 'started_at:')],
    ['a key without a value above those that are missing', block('sprint_id:')],
    ['wrong values', block('started_at: [yesterday]', 'sprint_id: three', 'status: {a: b}')],
    ['another block above', `${block('- who: ChatGPT')}\n${block('sprint_id: 3')}`],
    ['another block below', `${block('sprint_id: 3')}\n${block('sprint_id: 2')}`],
    ['YAML of one document', block('---', 'sprint_id: 3')],
  ])('%s', (_, text) => {
    expect(headerOf(write(text))).toMatchObject(sound);
  });

  test('a line that is added ends as the others do', () => {
    expect(write('```yaml\r\nsprint_id: 3\r\n```\r\n')?.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test.each([
    ['not YAML', block('sprint_id: 3', 'a: b: c')],
    ['a key twice', block('sprint_id: 3', 'sprint_id: 4')],
    ['a folded path', block('interaction_log: >-', '  docs/a', '  .yaml', 'sprint_id: 3')],
    ['a quoted key', block('sprint_id: 3', '"started_at": 2026-11-22T10:00:00Z')],
    ['hidden by a fence that is open above', '```sh\nnpm test\n'],
    ['in braces', block('{', 'sprint_id: 3', '}')],
  ])('%s is not written to', (_, text) => {
    expect(write(text)).toBe(null);
  });
});

describe('a header that is missing', () => {
  test('is appended', () => {
    expect(write('# Notes')).toBe(
      `# Notes\n\n## Sprint\n\n${block(
        'sprint_id: 4',
        'started_at: 2026-11-22T14:00:00+01:00',
        'interaction_log: ./docs/sprints/S4/INTERACTIONS.yaml',
        'status: wip',
      )}`,
    );
  });

  test('is appended with the line ends of the notes', () => {
    expect(write('# Notes\r\ntext')?.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

test('outside the lines of the four keys every character stays, whatever the notes', () => {
  const line = fc.constantFrom(
    'text',
    '- item',
    '',
    '# Heading',
    'é🎫\t',
    '~~~sh',
    'npm test',
    '~~~',
    '> quote',
    '  indented',
  );
  const ending = fc.constantFrom('\n', '\r\n');
  const keys = ['sprint_id', 'started_at', 'interaction_log', 'status'];
  const pairs = fc.subarray(['started_at: x', 'interaction_log: ./a', 'status: done', 'highlights: |', 'todo: "a"'], {
    minLength: 0,
  });
  fc.assert(
    fc.property(
      fc.array(line),
      pairs,
      fc.array(line),
      ending,
      fc.boolean(),
      (above, others, below, ending, isEnded) => {
        const lines = [...above, '````yaml', 'sprint_id: 3', ...others, '````', ...below];
        const text = lines.join(ending) + (isEnded ? ending : '');
        const result = write(text);
        // A fence that is open above takes in the header, and then there is none.
        fc.pre(headerOf(text)?.sprintId === 3);
        expect(headerOf(result)).toMatchObject(sound);
        const rest = (notes: string) =>
          notes.split(/(?<=\n)/).filter((each) => !keys.some((key) => each.startsWith(`${key}:`)));
        expect(rest(result ?? '')).toEqual(rest(text));
      },
    ),
  );
});

import { describe, expect, test } from 'vitest';
import { type Files, Repository } from '../helpers/repository.ts';
import {
  answer,
  at,
  code,
  entry,
  type Fields,
  grown,
  header,
  inSprint,
  journal,
  journal3,
  journalPath,
  notes,
  opening,
  sprintFiles,
} from '../helpers/sprint.ts';
import { expectFindings, scenarios, type Verdict } from '../helpers/verdict.ts';

/** A commit with these notes, and these files. */
const withNotes = (text: string, files: Files = {}) =>
  inSprint().try({ [journal3]: grown, 'PO_NOTES.md': text, ...files });
/** A commit of this journal. */
const withJournal = (text: string | Buffer) => inSprint().try({ [journal3]: text });
/** A commit of one more entry. */
const withEntry = (fields: Fields) => withJournal(journal(opening(), entry(fields)));
/** A first commit of these files. */
const first = (files: Files) => Repository.create().hook('pre-commit').try(files);

describe('sprint/unknown', () => {
  scenarios({
    'neither notes nor folder': [() => first(code), 'sprint/unknown'],
    'notes without a header, no folder': [() => first({ 'PO_NOTES.md': '# Notes\n' }), 'sprint/unknown'],
    'notes without a header, a folder': [() => first({ ...sprintFiles(), 'PO_NOTES.md': '# Notes\n' })],
    'no notes, the highest folder': [
      () =>
        first({
          ...sprintFiles(),
          'PO_NOTES.md': null,
          [journalPath(2)]: journal(entry({ topic: 'Sprint S2', when: at(-9) })),
        }),
    ],
    'folders with leading zeros or other names': [
      () =>
        first({
          'docs/sprints/S03/PLAN.md': 'x\n',
          'docs/sprints/S0/PLAN.md': 'x\n',
          'docs/sprints/Sx/PLAN.md': 'x\n',
        }),
      'sprint/unknown',
    ],
  });
});

describe('notes/header', () => {
  const withHeader = (fields: Fields) => withNotes(notes(fields));

  scenarios({
    'sprint_id is a word': [() => withHeader({ sprint_id: 'three', interaction_log: undefined }), 'notes/header'],
    'sprint_id is zero': [() => withHeader({ sprint_id: 0, interaction_log: undefined }), 'notes/header'],
    'started_at is no date': [() => withHeader({ started_at: 'yesterday' }), 'notes/header'],
    'started_at has no offset': [() => withHeader({ started_at: at(-5).slice(0, 19) }), 'notes/header'],
    'started_at with a space': [() => withHeader({ started_at: at(-5).replace('T', ' ') }), 'notes/header'],
    'started_at in lower case': [() => withHeader({ started_at: at(-5).replace('T', 't') })],
    'interaction_log is a number': [() => withHeader({ interaction_log: 3 }), 'notes/header'],
    'status is a list': [() => withHeader({ status: '[wip]' }), 'notes/header'],
    'the header is no YAML': [() => withHeader({ status: '"wip' }), 'notes/header'],
    'a key twice': [() => withNotes(notes().replace('status:', 'sprint_id: 3\nstatus:')), 'notes/header'],
    CRLF: [() => withNotes(notes().replaceAll('\n', '\r\n'))],
    'keys of the team': [() => withHeader({ highlights: '|\n  - Migration' })],
    'other blocks before it, unreadable ones too': [() => withNotes(`\`\`\`yaml\n{{{\n\`\`\`\n\n${notes()}`)],
    'a fence of tildes': [() => withNotes(notes().replaceAll('```', '~~~~'))],
    'a header in a longer fence of another language': [
      () => withNotes(`\`\`\`\`text\n${header({ sprint_id: 'x' })}\`\`\`\`\n\n${notes()}`),
    ],
  });
});

describe('notes/log-path', () => {
  const withLog = (path: string | undefined) => withNotes(notes({ interaction_log: path }));

  scenarios({
    'another sprint': [() => withLog(journalPath(2)), 'notes/log-path'],
    'another file': [() => withLog('docs/journal.yaml'), 'notes/log-path'],
    'with ./ before it': [() => withLog(`./${journal3}`)],
    'with / before it': [() => withLog(`/${journal3}`)],
    'with nothing before it': [() => withLog(journal3)],
    'not there': [() => withLog(undefined)],
  });
});

describe('journal/unreadable', () => {
  const padded = (size: number) => `${grown}#${'x'.repeat(size - Buffer.byteLength(grown) - 2)}\n`;
  const deep = (levels: number) => `${grown}  x-deep: ${'['.repeat(levels)}${']'.repeat(levels)}\n`;

  scenarios({
    'UTF-16': [() => withJournal(Buffer.from(`\ufeff${grown}`, 'utf16le')), 'journal/unreadable'],
    'Latin-1': [
      () => withJournal(Buffer.from(journal(opening(), entry({ did: 'Livré' })), 'latin1')),
      'journal/unreadable',
    ],
    'over 1 MiB': [() => withJournal(padded(1024 * 1024 + 1)), 'journal/unreadable'],
    '1 MiB': [() => withJournal(padded(1024 * 1024))],
    '65 levels': [() => withJournal(deep(63)), 'journal/unreadable'],
    '64 levels': [() => withJournal(deep(62))],
    '100,000 brackets': [() => withJournal(deep(100_000)), 'journal/unreadable'],
    '100,000 brackets in a text': [() => withEntry({ did: '['.repeat(100_000) })],
    '100,000 brackets in a comment': [() => withJournal(`${grown}# ${'['.repeat(100_000)}\n`)],
  });

  test('UTF-16 is named', () => {
    const verdict = withJournal(Buffer.from(`\ufeff${grown}`, 'utf16le'));
    expect(verdict.diagnostic('journal/unreadable').message).toContain('UTF-16');
  });
});

describe('journal/syntax', () => {
  const bomb = (levels: number) => {
    const lists = Array.from(
      { length: levels },
      (_, i) => `  x-${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]\n`,
    );
    return `${grown}  x-0: &a0 boom\n${lists.join('')}`;
  };

  scenarios({
    'a duplicate key': [() => withJournal(`${grown}  status: done\n`), 'journal/syntax'],
    'two documents': [() => withJournal(`${grown}---\n${grown}`), 'journal/syntax'],
    'a directive of another version': [() => withJournal(`%YAML 1.1\n---\n${grown}`), 'journal/syntax'],
    'a directive of this version': [() => withJournal(`%YAML 1.2\n---\n${grown}`), 'journal/syntax'],
    'an unknown tag': [() => withJournal(`${grown}  x-a: !thing b\n`), 'journal/syntax'],
    'an alias of nothing': [() => withJournal(`${grown}  x-a: *nowhere\n`), 'journal/syntax'],
    'an anchor': [() => withJournal(`${grown}  x-a: &a text\n`), 'journal/syntax'],
    'an alias bomb': [() => withJournal(bomb(9)), 'journal/syntax'],
    'what looks like them within texts': [() => withJournal(`${grown}  x-a: a &b *c !d\n  x-b: "*e"\n`)],
    'DEL in a comment': [() => withJournal(`${grown}# \u007f\n`), 'journal/syntax'],
    'a dash forgotten before an entry': [() => withJournal(`${grown}${grown.replace(/^- /, '  ')}`), 'journal/syntax'],
    'a NUL': [() => withJournal(`${grown}  x-a: "\0"\n`), 'journal/syntax'],
    'an ESC': [() => withJournal(`${grown}  x-a: "\u001b[31m"\n`), 'journal/syntax'],
    'an open quote': [() => withJournal(`${grown}  x-a: "b\n`), 'journal/syntax'],
    "the template's context": [
      () => withJournal(`${grown}  x-a: env: https://stage.example.app ; PR: Sprint S3\n`),
      'journal/syntax',
    ],
  });

  test("a diagnostic stands where the file's fault stands", () => {
    const verdict = withJournal(`${grown}  status: done\n`);
    const { line, column } = verdict.diagnostic('journal/syntax');
    expect({ line, column }).toEqual({ line: grown.split('\n').length, column: 3 });
  });
});

describe('journal/schema', () => {
  const withAnswer = (fields: Fields) => withJournal(journal(opening(), answer(fields)));
  const invisible = JSON.parse('"\\u200b\\u00ad\\ufe0f\\u3164"');

  scenarios({
    'no did': [() => withEntry({ did: undefined }), 'journal/schema'],
    'a misspelt key in its place': [() => withEntry({ ask: undefined, aks: 'Open /search.' }), 'journal/schema'],
    'a status of its own': [() => withEntry({ status: 'wip' }), 'journal/schema'],
    'a template left unfilled': [() => withEntry({ did: ' … ' }), 'journal/schema'],
    'an invisible text': [() => withEntry({ did: invisible }), 'journal/schema'],
    'a when with a space': [() => withEntry({ when: at(-1).replace('T', ' ') }), 'journal/schema'],
    'a context of texts and numbers': [() => withEntry({ context: { env: 'stage', pr: 12 } })],
    'a list of actions, and keys of the team': [() => withEntry({ actions: ['npm run seed'], 'x-team': { a: [1] } })],
    'a KO without details': [() => withAnswer({ reply: 'KO', action: 'fix' }), 'journal/schema'],
    'a KO without an action': [() => withAnswer({ reply: 'KO', details: 'Nothing works.' }), 'journal/schema'],
    'a KO with both': [() => withAnswer({ reply: 'KO', details: 'Nothing works.', action: 'fix' })],
    'an OK in lower case': [() => withAnswer({ reply: 'ok' }), 'journal/schema'],
    'an answer with a did': [() => withAnswer({ did: 'Tested.' }), 'journal/schema'],
  });

  test.each([
    ['an empty file', ''],
    ['comments alone', '# nothing yet\n'],
    ['a mapping', 'who: PO\n'],
  ])('%s', (_, text) => {
    const verdict = withJournal(text);
    expect(verdict.exit).toBe(1);
    expect(verdict.findings('error')).toContain('journal/schema');
    expect(verdict.findings('error')).not.toContain('journal/syntax');
  });

  test('a value is pointed at', () => {
    const verdict = withEntry({ status: 'wip' });
    expectFindings(verdict, ['journal/schema']);
    const line =
      journal(opening(), entry({ status: 'wip' }))
        .split('\n')
        .indexOf('  status: "wip"') + 1;
    expect(verdict.diagnostic('journal/schema')).toMatchObject({ file: journal3, line, column: 11, path: '/1/status' });
  });
});

describe('journal/topic', () => {
  const opened = (topic: string): Verdict => first(sprintFiles(5, 3, [opening(5, { topic })]));

  scenarios({
    'S31 is not S3': [() => opened('Sprint S31'), 'journal/topic'],
    'no sprint at all': [() => opened('Validation prod'), 'journal/topic'],
    'another sprint first': [() => opened('Sprint S2, then Sprint S3'), 'journal/topic'],
    'its own sprint first': [() => opened('Sprint S3, after Sprint S2')],
    'one entry references, another does not': [() => withEntry({ topic: 'Hotfix' })],
    'one entry references another sprint': [() => withEntry({ topic: 'Sprint S12' }), 'journal/topic'],
    'an older journal that is changed is judged by its own number': [
      () => inSprint().try({ [journal3]: grown, [journalPath(2)]: journal(entry({ when: at(-90) })) }),
      'journal/topic',
    ],
  });
});

import { describe, expect, test } from 'vitest';
import rule from '../../src/rules/journal-syntax.ts';
import { rfc3339 } from '../../src/words/time.ts';
import { factsOfJournal, judgedAt, said } from '../helpers/facts.ts';

describe('says no to', () => {
  test.each<[string, string, ...string[]]>([
    [
      "the template's context",
      '- who: ChatGPT\n  context: env: https://stage.example.app ; PR: Sprint S3\n',
      '2:12 - YAML does not read this value as text: it needs quotes. | context: "env: https://stage.example.app ; PR: Sprint S3"',
    ],
    [
      'a duplicate key',
      '- who: PO\n  topic: a\n  topic: b\n',
      '3:3 - The key topic is here a second time. | keep one topic, with the content of both if it is a text, and delete the other; if a new entry starts here, start each entry with a dash: - who:',
    ],
    [
      'entries that all lack their dashes',
      'who: PO\ntopic: a\nreply: OK\nwho: PO\ntopic: b\nreply: OK\n',
      '4:1 - The key who is here a second time. | keep one who, with the content of both if it is a text, and delete the other; if a new entry starts here, start each entry with a dash: - who:',
    ],
    [
      'a dash forgotten before an entry',
      '- who: PO\n  topic: a\n  who: PO\n  topic: b\n',
      '3:3 - A new entry starts here, but it has no dash of its own. | write the entries one below the other, each starting with a dash (- who:) and with all of its keys',
    ],
    [
      'two entries that a merge fused',
      '- who: PO\n  topic: a\n  reply: OK\n  topic: b\n  reply: OK\n  action: none\n',
      '4:3 - A new entry starts here, but it has no dash of its own. | write the entries one below the other, each starting with a dash (- who:) and with all of its keys',
    ],
    [
      'a conflict',
      '- who: PO\n<<<<<<< HEAD\n- who: PO\n=======\n>>>>>>> x\n',
      '2:1 - There is an unresolved merge conflict here. | keep the entries of both sides, each with its own dash and all of its keys, and delete the lines <<<<<<<, ======= and >>>>>>>, with what stands between ||||||| and =======',
    ],
    [
      'several documents',
      '- who: PO\n---\n- who: PO\n',
      '2:1 - A second YAML document starts here; the file must be a single one. | delete the lines --- and ... between the two',
    ],
    [
      'a directive',
      '%YAML 1.2\n---\n- who: PO\n',
      '1:1 - %YAML 1.2 is a YAML directive, anchor, tag or alias; none of these is allowed here. | delete %YAML 1.2; in place of an alias, write what it stands for',
    ],
    [
      'an anchor and its alias',
      '- topic: &map a\n- topic: *map\n',
      '1:10 - &map is a YAML directive, anchor, tag or alias; none of these is allowed here. | delete &map; in place of an alias, write what it stands for; if it is text: topic: "&map a"',
    ],
    [
      'an alias of nothing',
      '- topic: *important\n',
      '1:10 - *important is a YAML directive, anchor, tag or alias; none of these is allowed here. | delete *important; in place of an alias, write what it stands for; if it is text: topic: "*important"',
    ],
    [
      'a tag',
      '- !a\n  who: PO\n',
      '1:3 - !a is a YAML directive, anchor, tag or alias; none of these is allowed here. | delete !a; in place of an alias, write what it stands for',
    ],
    [
      'a control character',
      '- "\u001b[31m"\n',
      '1:4 - U+001B is a character that YAML does not allow. | delete or retype it, here and wherever else it is',
    ],
    [
      'what is no character',
      '- "\ufffe"\n',
      '1:4 - U+FFFE is a character that YAML does not allow. | delete or retype it, here and wherever else it is',
    ],
    [
      'a tab',
      '- who: PO\n\ttopic: a\n',
      '2:1 - This line is indented with a tab; YAML allows only spaces. | indent the line with spaces',
    ],
    [
      'a text that is not indented',
      '- who: PO\n  details: |\n  - Search page\n  - Seeds\n  action: fix\n',
      '3:3 - The text of details is not indented here. | indent it, and the lines that belong to it, deeper than details',
    ],
    [
      'a text in quotes that is not indented',
      '- who: ChatGPT\n  did: "The search,\n    by place\n\n  and by date"\n  ask: Test it.\n',
      '5:3 - The text of did is not indented here. | indent it, and the lines that belong to it, deeper than did',
    ],
    [
      'one with quotes in it',
      '- who: ChatGPT\r\n  did: "The \\"search\\"\r\nby place" # and date\r\n  ask: Test it.\r\n',
      '3:1 - The text of did is not indented here. | indent it, and the lines that belong to it, deeper than did',
    ],
    [
      'one in single quotes',
      "- did: 'It''s the search\r\n  by place'\r\n",
      '2:3 - The text of did is not indented here. | indent it, and the lines that belong to it, deeper than did',
    ],
    [
      'a quote that a later text closes by chance',
      '- who: ChatGPT\n  did: "The search\n  ask: Test it."\n',
      '2:8 - The quote that opens here is never closed. | close it after the text, or delete it',
    ],
    [
      'a quote above what is out of place',
      '- who: ChatGPT\n  did: "The search\n  ask: |\n  - Test it.\n\n  - who: PO\n',
      '2:8 - The quote that opens here is never closed. | close it after the text, or delete it',
    ],
    [
      'a quote that opens another text',
      '- who: ChatGPT\n  did: "The search\n by place\n  ask: "Test it."\n',
      '2:8 - The quote that opens here is never closed. | close it after the text, or delete it',
    ],
    [
      'bullets that YAML takes for entries',
      '- who: ChatGPT\n  did: |\n- Fait : la recherche\n- Gates : tests\n  ask: Test it.\n',
      '3:1 - The text of did is not indented here. | indent it, and the lines that belong to it, deeper than did',
    ],
    [
      'keys of a context that YAML takes for those of the entry',
      '- who: ChatGPT\n  context:\n  env: stage\n  pr: S3\n  status: pending\n',
      '3:3 - The text of context is not indented here. | indent it, and the lines that belong to it, deeper than context',
    ],
    [
      'a bullet of another language',
      '- who: ChatGPT\n  did: a\n\n* who: PO\n  reply: OK\n',
      '4:1 - From here on, this is not valid YAML. | align this line and the next with those around them, the text of a key deeper than the key; write a key as key: value, a new entry as - who: name; a text with a colon in it needs quotes, and what is neither goes',
    ],
    [
      'an entry in another column',
      '- who: ChatGPT\n  did: a\n\n  - who: PO\n    reply: OK\n',
      '4:3 - This entry does not start in the column of the one above. | move it, with all of its lines, to lines of its own in the column of the entries above',
    ],
    [
      'a dash within an entry',
      '- who: PO\n  topic: a\n-\n  reply: OK\n  details: b\n- who: PO\n',
      '3:1 - These keys belong to the entry above. | replace the dash in front of them with a space, so that they go on with it',
    ],
    [
      'an entry on the last line of the one above',
      '- who: ChatGPT\n  status: pending- who: ChatGPT\n  status: pending\n',
      '2:18 - This entry does not start in the column of the one above. | move it, with all of its lines, to lines of its own in the column of the entries above',
    ],
    [
      'anything else',
      '- a: "b\n',
      '1:6 - The quote that opens here is never closed. | close it after the text, or delete it',
    ],
  ])('%s', async (_, content, ...expected) => {
    expect(said(rule, factsOfJournal(content))).toEqual(expected);
  });

  test('it, in French', async () => {
    expect(said(rule, factsOfJournal('- a: "b\n'), 'fr')).toEqual([
      '1:6 - Le guillemet ouvert ici n’est jamais refermé. | refermez-le après le texte, ou supprimez-le',
    ]);
    expect(said(rule, factsOfJournal('- who: PO\n- topic: a\n'), 'fr')).toEqual([
      '2:1 - Ces clés font partie de l’entrée du dessus. | remplacez le tiret qui les précède par un espace, pour qu’elles en soient la suite',
    ]);
    expect(said(rule, factsOfJournal('- did: "a\n  b"\n'), 'fr')).toEqual([
      '2:3 - Le texte de did n’est pas indenté ici. | indentez-le, avec les lignes qui en font partie, plus loin que did',
    ]);
  });
});

function helpOf(text: string): string | null | undefined {
  const [finding] = rule.check(factsOfJournal(text));
  return finding && rule.words.en.help(finding.data, String);
}

describe('a value that YAML does not read is mended by one that the schema takes', () => {
  test.each([
    ['reply: OK: works well', 'reply: OK\ndetails: "works well"'],
    ['reply: "KO" the button is missing', 'reply: KO\ndetails: "the button is missing"\naction: fix'],
    ['reply: @all good', 'reply: OK or reply: KO'],
    ['reply: **OK**', 'reply: OK'],
    ['reply: &verdict OK', 'reply: OK'],
    ['reply: !!str OK', 'reply: OK'],
    ['reply: **OK** works *well*  ', 'reply: OK\ndetails: "works *well*"'],
    ['reply: OK: `/search` works', 'reply: OK\ndetails: "`/search` works"'],
    ['reply: @PO not OK: the map', 'reply: OK or reply: KO'],
    ['reply: *OKAY*', 'reply: OK or reply: KO'],
    ['action: fix: the list', 'action: fix'],
    ['action: *none*', 'action: none'],
    ['status: pending: PO', 'status: pending'],
    ['status: *wip*', 'status: pending'],
    ['status: **done**', 'status: pending'],
    ['status: **done**\n- who: PO', 'status: done'],
    ['status: *wip*\n- who: PO', 'status: pending or status: done'],
    ['who: @ChatGPT', 'who: ChatGPT'],
    ['who: &dev ChatGPT', 'who: ChatGPT'],
    ['who: *ChatGPT*', 'who: ChatGPT'],
    ['who: &dev Marie', 'who: PO or who: ChatGPT'],
    ['when: &start 2026-11-22T14:00:00Z', 'when: 2026-11-22T14:00:00Z'],
    ['when: `2026-11-22 14:00+01`', 'when: 2026-11-22T14:00:00+01:00'],
    ['when: `2026-11-22 14:00`', `when: 2026-11-22T14:00:00${rfc3339(judgedAt).slice(19)}`],
    ['topic: Sprint S4: search', 'topic: "Sprint S3: search"'],
    ['topic: the search: by place', 'topic: "Sprint S3 — the search: by place"'],
    ['did: Gates: …', 'did: "Gates: …"\nreplace each “…” with your own text'],
    [
      'did: *S<N>*',
      'delete *S<N>*; in place of an alias, write what it stands for; if it is text: did: "*S<N>*"\nreplace S<N> with S3',
    ],
    ['actions: - …', 'actions: ["…"]\nreplace each “…” with your own text'],
    ['did: Gates: all', 'did: "Gates: all"'],
    ['__proto__: >>> work', '__proto__: ">>> work"'],
  ])('%s', (line, help) => {
    expect(helpOf(`- who: PO\n  ${line}\n`)).toBe(help);
  });

  test('when: @now is mended by now', () => {
    expect(helpOf('- when: @now\n')).toBe(`when: ${rfc3339(judgedAt)}`);
  });
});

describe('a list that YAML does not read, in the place of a text, is shown as that text', () => {
  test.each([
    [
      'as it is written',
      '- who: ChatGPT\n  did:\n    - `/search` page\n    - **Speed**: twice\n\n    - "Reset" button\n  ask: b\n',
      'did: |\n    - `/search` page\n    - **Speed**: twice\n\n    - "Reset" button',
    ],
    ['in the column of its key', '- did:\n  - a\n  - `b` c\n  ask: d\n', 'did: |\n    - a\n    - `b` c'],
    ['with lines below an item', '- did:\n    - `a` b\n      c\n    - d\n', 'did: |\n    - `a` b\n      c\n    - d'],
    ['with an item out of line', '- did:\n    - `a` b\n   - c\n', 'did: |\n    - `a` b\n    - c'],
    ['with lists in it', '- did:\n    - - `a` b\n      - c\n', 'did: |\n    - - `a` b\n      - c'],
    ['below comments', '- did: # a\n\n    # b\n    - `c` d\n# e\n- who: PO\n', 'did: "- `c` d"'],
    ['with an alias', '- who: PO\n  details:\n    - *a*\n    - b\n', 'details: |\n    - *a*\n    - b'],
    ['as a context', '-   who: PO\r\n    context:\r\n    - @a\r\n    - b\r\n', 'context: |\n      - @a\n      - b'],
    [
      'with what is left of the template',
      '- did:\n    - `a` b: …\n',
      'did: "- `a` b: …"\nreplace each “…” with your own text',
    ],
  ])('%s', (_, text, help) => {
    expect(helpOf(text)).toBe(help);
  });

  test('and is said not to be a text', () => {
    expect(said(rule, factsOfJournal('- did:\n    - `a` b\n'))).toEqual(['2:7 - did is not a text. | did: "- `a` b"']);
  });

  test.each([
    ['a value below such a list', '- did:\n    - a\n  ask: `b` c\n', 'ask: "`b` c"'],
    ['an item below a key of a context', '- context:\n    env:\n      - `a` b\n', '- "`a` b"'],
    ['an item of a key of one’s own', '- x-a:\n    - `a` b\n', '- "`a` b"'],
    ['an item of actions', '- actions:\n    - Run: "a" b\n', `- 'Run: "a" b'`],

    ['an alias in an action', '- actions:\n    - Run: *a*\n', expect.stringMatching(/: Run: "\*a\*"$/)],
    ['a value in a list of one’s own', '- x-a:\n    - Run: "a" b\n', `Run: '"a" b'`],
    ['what is no item', '- did:\n    - a\n    ask: b\n', expect.stringMatching(/^align this line/)],
  ])('%s is not', (_, text, help) => {
    expect(helpOf(text)).toEqual(help);
  });
});

describe('lets pass', () => {
  test.each([
    ['what is unreadable', Buffer.from('é', 'latin1')],
    ['what breaks the schema', '- who: nobody\n'],
    ['an empty file', ''],
    ['an entry without who', '- who: PO\n  topic: a\n- topic: b\n  reply: OK\n'],
    ['one behind an entry that has none either', '- topic: a\n- reply: OK\n'],
    ['one with keys that the entry above may not have', '- who: PO\n- topic: a\n  did: b\n'],
    ['an entry without keys', '- who: PO\n- {}\n'],
    ['one in braces', '- who: PO\n- {reply: OK}\n'],
    ['a text that holds YAML', '- who: ChatGPT\n  did: |\n    ask: "a\n    b"\n'],
  ])('%s', async (_, content) => {
    expect(said(rule, factsOfJournal(content))).toEqual([]);
  });
});

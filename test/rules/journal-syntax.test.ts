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
      '- who: &po PO\n- who: *po\n',
      '1:8 - &po is a YAML directive, anchor, tag or alias; none of these is allowed here. | delete &po; in place of an alias, write what it stands for; if it is text: who: "&po PO"',
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

describe('a value that YAML does not read is mended by one that the schema takes', () => {
  test.each([
    ['reply: OK: works well', 'reply: OK\ndetails: "works well"'],
    ['reply: "KO" the button is missing', 'reply: KO\ndetails: "the button is missing"\naction: fix'],
    ['reply: @all good', 'reply: OK or reply: KO'],
    ['action: fix: the list', 'action: fix'],
    ['status: pending: PO', 'status: pending'],
    ['who: @ChatGPT', 'who: ChatGPT'],
    ['topic: Sprint S4: search', 'topic: "Sprint S3: search"'],
    ['topic: the search: by place', 'topic: "Sprint S3 — the search: by place"'],
    ['did: Gates: …', 'did: "Gates: …"\nreplace each “…” with your own text'],
    ['did: Gates: all', 'did: "Gates: all"'],
    ['__proto__: >>> work', '__proto__: ">>> work"'],
  ])('%s', (line, help) => {
    const [finding] = rule.check(factsOfJournal(`- who: PO\n  ${line}\n`));
    expect(finding && rule.words.en.help(finding.data, String)).toBe(help);
  });

  test('when: @now is mended by now', () => {
    const [finding] = rule.check(factsOfJournal('- when: @now\n'));
    expect(finding && rule.words.en.help(finding.data, String)).toBe(`when: ${rfc3339(judgedAt)}`);
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

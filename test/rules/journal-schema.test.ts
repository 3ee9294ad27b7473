import { describe, expect, test } from 'vitest';
import rule from '../../src/rules/journal-schema.ts';
import { rfc3339 } from '../../src/words/time.ts';
import { factsOfJournal, judgedAt, said } from '../helpers/facts.ts';

const now = rfc3339(judgedAt);
const entry = (did: string, ask: string) =>
  `- who: ChatGPT\n  when: ${now}\n  topic: Sprint S3 — validation\n  did: ${did}\n  ask: ${ask}\n  context: https://stage.example.app\n  status: pending`;
const example = entry('Search page delivered', 'Open /search and look for a tour');
const developer =
  '- who: ChatGPT\n  when: 2026-11-22T14:00:00Z\n  topic: Sprint S3\n  did: a\n  ask: b\n  context: c\n  status: pending\n';
const owner = '- who: PO\n  topic: Sprint S3\n  reply: OK\n';

describe('says no to', () => {
  test.each<[string, string, ...string[]]>([
    ['no entries', '', `1:1 - The journal has no entry. | ${example}`],
    [
      'no list',
      'who: PO\n',
      '1:1 - The journal is not a list of entries. | start every entry with a dash: - who: ChatGPT',
    ],
    [
      'a list below a key',
      'entries:\n  - who: PO\n',
      '1:1 - The journal is not a list of entries. | delete the line entries: and keep the list below it',
    ],
    [
      'a list below one key of two',
      'entries:\n  - who: PO\nsprint: 3\n',
      '1:1 - The journal is not a list of entries. | start every entry with a dash: - who: ChatGPT',
    ],
    [
      'a list behind a key',
      'entries: [{who: PO}]\n',
      '1:1 - The journal is not a list of entries. | start every entry with a dash: - who: ChatGPT',
    ],
    ['an empty entry', '-\n', `1:2 /0 This entry is empty. | ${example}`],
    ['an entry that is a text', '- a\n', `1:3 /0 This entry is not a mapping of keys to values. | ${example}`],
    [
      'a line of the template',
      developer.replace('did: a', 'did: "- …"'),
      '4:8 /0/did did still contains the “…” of the template. | replace each “…” with your own text',
    ],
    [
      'a misspelt key',
      developer.replace('status', 'stauts'),
      '7:3 /0/stauts stauts is not a key of this entry. | write status instead of stauts',
    ],
    [
      'an unknown key',
      `${owner}  url: a\n`,
      '4:3 /0/url url is not a key of this entry. | delete it, or name it x-url; known keys: who, when, topic, reply, details, action',
    ],
    [
      'what is wrong with an answer under a name of one’s own, its who and its keys aside',
      owner.replace('PO', 'Marie').replace('Sprint S3', '3').concat('  url: a\n'),
      '2:10 /0/topic topic is not a text. | topic: "Sprint S3 — 3"',
      '4:3 /0/url url is not a key of this entry. | delete it, or name it x-url; known keys: who, when, topic, did, ask, context, status, actions',
    ],
    [
      'an answer in the entry that it answers',
      `${developer}  reply: OK\n`,
      '8:3 /0/reply reply is not a key of this entry. | if the PO wrote this answer, move all of it to an entry of the PO’s own, behind this one; if not, delete it',
    ],
    [
      'an answer’s action, although it resembles a key',
      `${developer}  action: none\n`,
      '8:3 /0/action action is not a key of this entry. | if the PO wrote this answer, move all of it to an entry of the PO’s own, behind this one; if not, delete it',
    ],
    [
      'a missing key',
      developer.replace('  did: a\n', ''),
      '1:3 /0 This entry has no did. | did: Search page delivered',
    ],
    ['a missing when', developer.replace(/ {2}when.*\n/, ''), `1:3 /0 This entry has no when. | when: ${now}`],
    ['an empty value', owner.replace('Sprint S3', ''), '2:10 /0/topic topic is empty. | topic: Sprint S3 — validation'],
    [
      'the template’s ellipsis',
      developer.replace('did: a', 'did: …'),
      '4:8 /0/did did still contains the “…” of the template. | replace each “…” with your own text',
    ],
    [
      'the template’s choice',
      owner.replace('OK', 'OK | KO'),
      '1:3 /0 This is still the template’s answer, “OK | KO”. | delete this entry: the PO writes the answer',
    ],
    [
      'the template’s choice of a status',
      developer.replace('pending', 'pending | done'),
      '7:11 /0/status status is “pending | done”; it must be pending or done. | status: pending',
    ],
    [
      'a KO in lower case, with what it needs',
      owner.replace('OK', 'ko'),
      '3:10 /0/reply reply is “ko”; it must be OK or KO. | reply: KO\ndetails: The search finds nothing\naction: fix',
    ],
    [
      'what YAML takes for a comment',
      developer.replace('did: a', 'did: #12 fixed'),
      '4:8 /0/did did is empty: YAML reads what starts with “#” as a comment. | did: "#12 fixed"',
    ],
    [
      'a number as it is written',
      developer.replace('did: a', 'did: 1.10'),
      '4:8 /0/did did is not a text. | did: "1.10"',
    ],
    [
      'a key of the context that an entry has too',
      developer.replace('context: c', 'context: { status: true }'),
      '6:22 /0/context/status context.status is not a text. | status: "true"',
    ],
    [
      'the template’s number',
      developer.replace('context: c', 'context: Sprint S<N>'),
      '6:12 /0/context context still contains the “S<N>” of the template. | replace S<N> with S3',
    ],
    [
      'a word in lower case',
      owner.replace('OK', 'ok'),
      '3:10 /0/reply reply is “ok”; it must be OK or KO. | reply: OK',
    ],
    [
      'another word',
      owner.replace('OK', 'yes'),
      '3:10 /0/reply reply is “yes”; it must be OK or KO. | reply: OK or reply: KO',
    ],
    [
      'no date',
      developer.replace('2026-11-22T14:00:00Z', '2026-11-22'),
      `2:9 /0/when when is “2026-11-22”, which is not an RFC 3339 date and time with an offset. | when: ${now}`,
    ],
    ['a number', developer.replace('did: a', 'did: 12'), '4:8 /0/did did is not a text. | did: "12"'],
    ['a list', developer.replace('did: a', 'did: [a]'), '4:8 /0/did did is not a text. | did: "[a]"'],
    [
      'a list of lines',
      developer.replace('did: a', 'did:\n    - one\n    - two'),
      '5:5 /0/did did is not a text. | did: |\n    - one\n    - two',
    ],
    [
      'a list of lines with what is left of the template',
      developer.replace('did: a', 'did:\n    - the map of S<N>\n    - Gates: …'),
      '5:5 /0/did did is not a text. | did: |\n    - the map of S3\n    - Gates: …\nreplace each “…” with your own text',
    ],
    [
      'a comment with what is left of the template',
      developer.replace('did: a', 'did: #12: …'),
      '4:8 /0/did did is empty: YAML reads what starts with “#” as a comment. | did: "#12: …"\nreplace each “…” with your own text',
    ],
    [
      'a list of lines in a context',
      developer.replace('context: c', 'context:\n    env:\n    - one\n    - two'),
      '8:5 /0/context/env context.env is not a text. | env: |\n      - one\n      - two',
    ],
    [
      'a date in another form than RFC 3339’s',
      developer.replace('2026-11-22T14:00:00Z', '2026-11-22 14:00+0100'),
      '2:9 /0/when when is “2026-11-22 14:00+0100”, which is not an RFC 3339 date and time with an offset. | when: 2026-11-22T14:00:00+01:00',
    ],
    [
      'a date without its offset, which is taken to be the reader’s',
      developer.replace('2026-11-22T14:00:00Z', '2026-11-22T14:00'),
      `2:9 /0/when when is “2026-11-22T14:00”, which is not an RFC 3339 date and time with an offset. | when: 2026-11-22T14:00:00${now.slice(19)}`,
    ],
    [
      'a when that is missing before a later entry',
      developer.replace(/ {2}when.*\n/, '') + developer,
      `1:3 /0 This entry has no when. | when: ${rfc3339(Date.parse('2026-11-22T14:00:00Z'))}`,
    ],
    [
      'no reply, which is the PO’s',
      owner.replace('  reply: OK\n', ''),
      '1:3 /0 This entry has no reply. | reply: OK or reply: KO',
    ],
    [
      'lines and the number of the template',
      developer.replace('did: a', 'did: "Map:\\n- …\\nPR of S<N>"'),
      '4:8 /0/did did still contains the “…” and the “S<N>” of the template. | replace each “…” with your own text, and replace S<N> with S3',
    ],
    [
      'a context that is a truth value',
      developer.replace('context: c', 'context: true'),
      '6:12 /0/context context is neither a text nor a mapping of keys to texts or numbers. | context: "true"',
    ],
    [
      'actions that are a text',
      `${developer}  actions: a\n`,
      '8:12 /0/actions actions is not a list. | actions: ["a"]',
    ],
    [
      'an action that is no text, on a line of its own',
      `${developer}  actions:\n    - 1\n    -\n`,
      '9:7 /0/actions/0 actions.0 is not a text. | - "1"',
      '10:6 /0/actions/1 actions.1 is empty. | - "npm run seed"',
    ],
  ])('%s', async (_, content, ...expected) => {
    expect(said(rule, factsOfJournal(content))).toEqual(expected);
  });

  test.each<[string, string, ...string[]]>([
    [
      'no entries',
      '',
      `1:1 - Le journal n’a aucune entrée. | ${entry('Page de recherche livrée', 'Ouvrir /search et chercher une visite')}`,
    ],
    [
      'an unknown key',
      `${owner}  url: a\n`,
      '4:3 /0/url url n’est pas une clé de cette entrée. | supprimez-la, ou nommez-la x-url ; clés connues : who, when, topic, reply, details, action',
    ],
    [
      'the template’s choice',
      owner.replace('OK', 'OK | KO'),
      '1:3 /0 reply contient encore le « OK | KO » du gabarit. | supprimez cette entrée : c’est le PO qui écrit la réponse',
    ],
    [
      'a list below a key',
      'entries:\n  - who: PO\n',
      '1:1 - Le journal n’est pas une liste d’entrées. | supprimez la ligne entries: et gardez la liste qui la suit',
    ],
    ['a list', developer.replace('did: a', 'did: [a]'), '4:8 /0/did did n’est pas un texte. | did: "[a]"'],
  ])('%s, in French', async (_, content, ...expected) => {
    expect(said(rule, factsOfJournal(content), 'fr')).toEqual(expected);
  });
});

describe('lets pass', () => {
  test.each([
    ['sound entries', developer + owner],
    ['an answer that is not signed PO: journal/who', owner.replace('PO', 'Marie')],
    ['what is broken', '- a: @b\n'],
    ['what is unreadable', Buffer.from('é', 'latin1')],
  ])('%s', async (_, content) => {
    expect(said(rule, factsOfJournal(content))).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { explainWords } from '../../src/words/explain.ts';
import { reportWords, typeset } from '../../src/words/report.ts';

/** What a template leaves behind that was not filled in. */
const unfilled = /undefined|\bnull\b|NaN|\[object|\$\{|TODO|\s{2}$/;

test.each(['en', 'fr'] as const)('the words of reports are filled in, in %s', (language) => {
  const { errors, warnings, commits, refused, running, closing, frozen, noFreeze, summaryLost } = reportWords[language];
  const counted = [1, 2].flatMap((count) => [errors(count), warnings(count), commits(count)]);
  const times = [running, closing, frozen].map((say) => say(3, '4 min 05 s', '14:22'));
  const all = [...counted, ...times, refused('pre-commit', '1'), refused('other', '1'), noFreeze(3), summaryLost('x')];
  for (const text of all) expect(text).not.toMatch(unfilled);
  for (const text of Object.values(explainWords[language])) expect(JSON.stringify(text)).not.toMatch(unfilled);
});

test.each([
  ['fr', 'Il dit : « a » ; oui ? Non !', 'Il dit\u00a0: «\u00a0a\u00a0»\u00a0; oui\u00a0? Non\u00a0!'],
  ['fr', 'sprint_id: 3 :x ::y', 'sprint_id: 3 :x ::y'],
  ['en', 'It says : « a »', 'It says : « a »'],
] as const)('in %s, %j is set as %j', (language, sentence, expected) => {
  expect(typeset(language, sentence)).toBe(expected);
});

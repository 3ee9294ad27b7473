import { expect, test } from 'vitest';
import { explainWords } from '../../src/words/explain.ts';
import { reportWords, typeset } from '../../src/words/report.ts';
import { startedAt } from '../../src/words/time.ts';
import { promptOf } from '../../src/words/write.ts';

/** What a template leaves behind that was not filled in. */
const unfilled = /undefined|\bnull\b|NaN|\[object|\$\{|TODO|\s{2}$/;

test.each(['en', 'fr'] as const)('the words of reports are filled in, in %s', (language) => {
  const { errors, warnings, commits, refused, running, frozen, noFreeze, summaryLost } = reportWords[language];
  const counted = [1, 2].flatMap((count) => [errors(count), warnings(count), commits(count)]);
  const times = [running, frozen].map((say) => say(3, '4 min 05 s', '14:22'));
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

test('in French, a time of another day has the article of its date', () => {
  const at = Date.parse('2026-11-20T12:00:00Z');
  const start = { at, source: 'header', line: null } as const;
  expect(startedAt('fr', 3, start, at)).toMatch(/^S3 a commencé à \d\d:\d\d \(/);
  expect(startedAt('fr', 3, start, at + 48 * 3_600_000)).toMatch(/^S3 a commencé le 2026-11-\d\d \d\d:\d\d \(/);
  expect(reportWords.fr.frozen(3, '5 min', '14:22')).toBe('Sprint S3 : gelé depuis 14:22 (5 min).');
  expect(reportWords.fr.frozen(3, '2 jours', '2026-11-20 14:22')).toContain('depuis le 2026-11-20 14:22');
});

test('in French, a question at the prompt has its no-break space', () => {
  expect(promptOf('did', 'fr')).toBe('Qu’avez-vous fait\u00a0? ');
});

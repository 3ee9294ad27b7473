import { expect, test } from 'vitest';
import { environmentLanguage } from '../src/language.ts';

test.each(['fr', 'fr_FR', 'fr_FR.UTF-8', 'fr_BE@euro', 'fr-CA', 'FR', 'fr.UTF-8'])('%s is French', (LANG) => {
  expect(environmentLanguage({ LANG })).toBe('fr');
});

test.each(['', 'C', 'C.UTF-8', 'POSIX', 'en_US', 'frp_FR', 'fro', 'af_ZA', 'en_FR'])('"%s" is not', (LANG) => {
  expect(environmentLanguage({ LANG })).toBe('en');
});

test.each([
  ['LC_ALL', { LC_ALL: 'fr_FR', LC_MESSAGES: 'en_US', LANG: 'en_US' }, 'fr'],
  ['LC_MESSAGES', { LC_ALL: '', LC_MESSAGES: 'fr_FR', LANG: 'en_US' }, 'fr'],
  ['LC_ALL, though LANG is French', { LC_ALL: 'C', LANG: 'fr_FR' }, 'en'],
  ['none', {}, 'en'],
])('the first that is set decides: %s', (_, environment, language) => {
  expect(environmentLanguage(environment)).toBe(language);
});

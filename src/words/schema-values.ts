import type { SchemaProblem } from '../journal/schema-problem.js';
import { intendedWhen } from '../journal/when.js';
import type { Language, Translated } from '../language.js';
import { visible } from '../report/visible.js';
import { plainOrQuoted, quotedText } from '../yaml/quote.js';

export interface SchemaFinding {
  readonly problem: SchemaProblem;
  readonly sprint: number;
  /** Now or, if it is earlier, the earliest date of a later entry; RFC 3339. */
  readonly now: string;
  /** Who should sign the entry, judged by its keys. */
  readonly signer: string;
}

export const or: Translated = { en: ' or ', fr: ' ou ' };

const maxLength = 60;

/** Makes a journal's text fit to be quoted in a sentence. */
export function shorten(text: string): string {
  const shown = visible(text);
  return shown.length > maxLength ? `${shown.slice(0, maxLength)}…` : shown;
}

const free: Translated<Readonly<Record<'did' | 'ask' | 'details', string>>> = {
  en: {
    did: 'Search page delivered',
    ask: 'Open /search and look for a tour',
    details: 'The search finds nothing',
  },
  fr: {
    did: 'Page de recherche livrée',
    ask: 'Ouvrir /search et chercher une visite',
    details: 'La recherche ne trouve rien',
  },
};

function examples(language: Language, { sprint, now, signer }: SchemaFinding): Readonly<Record<string, string>> {
  return {
    ...free[language],
    who: plainOrQuoted(signer),
    when: now,
    topic: `Sprint S${sprint} — validation`,
    context: 'https://stage.example.app',
    status: 'pending',
    action: 'fix',
    actions: '["npm run seed"]',
  };
}

/** Returns a key with a valid value, as one would type it; in a list, an item. */
export function example(language: Language, finding: SchemaFinding): string {
  const { key, name } = finding.problem;
  const values = examples(language, finding);
  if (name === '-') return '- "npm run seed"';
  if (key === '') return firstEntry(language, finding);
  // Only the PO can say which of the two.
  if (key === 'reply') return eachWord(language, key, ['OK', 'KO']);
  return `${name}: ${values[key] ?? values.context}`;
}

export function firstEntry(language: Language, finding: SchemaFinding): string {
  const values = examples(language, finding);
  const keys = ['who', 'when', 'topic', 'did', 'ask', 'context', 'status'];
  return keys.map((key, index) => `${index === 0 ? '- ' : '  '}${key}: ${values[key]}`).join('\n');
}

/** Writes the user's text at its key: in quotes, as a block of lines, or in a list. */
export function textOf({ problem, sprint }: SchemaFinding, written: string): string {
  const { key, name, indentation } = problem;
  const start = name === '-' ? '-' : `${name}:`;
  if (key === 'actions') return `${start} [${quotedText(written.replace(/\n$/, ''))}]`;
  const text = key === 'topic' ? `Sprint S${sprint} — ${written}` : written;
  if (!text.includes('\n')) return `${start} ${quotedText(text)}`;
  const lines = text.split('\n').map((line) => `${' '.repeat(indentation)}${line}`.trimEnd());
  return [`${start} |`, ...lines].join('\n');
}

/** Returns the word that was meant, with the keys that it requires, or else all the words. */
export function rightWord(
  language: Language,
  finding: SchemaFinding,
  { key, words, resembles, lacks, details = '' }: Extract<SchemaProblem, { kind: 'unknown-word' }>,
): string {
  if (resembles === null) return eachWord(language, key, words);
  const values = examples(language, finding);
  const own = details === '' ? {} : { details: quotedText(details) };
  const missing = { ...Object.fromEntries(lacks.map((name) => [name, values[name]])), ...own };
  return [`${key}: ${resembles}`, ...Object.entries(missing).map(([name, value]) => `${name}: ${value}`)].join('\n');
}

function eachWord(language: Language, key: string, words: readonly string[]): string {
  return words.map((word) => `${key}: ${word}`).join(or[language]);
}

/** Corrects a date, with the reader's offset if it lacks one; falls back to now. */
export function dated(written: string, now: string): string {
  const offset = now.slice('2026-11-22T14:05:00'.length);
  return `when: ${intendedWhen(written) ?? intendedWhen(written.replace(/\W+$/, '') + offset) ?? now}`;
}

import type { SchemaProblem } from '../journal/schema-problem.js';
import { intendedWhen } from '../journal/when.js';
import type { Language, Translated } from '../language.js';
import { visible } from '../report/visible.js';
import { plainOrQuoted, quotedText } from '../yaml/quote.js';

/** A problem with what its remedy is made of. */
export interface SchemaFinding {
  readonly problem: SchemaProblem;
  /** The number of the journal's folder. */
  readonly sprint: number;
  /** Now, or where later entries are dated earlier, the earliest of those, as RFC 3339. */
  readonly now: string;
  /** Who signs the entry, by the keys that it has. */
  readonly signer: string;
}

export const or: Translated = { en: ' or ', fr: ' ou ' };

const longest = 60;

/** What a journal has, as a sentence quotes it: on one line. */
export function shorten(text: string): string {
  const shown = visible(text);
  return shown.length > longest ? `${shown.slice(0, longest)}…` : shown;
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

/** A key with a value that passes, as one would type it; a list item for what stands in a list. */
export function example(language: Language, finding: SchemaFinding): string {
  const { key, name } = finding.problem;
  const values = examples(language, finding);
  if (name === '-') return '- "npm run seed"';
  if (key === '') return firstEntry(language, finding);
  // Which of the two it is, is for the PO to say.
  if (key === 'reply') return eachWord(language, key, ['OK', 'KO']);
  return `${name}: ${values[key] ?? values.context}`;
}

/** An entry that passes. */
export function firstEntry(language: Language, finding: SchemaFinding): string {
  const values = examples(language, finding);
  const keys = ['who', 'when', 'topic', 'did', 'ask', 'context', 'status'];
  return keys.map((key, index) => `${index === 0 ? '- ' : '  '}${key}: ${values[key]}`).join('\n');
}

/** A text of the user's at its key: in quotes, as a block of lines, or in a list. */
export function textOf({ problem, sprint }: SchemaFinding, written: string): string {
  const { key, name, indentation } = problem;
  const start = name === '-' ? '-' : `${name}:`;
  if (key === 'actions') return `${start} [${quotedText(written.replace(/\n$/, ''))}]`;
  const text = key === 'topic' ? `Sprint S${sprint} — ${written}` : written;
  if (!text.includes('\n')) return `${start} ${quotedText(text)}`;
  const lines = text.split('\n').map((line) => `${' '.repeat(indentation)}${line}`.trimEnd());
  return [`${start} |`, ...lines].join('\n');
}

/** The word that was meant, with the keys that it needs; else each of the words. */
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

/** A date and time as it was meant, with the offset of whoever reads this where its own is missing; else now. */
export function dated(written: string, now: string): string {
  const offset = now.slice('2026-11-22T14:05:00'.length);
  return `when: ${intendedWhen(written) ?? intendedWhen(written + offset) ?? now}`;
}

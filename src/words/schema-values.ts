import type { SchemaProblem } from '../journal/schema-problem.js';
import { intendedWhen } from '../journal/when.js';
import type { Language, Translated } from '../language.js';
import { visible } from '../report/visible.js';
import { plainOrQuoted, quotedText } from '../yaml/quote.js';

/** A problem with what its remedy is made of. */
export type SchemaFinding<Problem = SchemaProblem> = {
  readonly problem: Problem;
  /** The number of the journal's folder. */
  readonly sprint: number;
  /** Now, or where later entries are dated earlier, the earliest of those, as RFC 3339. */
  readonly now: string;
  /** Who signs the entry, by the keys that it has. */
  readonly signer: string;
};

export type Of<Kind extends SchemaProblem['kind']> = SchemaFinding<Extract<SchemaProblem, { kind: Kind }>>;

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

/** Values that pass, by key. */
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
  if (name === '-') return `${startOf(finding.problem)}"npm run seed"`;
  if (key === '') return firstEntry(language, finding);
  // Which of the two it is, is for the PO to say.
  if (key === 'reply') return eachWord(language, key, ['OK', 'KO']);
  return `${startOf(finding.problem)}${values[key] ?? values.context}`;
}

/** What stands in front of a value: its key, or the dash of an item, which has none in brackets. */
function startOf({ name, indentation }: SchemaProblem): string {
  if (name !== '-') return `${name}: `;
  return indentation === null ? '' : '- ';
}

/** An entry that passes. */
export function firstEntry(language: Language, finding: SchemaFinding): string {
  const values = examples(language, finding);
  const keys = ['who', 'when', 'topic', 'did', 'ask', 'context', 'status'];
  return keys.map((key, index) => `${index === 0 ? '- ' : '  '}${key}: ${values[key]}`).join('\n');
}

/** A text of the user's at its key: in quotes, as a block of lines, or in a list. */
export function textOf({ problem, sprint }: SchemaFinding, written: string): string {
  const { key, indentation } = problem;
  const start = startOf(problem);
  if (key === 'actions') return `${start}[${quotedText(written.replace(/\n$/, ''))}]`;
  const text = key === 'topic' ? `Sprint S${sprint} — ${written}` : written;
  return indentation === null || !text.includes('\n')
    ? `${start}${quotedText(text)}`
    : withLines(problem, `${start}|`, text.split('\n'));
}

/** A key, or a dash, and the lines of its value below it, as they can be put in its place. */
export function withLines({ indentation }: SchemaProblem, start: string, lines: readonly string[]): string {
  return [start, ...lines.map((line) => `${' '.repeat(indentation ?? 0)}${line}`.trimEnd())].join('\n');
}

const oneDash: Translated = {
  en: 'delete the first of its two dashes, and shift the lines of the entry left by as much',
  fr: 'supprimez le premier de ses deux tirets, et décalez d’autant les lignes de l’entrée vers la gauche',
};

/** What the user wrote, as a text where a text is wanted, or as a list of it; in the place of an entry, as a note in one. */
export function retyped(language: Language, finding: Of<'wrong-type'>): string {
  const { key, text } = finding.problem;
  if (text === null || key === 'who') return example(language, finding);
  if (key !== '') return textOf(finding, text);
  // - - who: PO
  if (/^- +[\w-]+:/.test(text)) return oneDash[language];
  return `${firstEntry(language, finding)}\n  x-note: ${quotedText(text)}`;
}

/** The word that was meant, with the keys that it needs; else each of the words. */
export function rightWord(language: Language, finding: Of<'unknown-word'>): string {
  const { key, words, resembles, lacks, indentation } = finding.problem;
  if (resembles === null) return eachWord(language, key, words);
  const values = examples(language, finding);
  return [`${key}: ${resembles}`, ...lacks.map((name) => `${name}: ${values[name]}`)].join(
    indentation === null ? ', ' : '\n',
  );
}

function eachWord(language: Language, key: string, words: readonly string[]): string {
  return words.map((word) => `${key}: ${word}`).join(or[language]);
}

export function dated({ problem: { written }, now }: Of<'not-a-date'>): string {
  // Where the offset alone is missing, it is that of whoever reads this.
  return `when: ${intendedWhen(written) ?? intendedWhen(written + offsetOf(now)) ?? now}`;
}

// 2026-11-22T14:05:00+01:00
function offsetOf(now: string): string {
  return now.slice('2026-11-22T14:05:00'.length);
}

/** Whether a key is shown as it is and in full, so that it can be typed. */
export function isShort(key: string): boolean {
  return key.length <= longest && visible(key) === key;
}

import type { Location } from '../yaml/location.js';
import type { TextFault } from './texts.js';

export interface Place {
  /** JSON Pointer of the value, or of the entry that lacks a key. */
  readonly path: string;
  /** Of the value, of the unknown key, or of the entry that lacks a key. */
  readonly location: Location;
  /** The keys from the entry to the value, joined with dots: `reply`, `context.env`; empty for the entry itself. */
  readonly key: string;
  /** The last key as YAML writes it; `-` for a list item. */
  readonly name: string;
  /** Number of spaces that each further line of the value needs. */
  readonly indentation: number;
}

/** One mistake in a journal, however many schema errors it causes. */
export type SchemaProblem = Place & SchemaFault;

export type SchemaFault =
  | { readonly kind: 'no-entries' | 'missing-key' }
  /** `wrapper`: the only key of the document, as YAML writes it, if a list stands below it. */
  | { readonly kind: 'not-a-list'; readonly wrapper: string | null }
  /** The template's answer, not filled in. */
  | { readonly kind: 'template-answer' }
  | {
      readonly kind: 'unknown-key';
      readonly resembles: string | null;
      readonly known: readonly string[];
      /** It is part of an answer that stands in the entry it answers. */
      readonly isAnswer: boolean;
    }
  /** A text that the schema refuses; `empty` also if there is no value. */
  | TextFault
  /** YAML takes the whole value for a comment. */
  | { readonly kind: 'comment'; readonly written: string }
  /** A comma cut the value of the key `name` in two, and made its rest a key. */
  | { readonly kind: 'comma'; readonly name: string; readonly written: string }
  | {
      readonly kind: 'unknown-word';
      readonly written: string;
      readonly words: readonly string[];
      readonly resembles: string | null;
      /** The keys that the entry lacks if `resembles` is written. */
      readonly lacks: readonly string[];
      /** What follows the word, if the entry has no details yet; empty if nothing does. */
      readonly details?: string;
    }
  | { readonly kind: 'not-a-date'; readonly written: string }
  | {
      readonly kind: 'wrong-type';
      readonly wanted: 'string' | 'array' | 'object';
      /** What the user wrote, if a text may stand here and it shows something; else null. */
      readonly text: string | null;
    };

/** A validator's error, in ajv's form. */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  // biome-ignore lint/suspicious/noExplicitAny: they differ by keyword.
  readonly params: Readonly<Record<string, any>>;
}

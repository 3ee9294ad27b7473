import type { Location } from '../yaml/location.js';
import type { TextFault } from './texts.js';

/** Where something is wrong in a journal. */
export interface Place {
  /** JSON Pointer of the value; of the entry where a key is missing. */
  readonly path: string;
  /** Of the value; of the key where it is unknown, of the entry where one is missing. */
  readonly location: Location;
  /** The keys that lead from the entry to the value, joined with dots: `reply`, `context.env`; empty for the entry itself. */
  readonly key: string;
  /** The last of them as YAML takes it; `-` for an item of a list. */
  readonly name: string;
  /** How many blanks a line below the key needs to be part of its value. */
  readonly indentation: number;
}

/** One cause for which a journal breaks its schema. */
export type SchemaProblem = Place & SchemaFault;

/** What is wrong at a place. */
export type SchemaFault =
  | { readonly kind: 'no-entries' | 'not-a-list' | 'missing-key' }
  /** The PO's answer of the template, which nobody has filled in. */
  | { readonly kind: 'template-answer' }
  | {
      readonly kind: 'unknown-key';
      /** The known key that it resembles. */
      readonly resembles: string | null;
      readonly known: readonly string[];
    }
  /** A text that may not stand there; `empty` also where nothing does. */
  | TextFault
  /** Nothing stands there but what YAML takes for a comment. */
  | { readonly kind: 'comment'; readonly written: string }
  /** A comma in the value before it, which `name` is the key of, made a key of what stands there. */
  | { readonly kind: 'comma'; readonly name: string; readonly written: string }
  | {
      readonly kind: 'unknown-word';
      readonly written: string;
      readonly words: readonly string[];
      /** The one of them that it resembles. */
      readonly resembles: string | null;
      /** The keys that the entry lacks once that word stands there. */
      readonly lacks: readonly string[];
      /** What stood behind the word, where the entry has no details yet; empty where nothing did. */
      readonly details?: string;
    }
  | { readonly kind: 'not-a-date'; readonly written: string }
  | {
      readonly kind: 'wrong-type';
      /** As JSON Schema names it. */
      readonly wanted: 'string' | 'array' | 'object';
      /** What the user wrote, as a text that may stand there; null where none may. */
      readonly text: string | null;
    };

/** What a validator says of one value, in ajv's form. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON Pointer of the value. */
  readonly instancePath: string;
  readonly schemaPath: string;
  // biome-ignore lint/suspicious/noExplicitAny: they differ by keyword.
  readonly params: Readonly<Record<string, any>>;
}

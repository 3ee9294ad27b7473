import type { Location } from '../yaml/location.js';

/** The types of JSON, as JSON Schema names them. */
export type JsonType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

/** One cause for which a journal breaks its schema. */
export type SchemaProblem = {
  /** JSON Pointer of the value; of the entry where a key is missing. */
  readonly path: string;
  /** Of the value; of the key where it is unknown, of the entry where one is missing. */
  readonly location: Location;
  /** The keys that lead from the entry to the value, joined with dots: `reply`, `context.env`; empty for the entry itself. */
  readonly key: string;
} & (
  | { readonly kind: 'no-entries' | 'not-a-list' }
  | {
      readonly kind: 'unknown-key';
      /** The known key that it resembles. */
      readonly resembles: string | null;
      /** The keys that may stand there. */
      readonly known: readonly string[];
    }
  | { readonly kind: 'missing-key' }
  /** Nothing stands there, or a text without a visible character. */
  | { readonly kind: 'empty' }
  /** The template's `…` still stands there. */
  | { readonly kind: 'unfilled' }
  | {
      readonly kind: 'unknown-word';
      readonly written: string;
      readonly words: readonly string[];
      /** The one of `words` that it resembles. */
      readonly resembles: string | null;
    }
  /** The template's `OK | KO` still stands there. */
  | { readonly kind: 'undecided'; readonly words: readonly string[] }
  | { readonly kind: 'not-a-date'; readonly written: string }
  | { readonly kind: 'wrong-type'; readonly is: JsonType; readonly wanted: JsonType; readonly written: string }
  /** A keyword that only a schema of the repository's own has, with ajv's sentence. */
  | { readonly kind: 'other'; readonly keyword: string; readonly sentence: string }
);

/** What a validator says of one value, in ajv's form. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON Pointer of the value. */
  readonly instancePath: string;
  readonly schemaPath: string;
  // biome-ignore lint/suspicious/noExplicitAny: they differ by keyword.
  readonly params: Readonly<Record<string, any>>;
  readonly message?: string | undefined;
  /** The schema that holds the keyword (ajv's option `verbose`); without it, the built-in schema is taken to be meant. */
  readonly parentSchema?: object | undefined;
}

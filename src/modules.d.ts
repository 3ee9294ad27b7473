/** A JSON Schema of `schemas/`, compiled to a validator at build time by `scripts/validator-plugin.ts`. */
declare module '*.json?validator' {
  import type { ErrorObject } from 'ajv';

  /** Tells whether `data` is valid; `errors` then has the problems of the last call. */
  const validate: ((data: unknown) => boolean) & { errors?: ErrorObject[] | null };
  export default validate;
}

/** Needed only to build declarations, without the JSON files, which are outside `src`. */
declare module '*.json' {
  // biome-ignore lint/suspicious/noExplicitAny: the type checker proper reads the file itself.
  const value: any;
  export default value;
}

/** A JSON Schema of `schemas/`, compiled to a validator at build time by `scripts/validator-plugin.ts`. */
declare module '*.json?validator' {
  import type { ErrorObject } from 'ajv';

  /** Tells whether `data` keeps to the schema; `errors` then says where the last call's data did not. */
  const validate: ((data: unknown) => boolean) & { errors?: ErrorObject[] | null };
  export default validate;
}

/** Only declarations are built without the JSON files themselves, which lie outside `src`. */
declare module '*.json' {
  // biome-ignore lint/suspicious/noExplicitAny: the type checker proper reads the file itself.
  const value: any;
  export default value;
}

import { applyEdits, modify } from 'jsonc-parser';

export interface Manifest {
  readonly path: string;
  readonly text: string;
  readonly value: {
    readonly private?: boolean;
    readonly scripts?: Readonly<Record<string, string>>;
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly devDependencies?: Readonly<Record<string, string>>;
  };
}

/** Sets the value at a path of keys, and keeps other lines. Throws if something other than an object is in the way. */
export function withValue(json: string, path: readonly string[], value: unknown): string {
  const unit = /\n([ \t]+)\S/.exec(json)?.[1] ?? '  ';
  const eol = json.includes('\r\n') ? '\r\n' : '\n';
  const formattingOptions = { insertSpaces: !unit.includes('\t'), tabSize: unit.length, eol };
  return applyEdits(json, modify(json, [...path], value, { formattingOptions }));
}

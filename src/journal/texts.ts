import schema from '../../schemas/interactions.schema.json' with { type: 'json' };

/** The keys of an entry whose value is a text. */
export const textKeys: ReadonlySet<unknown> = new Set(['topic', 'did', 'ask', 'context', 'details']);

/** Why a text does not keep to the schema's `text`. */
export type TextFault =
  /** Without a visible character. */
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'unfilled';
      /** What a template has that still stands there: `…`, `S<N>`. */
      readonly leftovers: readonly string[];
    };

const { visibleText, filledText, numberedText } = schema.$defs;
const visible = new RegExp(visibleText.pattern, 'u');
const templates: readonly (readonly [leftover: string, pattern: RegExp])[] = [
  ['…', new RegExp(filledText.not.pattern, 'u')],
  ['S<N>', new RegExp(numberedText.not.pattern, 'u')],
];

/** What is wrong with a text; null where nothing is. */
export function textFault(text: string): TextFault | null {
  const leftovers = templates.filter(([, pattern]) => pattern.test(text)).map(([leftover]) => leftover);
  if (leftovers.length > 0) return { kind: 'unfilled', leftovers };
  return visible.test(text) ? null : { kind: 'empty' };
}

/** Whether a text keeps to the schema's `text`. */
export function isText(text: string): boolean {
  return textFault(text) === null;
}

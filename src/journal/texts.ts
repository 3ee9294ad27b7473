import schema from '../../schemas/interactions.schema.json' with { type: 'json' };

export const textKeys: ReadonlySet<unknown> = new Set(['topic', 'did', 'ask', 'context', 'details']);

export type TextFault =
  /** No visible character. */
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'unfilled';
      /** What is left of the template: `…`, `S<N>`. */
      readonly leftovers: readonly string[];
    };

const { visibleText, filledText, numberedText } = schema.$defs;
const visible = new RegExp(visibleText.pattern, 'u');
const templates: readonly (readonly [leftover: string, pattern: RegExp])[] = [
  ['…', new RegExp(filledText.not.pattern, 'u')],
  ['S<N>', new RegExp(numberedText.not.pattern, 'u')],
];

export function textFault(text: string): TextFault | null {
  const leftovers = templates.filter(([, pattern]) => pattern.test(text)).map(([leftover]) => leftover);
  if (leftovers.length > 0) return { kind: 'unfilled', leftovers };
  return visible.test(text) ? null : { kind: 'empty' };
}

export function isText(text: string): boolean {
  return textFault(text) === null;
}

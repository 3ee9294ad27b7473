import schema from '../../schemas/interactions.schema.json' with { type: 'json' };

/** Why a text does not keep to the schema's `text`. */
export type TextFault =
  /** Without a visible character. */
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'unfilled';
      /** What a template has that still stands there. */
      readonly leftovers: readonly ('…' | 'S<N>')[];
      /** Several of its lines are the template's. */
      readonly several: boolean;
      /** It has lines that are not the template's. */
      readonly hasText: boolean;
    };

const { visibleText, filledText, numberedText } = schema.$defs;
const [visible, ellipsis, placeholder] = [visibleText.pattern, filledText.not.pattern, numberedText.not.pattern].map(
  (pattern) => new RegExp(pattern, 'u'),
) as [RegExp, RegExp, RegExp];

/** What is wrong with a text; null where nothing is. */
export function textFault(text: string): TextFault | null {
  const leftovers = [ellipsis.test(text) && ('…' as const), placeholder.test(text) && ('S<N>' as const)];
  const found = leftovers.filter((leftover) => leftover !== false);
  if (found.length === 0) return visible.test(text) ? null : { kind: 'empty' };
  const lines = text.split(/[\r\n]/);
  const several = lines.filter((line) => ellipsis.test(line)).length > 1;
  const hasText = lines.some((line) => visible.test(line) && !ellipsis.test(line));
  return { kind: 'unfilled', leftovers: found, several, hasText };
}

/** Whether a text keeps to the schema's `text`. */
export function isText(text: string): boolean {
  return textFault(text) === null;
}

import type { createColors } from 'picocolors';

/** What a text is painted with, by picocolors; `isColorSupported` tells whether it is painted at all. */
export type Colors = Pick<
  ReturnType<typeof createColors>,
  'isColorSupported' | 'bold' | 'cyan' | 'dim' | 'green' | 'inverse' | 'red' | 'yellow'
>;

const unpainted = (text: unknown) => String(text);

/** No colours: what hooks and CI print needs no library. */
export const plain: Colors = {
  isColorSupported: false,
  bold: unpainted,
  cyan: unpainted,
  dim: unpainted,
  green: unpainted,
  inverse: unpainted,
  red: unpainted,
  yellow: unpainted,
};

/** The colours of a terminal. */
export async function loadColors(): Promise<Colors> {
  // The default export, as Node and bundlers both see it.
  const { default: picocolors } = await import('picocolors');
  return picocolors.createColors(true);
}

/** Whether colours are wanted: `flag` is that of the command line, null where there is none. */
export function wantsColors(
  flag: boolean | null,
  { NO_COLOR, FORCE_COLOR, TERM }: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (flag !== null) return flag;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTerminal && TERM !== 'dumb';
}

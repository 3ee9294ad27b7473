import picocolors from 'picocolors';

/** The functions that colour a text; `isColorSupported` is false if they leave it plain. */
export type Colors = ReturnType<typeof picocolors.createColors>;

export const plain: Colors = picocolors.createColors(false);

export const painted: Colors = picocolors.createColors(true);

export function wantsColors(
  flags: { readonly color: boolean; readonly 'no-color': boolean },
  { NO_COLOR, FORCE_COLOR, TERM }: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (flags.color || flags['no-color']) return !flags['no-color'];
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTerminal && TERM !== 'dumb';
}

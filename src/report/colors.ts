import picocolors from 'picocolors';

/** What a text is painted with; `isColorSupported` tells whether it is painted at all. */
export type Colors = ReturnType<typeof picocolors.createColors>;

export const plain: Colors = picocolors.createColors(false);

export const painted: Colors = picocolors.createColors(true);

/** Whether colours are wanted, by the flags of the command line, the environment and the terminal. */
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

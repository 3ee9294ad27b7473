/** One thing that was repaired; lines count from 1. */
export type Repair =
  | { readonly kind: 'utf-16' | 'bom' }
  | { readonly kind: 'line-ends'; readonly to: 'LF' | 'CRLF' | 'CR' }
  | { readonly kind: 'tabs'; readonly line: number; readonly lastLine: number }
  /** `written`: the key, or the dash of an item, with what stands there now. */
  | { readonly kind: 'quotes' | 'word'; readonly line: number; readonly written: string };

/** A text, and what was repaired in it. */
export interface Repaired {
  readonly text: string;
  readonly repairs: readonly Repair[];
}

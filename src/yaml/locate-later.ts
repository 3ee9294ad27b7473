import type { LocatePointer } from './locate.js';
import type { Location } from './location.js';

/** Where the value at a JSON Pointer (RFC 6901) stands, or the nearest thing above it; see `LocatePointer`. */
export type LocateLater = (pointer: string) => Promise<Location>;

/** Locates values by what is made when a place is first asked for: a commit that is accepted asks for none. */
export function locateLater(make: () => Promise<LocatePointer>): LocateLater {
  let locate: Promise<LocatePointer> | undefined;
  return async (pointer) => {
    locate ??= make();
    return (await locate)(pointer);
  };
}

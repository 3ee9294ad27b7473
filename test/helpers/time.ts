const now = Math.floor(Date.now() / 1000) * 1000;

/** The instant `minutes` from the start of the test file, RFC 3339 with an offset. */
export function at(minutes: number): string {
  return `${new Date(now + minutes * 60_000).toISOString().slice(0, 19)}+00:00`;
}

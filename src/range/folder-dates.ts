import type { Reading } from '../facts/files.js';
import { datesTouching } from '../facts/history.js';
import { treeSnapshot } from '../facts/snapshot.js';
import type { RangeCommit } from './commits.js';

/** When the commits of a range, and those that it follows, touched sprints' folders: committer dates, in milliseconds since the epoch. */
export class FolderDates {
  readonly #reading: Reading;
  /** Of the range's commits so far, by folder. */
  readonly #inRange = new Map<string, number[]>();
  /** Of commits before the range, back to `since`, by folder and tips. */
  readonly #before = new Map<string, { readonly since: number; readonly dates: Promise<number[]> }>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Goes by a commit of the range. */
  add({ diffs, committedAt }: RangeCommit): void {
    if (committedAt === null) return;
    const inSprints = `${this.#reading.config.sprints}/`;
    const folders = new Set<string>();
    for (const diff of diffs) {
      for (const { path } of diff) {
        const end = path.startsWith(inSprints) ? path.indexOf('/', inSprints.length) : -1;
        if (end >= 0) folders.add(path.slice(0, end));
      }
    }
    for (const folder of folders) {
      const dates = this.#inRange.get(folder) ?? [];
      dates.push(committedAt);
      this.#inRange.set(folder, dates);
    }
  }

  /** Those of the range's commits so far that touched a folder, and of the commits that `tips` reach since `since`. */
  async of(folder: string, since: number, tips: readonly string[]): Promise<number[]> {
    return [...(await this.#datesBefore(folder, since, tips)), ...(this.#inRange.get(folder) ?? [])];
  }

  #datesBefore(folder: string, since: number, tips: readonly string[]): Promise<number[]> {
    const key = [folder, ...tips].join('\0');
    const known = this.#before.get(key);
    if (known && known.since <= since) return known.dates;
    const dates = Promise.all(tips.map((oid) => this.#datesUpTo(oid, folder, since))).then((each) => each.flat());
    this.#before.set(key, { since, dates });
    return dates;
  }

  async #datesUpTo(oid: string, folder: string, since: number): Promise<number[]> {
    const { objects } = this.#reading;
    // What is not there was not touched, and asking costs a process.
    const entries = await treeSnapshot(objects, oid).list(folder);
    return entries.size > 0 ? datesTouching(this.#reading, { tip: oid, folder, since, thorough: true }) : [];
  }
}

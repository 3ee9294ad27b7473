import { Files } from '../../src/facts/files.ts';
import { emptySnapshot, indexSnapshot, type Snapshot } from '../../src/facts/snapshot.ts';
import type { Change } from '../../src/git/diff.ts';

const contents: Buffer[] = [];

/** Reads the files of all snapshots that `filesOf` made. */
export const files = new Files({
  read: async (oid) => {
    const content = contents[Number(oid)];
    return content ? { oid, type: 'blob', size: content.length, content } : null;
  },
});

/** A set of files as a tree has it, without a repository; a symbolic link is given as its mode and target. */
export function snapshotOf(given: Readonly<Record<string, string | { mode: string; target: string }>>): Snapshot {
  const changes = Object.entries(given).map(([path, file]): Change => {
    const [mode, text] = typeof file === 'string' ? ['100644', file] : [file.mode, file.target];
    const oid = `${contents.push(Buffer.from(text)) - 1}`;
    return { path, before: null, after: { mode, oid } };
  });
  const { list } = indexSnapshot(emptySnapshot(files), changes);
  const entry = async (path: string) => {
    const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
    return (await list(folder)).get(path.slice(folder === '' ? 0 : folder.length + 1)) ?? null;
  };
  return { files, entry, list };
}

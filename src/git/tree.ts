export interface TreeEntry {
  /** Octal, as in a diff: `100644`, `100755`, `120000` a symbolic link, `160000` a submodule, `040000` a folder. */
  readonly mode: string;
  readonly oid: string;
}

export const folderMode = '040000';

// 100644 PO_NOTES.md\0<20 or 32 bytes of oid>40000 docs\0<oid>
/** Parses a tree from `git cat-file` into entries by name. `oidBytes` is 20, or 32 for SHA-256. */
export function parseTree(content: Buffer, oidBytes: number): Map<string, TreeEntry> {
  const entries = new Map<string, TreeEntry>();
  for (let offset = 0; offset < content.length; ) {
    const space = content.indexOf(0x20, offset);
    const end = content.indexOf(0, space);
    const mode = content.toString('latin1', offset, space).padStart(6, '0');
    const oid = content.toString('hex', end + 1, end + 1 + oidBytes);
    entries.set(content.toString('utf8', space + 1, end), { mode, oid });
    offset = end + 1 + oidBytes;
  }
  return entries;
}

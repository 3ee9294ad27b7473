import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { shellWord } from '../init/hook-files.js';

/** Programs that only read, so that a hook may really run them. */
const harmless = new Set(
  'sh bash dash env echo printf cat test true false grep egrep sed awk cut tr head tail sort uniq wc dirname basename git date uname expr sleep ls pwd which cmp xargs read command exec exit set export source'.split(
    ' ',
  ),
);

/** Programs that get a stand-in even if the hook does not name them, because it may compute their names. */
const alwaysReplaced =
  'sprint-check lint-staged npx npm pnpm yarn bun bunx node git-lfs commitlint eslint prettier biome'.split(' ');

export interface Places {
  /** The real work tree. */
  readonly root: string;
  /** The sandbox's work tree. */
  readonly folder: string;
  /** The folder of the stand-ins that are looked up on the PATH. */
  readonly programs: string;
  /** The file in which the checker's stand-in records its calls. */
  readonly calls: string;
}

/** Creates the folders that hooks may change into, and a stand-in for all else that may be a program's name or path. */
export function createStandIns(hooks: string, { root, folder, programs, calls }: Places): void {
  const isFolder = (path: string) => statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
  const text = hooks.replaceAll(`${root}/`, '');
  const inQuotes = [...text.matchAll(/'([^'\n]*)'|"([^"\n]*)"/g)].map(([, one, other]) => one ?? other ?? '');
  const isPath = (word: string) => /^[^\s/].*\/[\w./-]+$/.test(word) || isFolder(word);
  // Windows allows no colon in a name; URLs have one.
  const plain = text.match(/[^\s\0:'"`$(){}<>|&;=*?!\\]+/g) ?? [];
  const words = [...plain, ...inQuotes.filter(isPath)].filter(({ length }) => length < 200);
  const isInside = (path: string) =>
    /^[^/]/.test(path) && !path.split('/').some((name) => ['..', '.git'].includes(name));
  const folders = ['', ...new Set(words.filter((word) => isInside(word) && isFolder(word)))];
  for (const each of folders) mkdirSync(join(folder, each), { recursive: true });
  const files = words
    .filter((word) => !(word.startsWith('/') && existsSync(word)))
    // Relative to the working directory, or to a folder in a variable: ./check.sh, "$root/check.sh".
    .map((word) => word.replace(/^(?:\.{0,2}\/)+/, ''))
    .filter((word) => isInside(word) && !isFolder(word) && !word.endsWith('/') && !harmless.has(word))
    .flatMap((word) => (word.includes('/') ? folders.map((each) => join(folder, each, word)) : join(programs, word)));
  const names = alwaysReplaced.map((name) => join(programs, name));
  // Longest first: a path that is the start of a longer one has to be a folder.
  for (const file of [...names, ...files].sort((one, other) => other.length - one.length)) {
    if (existsSync(file)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, standIn(basename(file), calls), { mode: 0o755 });
  }
}

/**
 * A stand-in succeeds, reads what git-lfs would read, and does nothing if it is sourced. It acts as the checker if its
 * name or an argument says so (`npx sprint-check pre-commit`, `node dist/cli.cjs pre-commit`): then it records the
 * call, and refuses. cygpath translates the paths of Git for Windows' shell into Node's.
 */
function standIn(name: string, calls: string): string {
  return `#!/bin/sh
name=\${0##*/}
[ "$name" = ${shellWord(name)} ] || return 0
case "$name" in git-lfs) command -p cat >/dev/null; exit 0;; esac
case "$name $*" in *sprint-check*|*cli.?js*) ;; *) exit 0;; esac
case " $* " in *" pre-commit "*|*" pre-merge-commit "*|*" pre-push "*) ;; *) exit 0;; esac
input=$(command -p cat)
program=$(cygpath -w "$0" 2>/dev/null) || program=$0
directory=$(pwd -W 2>/dev/null) || directory=$PWD
path=$(cygpath -wp "$PATH" 2>/dev/null) || path=$PATH
{ printf '%s\\0' "$program" "$directory" "$path" "$input" "$@"; printf '\\0\\0'; } >>${shellWord(calls)}
exit 1
`;
}

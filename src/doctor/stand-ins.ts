import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { quoted } from '../init/hook-files.js';

/** Programs that only read, so that a hook may really run them; all others that it names are stand-ins. */
const harmless = new Set(
  'sh bash dash env echo printf cat test true false grep egrep sed awk cut tr head tail sort uniq wc dirname basename git date uname expr sleep ls pwd which cmp xargs read command exec exit set export source'.split(
    ' ',
  ),
);

/** Programs that have a stand-in even where a hook does not name them, as where it makes up their names. */
const usual = 'sprint-check lint-staged npx npm pnpm yarn bun bunx node git-lfs commitlint eslint prettier biome'.split(
  ' ',
);

export interface Places {
  /** The real work tree. */
  readonly root: string;
  /** That of the sandbox. */
  readonly folder: string;
  /** Where stand-ins lie for programs that are looked for on the PATH. */
  readonly programs: string;
  /** The file in which the checker's stand-in notes how it was called. */
  readonly calls: string;
}

/** Makes the folders that hooks may change into, and a stand-in for whatever else may be a name or a path of a program. */
export function surround(hooks: string, { root, folder, programs, calls }: Places): void {
  const isFolder = (path: string) => statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
  const text = hooks.replaceAll(`${root}/`, '');
  const inQuotes = [...text.matchAll(/'([^'\n]*)'|"([^"\n]*)"/g)].map(([, one, other]) => one ?? other ?? '');
  const isPath = (word: string) => /^[^\s/].*\/[\w./-]+$/.test(word) || isFolder(word);
  // A colon, as in a URL, is in no name on Windows.
  const plain = text.match(/[^\s\0:'"`$(){}<>|&;=*?!\\]+/g) ?? [];
  const words = [...plain, ...inQuotes.filter(isPath)].filter(({ length }) => length < 200);
  const isInside = (path: string) =>
    /^[^/]/.test(path) && !path.split('/').some((name) => ['..', '.git'].includes(name));
  const folders = ['', ...new Set(words.filter((word) => isInside(word) && isFolder(word)))];
  for (const each of folders) mkdirSync(join(folder, each), { recursive: true });
  const files = words
    .filter((word) => !(word.startsWith('/') && existsSync(word)))
    // From where a script is, or from its own folder: ./check.sh, "$root/check.sh".
    .map((word) => word.replace(/^(?:\.{0,2}\/)+/, ''))
    .filter((word) => isInside(word) && !isFolder(word) && !word.endsWith('/') && !harmless.has(word))
    .flatMap((word) => (word.includes('/') ? folders.map((each) => join(folder, each, word)) : join(programs, word)));
  const names = usual.map((name) => join(programs, name));
  // A longer path first: where it goes on behind a shorter one, that is a folder.
  for (const file of [...names, ...files].sort((one, other) => other.length - one.length)) {
    if (existsSync(file)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, standIn(basename(file), calls), { mode: 0o755 });
  }
}

/**
 * A stand-in ends well, and reads what git-lfs would read; where it is a script that is read in, it does nothing. It takes
 * itself for the checker where its name or an argument says so, as in `npx sprint-check pre-commit` or `node dist/cli.cjs
 * pre-commit`; then it notes how it was called, and refuses. The shell of Git for Windows has paths of its own, which
 * cygpath turns into those that Node has.
 */
function standIn(name: string, calls: string): string {
  return `#!/bin/sh
name=\${0##*/}
[ "$name" = ${quoted(name)} ] || return 0
case "$name" in git-lfs) command -p cat >/dev/null; exit 0;; esac
case "$name $*" in *sprint-check*|*cli.?js*) ;; *) exit 0;; esac
case " $* " in *" pre-commit "*|*" pre-merge-commit "*|*" pre-push "*) ;; *) exit 0;; esac
input=$(command -p cat)
program=$(cygpath -w "$0" 2>/dev/null) || program=$0
directory=$(pwd -W 2>/dev/null) || directory=$PWD
path=$(cygpath -wp "$PATH" 2>/dev/null) || path=$PATH
{ printf '%s\\0' "$program" "$directory" "$path" "$input" "$@"; printf '\\0\\0'; } >>${quoted(calls)}
exit 1
`;
}

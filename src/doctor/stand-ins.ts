import { copyFileSync, existsSync, lstatSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { shellWord } from '../init/hook-files.js';

/** Programs that only read, so that a hook may really run them. */
const harmless = new Set(
  'sh bash dash env echo printf cat test true false grep egrep sed awk cut tr head tail sort uniq wc dirname basename git date uname expr sleep ls pwd which cmp id hostname whoami mktemp xargs read command exec exit set export source'.split(
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
  const found = (path: string) => statSync(join(root, path), { throwIfNoEntry: false });
  const isFolder = (path: string) => found(path)?.isDirectory() ?? false;
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
  const named = words
    .filter((word) => !(word.startsWith('/') && existsSync(word)))
    // Relative to the working directory, or to a folder in a variable: ./check.sh, "$root/check.sh".
    .map((word) => word.replace(/^(?:\.{0,2}\/)+/, ''))
    .filter((word) => isInside(word) && !isFolder(word) && !word.endsWith('/') && !harmless.has(word));
  const names = [...alwaysReplaced, ...named.filter((word) => !word.includes('/'))];
  const paths = named.flatMap((word) =>
    folders.map((each) => join(each, word)).filter((path) => word.includes('/') || found(path)?.isFile()),
  );
  for (const path of paths) copyData(join(root, path), join(folder, path));
  const files = [...names.map((name) => join(programs, name)), ...paths.map((path) => join(folder, path))];
  // Longest first: a path that is the start of a longer one has to be a folder.
  for (const file of files.sort((one, other) => other.length - one.length)) {
    if (existsSync(file)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, standIn(basename(file), calls), { mode: 0o755 });
  }
}

/** Copies a small file that a hook may read, and never runs: package.json, .nvmrc. */
function copyData(file: string, copy: string): void {
  const found = lstatSync(file, { throwIfNoEntry: false });
  const isData = /^\.[\w-]+$|\.(?:json|lock|md|toml|txt|xml|ya?ml)$/.test(basename(file));
  if (!isData || !found?.isFile() || found.size > 100_000) return;
  mkdirSync(dirname(copy), { recursive: true });
  copyFileSync(file, copy);
}

/** Has a script keep the stand-ins in front of all that it puts on the PATH. */
export function withStandIns(script: string, { programs }: Places): string {
  // In the shell of Git for Windows, where a colon ends a folder of the PATH, C:\a is /c/a.
  const folder = programs.replace(/^(\w):/, '/$1').replaceAll('\\', '/');
  return script.replaceAll(/\bPATH=/g, () => `PATH=${shellWord(folder)}:`);
}

/**
 * A stand-in succeeds, reads what git-lfs would read, has the real node tell its version, and does nothing if it is
 * sourced. It acts as the checker if its name or an argument says so (`npx sprint-check pre-commit`, `node dist/cli.cjs
 * pre-commit`): then it records the call, and refuses. cygpath translates the paths of Git for Windows' shell into
 * Node's.
 */
function standIn(name: string, calls: string): string {
  return `#!/bin/sh
name=\${0##*/}
[ "$name" = ${shellWord(name)} ] || return 0
case "$name $*" in "node -v"|"node --version") PATH=$(echo "$PATH" | command -p sed "s|\${0%/*}:||g"); exec node -v;; esac
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

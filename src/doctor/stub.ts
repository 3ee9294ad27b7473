/** Programs that only read, so that a hook may really run them; all others that it names are stubs. */
export const harmless = new Set(
  'sh bash dash env echo printf cat test true false grep egrep sed awk cut tr head tail sort uniq wc dirname basename git date uname expr sleep ls pwd which cmp xargs read command exec exit set export source'.split(
    ' ',
  ),
);

/** Programs that are stubs even where a hook does not name them, as where it makes up their names. */
export const usual =
  'sprint-check lint-staged npx npm pnpm yarn bun bunx node git-lfs commitlint eslint prettier biome'.split(' ');

/**
 * A stub ends well, and reads what git-lfs would read. It takes itself for the checker where its name or an argument says
 * so, as in `npx sprint-check pre-commit` or `node dist/cli.cjs pre-commit`; then it writes into the file `calls` how it was
 * called, and refuses. The shell of Git for Windows has paths of its own, which cygpath turns into those that Node has.
 */
export function stubText(calls: string): string {
  return `#!/bin/sh
name=\${0##*/}
case "$name" in git-lfs) command -p cat >/dev/null; exit 0;; esac
case "$name $*" in *sprint-check*|*cli.?js*) ;; *) exit 0;; esac
case " $* " in *" pre-commit "*|*" pre-merge-commit "*|*" pre-push "*) ;; *) exit 0;; esac
input=$(command -p cat)
program=$(cygpath -w "$0" 2>/dev/null) || program=$0
directory=$(pwd -W 2>/dev/null) || directory=$PWD
path=$(cygpath -wp "$PATH" 2>/dev/null) || path=$PATH
{ printf '%s\\0' "$program" "$directory" "$path" "$input" "$@"; printf '\\0\\0'; } >>'${calls.replaceAll("'", "'\\''")}'
exit 1
`;
}

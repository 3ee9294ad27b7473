import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Module } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';

type Require = (id: string) => unknown;
type Chunk = (exports: object, require: Require, module: { exports: object }) => void;

/** Keeps what was compiled so far; `judged` tells whether the run did all that a run of its command may do. */
export type Keep = (judged: boolean) => void;

/**
 * Loads the chunks beside an entry file from now on, and gives what keeps what V8 compiled of them for the next run:
 * compiling is a third of a run.
 *
 * Each `command` has a cache of its own, since each calls other parts of a file. It lies outside every repository, in
 * the user's own folder for temporary files; one that is missing, damaged, another version's or another user's costs
 * its speed, and nothing else. Node's own (`module.enableCompileCache`, from 22.8 on) keeps half as much, and stands in
 * where folders have no owner.
 */
export function loadCompiled(entry: NodeModule, command: string): Keep {
  // A relative TMPDIR would lie in the repository.
  if (process.getuid && isAbsolute(tmpdir())) {
    const { compile, keep } = compiler(join(tmpdir(), `sprint-check-${process.getuid()}`), command);
    loadChunks(entry, compile);
    return keep;
  }
  (Module as { enableCompileCache?: () => unknown }).enableCompileCache?.();
  return () => {};
}

// Node's own `require` looks for packages around each file, and knows nothing of V8's caches.
function loadChunks(entry: NodeModule, compile: (file: string) => Chunk): void {
  const builtin: Require = entry.require.bind(entry);
  const loaded = new Map<string, { exports: object }>();
  const requireFrom =
    (directory: string): Require =>
    (id) =>
      id.startsWith('./') ? load(join(directory, id)) : builtin(id);
  const load = (file: string): object => {
    const known = loaded.get(file);
    if (known) return known.exports;
    const chunk = { exports: {} };
    loaded.set(file, chunk);
    compile(file)(chunk.exports, requireFrom(dirname(file)), chunk);
    return chunk.exports;
  };
  entry.require = requireFrom(dirname(entry.filename)) as NodeJS.Require;
}

/** Compiles the files of chunks, by their caches in `folder` where there are any, and makes those that are missing. */
function compiler(folder: string, command: string): { compile: (file: string) => Chunk; keep: Keep } {
  const unkept: { readonly path: string; readonly script: Script; readonly hasPart: boolean }[] = [];
  const compile = (file: string): Chunk => {
    // A chunk's name holds a hash of its text.
    const path = join(folder, [basename(file), process.version, process.arch, command].join('-'));
    const whole = readCache(folder, path);
    const cachedData = whole ?? readCache(folder, partOf(path));
    // The build leaves nothing but ASCII in it.
    const source = `(function (exports, require, module) {${readFileSync(file, 'latin1')}\n})`;
    const script = new Script(source, { filename: file, ...(cachedData && { cachedData }) });
    const isUsed = cachedData !== null && !script.cachedDataRejected;
    if (!whole || !isUsed) unkept.push({ path, script, hasPart: isUsed });
    return script.runInThisContext() as Chunk;
  };
  // What was called by then is compiled by then. A run that judged nothing called little of it: what it leaves serves
  // until one judges.
  const keep = (judged: boolean) => {
    for (const { path, script, hasPart } of unkept) {
      if (judged) writeCache(folder, path, script);
      else if (!hasPart) writeCache(folder, partOf(path), script);
    }
  };
  return { compile, keep };
}

function partOf(path: string): string {
  return `${path}-part`;
}

function readCache(folder: string, path: string): Buffer | null {
  try {
    if (!isOwn(folder)) return null;
    const bytes = readFileSync(path);
    const data = bytes.subarray(0, bytes.length >> 1);
    return data.equals(bytes.subarray(data.length)) ? data : null;
  } catch {
    // No cache yet: this run makes it.
    return null;
  }
}

function writeCache(folder: string, path: string, script: Script): void {
  try {
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    if (!isOwn(folder)) return;
    const data = script.createCachedData();
    // V8 takes a damaged cache for a sound one; to compare two copies is faster than any checksum that Node has.
    writeFileSync(`${path}.${process.pid}`, Buffer.concat([data, data]));
    renameSync(`${path}.${process.pid}`, path);
  } catch {
    // A folder that can't be written to leaves the next run as slow as this one.
  }
}

/** A folder that others may write to could hold anybody's code, and a link could lead into a repository. */
function isOwn(folder: string): boolean {
  const status = lstatSync(folder);
  return status.isDirectory() && status.uid === process.getuid?.() && (status.mode & 0o022) === 0;
}

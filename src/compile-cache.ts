import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/** What `Module` has beside its documented surface (in every Node 20): it compiles the text of a CommonJS file. */
interface CommonJs {
  readonly wrap: (source: string) => string;
  readonly prototype: { _compile: (this: NodeModule, source: string, file: string) => unknown };
}

/** Bytes in front of a cache: the CRC-32 of the rest, since V8 takes a damaged cache for a sound one. */
const checksumSize = 4;

/**
 * Keeps what V8 compiles of the files in a folder from one run to the next: compiling is a third of a run.
 *
 * Each `command` has a cache of its own, since each calls other parts of a file. It lies outside every repository, in
 * the user's own folder for temporary files; one that is missing, damaged, another version's or another user's costs
 * its speed, and nothing else. Node's own (`module.enableCompileCache`, from 22.8 on) keeps half as much, and stands in
 * where folders have no owner.
 */
export function keepCompiled(folder: string, command: string): void {
  // A relative TMPDIR would lie in the repository.
  if (process.getuid && isAbsolute(tmpdir())) {
    keepWithScripts(folder, join(tmpdir(), `sprint-check-${process.getuid()}`), command);
  } else (Module as { enableCompileCache?: () => unknown }).enableCompileCache?.();
}

function keepWithScripts(folder: string, cache: string, command: string): void {
  const { wrap, prototype } = Module as unknown as CommonJs;
  const compile = prototype._compile;
  prototype._compile = function (source, file) {
    if (!file.startsWith(folder)) return compile.call(this, source, file);
    // Of the source V8 compares the length alone, but the file's name holds a hash of it.
    const path = join(cache, [basename(file), process.version, process.arch, command].join('-'));
    const cachedData = readCache(cache, path);
    const script = new Script(wrap(source), { filename: file, ...(cachedData && { cachedData }) });
    // What was called by then is compiled by then, and is what the next run of this command will call, if it judged.
    if (!cachedData || script.cachedDataRejected) {
      process.once('exit', (code) => code < 2 && writeCache(cache, path, script));
    }
    const run = script.runInThisContext() as (...args: unknown[]) => unknown;
    return run.call(this.exports, this.exports, createRequire(file), this, file, dirname(file));
  };
}

function readCache(folder: string, path: string): Buffer | null {
  try {
    if (!isOwn(folder)) return null;
    const bytes = readFileSync(path);
    const data = bytes.subarray(checksumSize);
    return crc32(data) === bytes.readUInt32LE(0) ? data : null;
  } catch {
    // No cache yet: this run makes it.
    return null;
  }
}

function writeCache(folder: string, path: string, script: Script): void {
  try {
    mkdirSync(folder, { mode: 0o700, recursive: true });
    if (!isOwn(folder)) return;
    const data = script.createCachedData();
    const checksum = Buffer.alloc(checksumSize);
    checksum.writeUInt32LE(crc32(data));
    writeFileSync(`${path}.${process.pid}`, Buffer.concat([checksum, data]));
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

#!/usr/bin/env node
import { writeSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { isatty } from 'node:tty';

/** Writes synchronously, so that nothing is left to flush when the process ends. */
function write(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // The reader went away, and wants no more; a slow one (EAGAIN) is tried again.
      if (code === 'EPIPE' || code === 'EOF') return;
      if (code !== 'EAGAIN') throw error;
    }
  }
}

function writeError(text: string): void {
  try {
    write(2, text);
  } catch {
    // Nobody can be told; the exit code remains.
  }
}

async function start(): Promise<void> {
  // Node's compile cache, from Node 22.8 on. It is beside the program, where only those can write who could change the
  // program too; Node's default is in /tmp, where another user may have made the folder.
  const { enableCompileCache } = nodeModule as { enableCompileCache?: (folder: string) => unknown };
  enableCompileCache?.(join(__dirname, 'cache'));
  const { main, cleanUp } = await import('./main.js');
  process.on('exit', cleanUp);
  const exitCode = await main({
    argv: process.argv.slice(2),
    environment: process.env,
    directory: () => process.cwd(),
    now: Date.now(),
    isTerminal: { input: isatty(0), output: isatty(1) },
    streams: () => ({ input: process.stdin, output: process.stdout }),
    readInput: async () => (await import('node:stream/consumers')).text(process.stdin),
    writeOutput: (text) => write(1, text),
    writeError,
  });
  // Everything is written; a git that still runs need not be waited for.
  process.exit(exitCode);
}

// An internal error is no verdict, but Node's own exit code for it, 1, would be.
process.on('uncaughtException', (error) => {
  writeError(`sprint-check itself failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
});

// `process.exit` runs the exit handlers, and gives an exit code to those who wait for it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));

start();

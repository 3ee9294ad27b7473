#!/usr/bin/env node
import { writeSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { isatty } from 'node:tty';

/** Writes all of a text at once: nothing is left to be flushed when the process ends. */
function write(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A reader that went away wants no more; one that is slow is asked again.
      if (code === 'EPIPE' || code === 'EOF') return;
      if (code !== 'EAGAIN') throw error;
    }
  }
}

function writeError(text: string): void {
  try {
    write(2, text);
  } catch {
    // Nobody is left to be told; the exit code says it.
  }
}

async function start(): Promise<void> {
  // Node's own cache of what V8 compiled, from Node 22.8 on. It lies beside the program, where only those can write who
  // could as well change the program; Node's default is a folder in /tmp that another user may have made.
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
  // All is written, and git, which has nothing more to answer, needs no waiting for.
  process.exit(exitCode);
}

// Whatever goes wrong here is no verdict; Node's own exit code for it would be one.
process.on('uncaughtException', (error) => {
  writeError(`sprint-check itself failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
});

// Those who wait for an exit code get one, and what is to be done on exit is done.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));

start();

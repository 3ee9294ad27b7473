#!/usr/bin/env node
import { writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { loadCompiled } from './compile-cache.js';

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

async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function start(): Promise<void> {
  const [command = ''] = process.argv.slice(2);
  const keep = loadCompiled(module, /^[a-z-]+$/.test(command) ? command : 'check');
  const { main } = await import('./main.js');
  const { exitCode, judged } = await main({
    argv: process.argv.slice(2),
    environment: process.env,
    directory: () => process.cwd(),

    now: Date.now(),
    isTerminal: isatty(1),
    readInput,
    writeOutput: (text) => write(1, text),
    writeError: (text) => write(2, text),
  });
  keep(judged);
  // All is written, and git, which has nothing more to answer, needs no waiting for.
  process.exit(exitCode);
}

// Whatever goes wrong here is no verdict; Node's own exit code for it would be one.
process.on('uncaughtException', (error) => {
  try {
    write(2, `sprint-check itself failed: ${error instanceof Error ? error.message : String(error)}\n`);
  } finally {
    process.exit(2);
  }
});

start();

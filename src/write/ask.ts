import { createInterface } from 'node:readline';
import type { Context } from '../commands/command.js';

/** A person at a terminal. */
export interface Asking {
  /**
   * The first line in which `problemOf` finds nothing wrong, of which the person is told; null where it is interrupted: by
   * Ctrl-C, Ctrl-D or the end of input.
   */
  ask(prompt: string, problemOf: (answer: string) => string | null): Promise<string | null>;
  close(): void;
}

/** Lines that are typed or pasted ahead answer the questions that follow. */
export function openAsking({ streams }: Pick<Context, 'streams'>): Asking {
  const { input, output } = streams();
  const lines = createInterface({ input, output, terminal: true });
  const typed = lines[Symbol.asyncIterator]();
  let isInterrupted = false;
  lines.on('SIGINT', () => {
    isInterrupted = true;
    lines.close();
  });
  const ask: Asking['ask'] = async (prompt, problemOf) => {
    lines.setPrompt(prompt);
    for (;;) {
      lines.prompt();
      const { value, done } = await typed.next();
      if (done || isInterrupted) {
        output.write('\n');
        return null;
      }
      const problem = problemOf(value);
      if (problem === null) return value;
      output.write(`${problem}\n`);
    }
  };
  return { ask, close: () => lines.close() };
}

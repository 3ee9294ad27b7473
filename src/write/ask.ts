import { createInterface } from 'node:readline';
import type { Context } from '../commands/command.js';

export interface Asking {
  /** Asks until `problemOf` finds nothing wrong; null if interrupted by Ctrl-C, Ctrl-D or the end of input. */
  ask(prompt: string, problemOf: (answer: string) => string | null): Promise<string | null>;
  close(): void;
}

/** Lines typed or pasted ahead answer the next questions. */
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

import { createInterface } from 'node:readline';
import type { Context } from '../commands/command.js';

/** What a person is asked for. */
export interface Question {
  /** Shown in front of the answer. */
  readonly prompt: string;
  /** What is wrong with an answer, to be said before the question is put again; null where it will do. */
  readonly problemOf: (answer: string) => string | null;
}

/** A person at a terminal. */
export interface Asking {
  /** One line; null where it is interrupted: by Ctrl-C, Ctrl-D or the end of input. */
  ask(question: Question): Promise<string | null>;
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
  const ask = async (question: Question): Promise<string | null> => {
    lines.setPrompt(question.prompt);
    lines.prompt();
    const { value, done } = await typed.next();
    if (done || isInterrupted) {
      output.write('\n');
      return null;
    }
    const problem = question.problemOf(value);
    if (problem === null) return value;
    output.write(`${problem}\n`);
    return ask(question);
  };
  return { ask, close: () => lines.close() };
}

import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { Context } from '../../src/commands/command.ts';
import { readTexts, type TextOption } from '../../src/write/texts.ts';

/** What the person types, in parts, each once the prompt before it is shown; null ends the input. */
function terminal(...typed: (string | null)[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const shown: string[] = [];
  output.on('data', (chunk: Buffer) => {
    shown.push(chunk.toString());
    if (!/\? /.test(chunk.toString()) || typed.length === 0) return;
    const next = typed.shift();
    if (next === null) input.end();
    else input.write(next);
  });
  const context = {
    language: 'en',
    isTerminal: { input: true, output: true },
    streams: () => ({ input, output }),
    readInput: async () => 'from stdin\r\n',
  } as unknown as Context;
  return { context, shown };
}

const option = (key: string, value: string | null = null): TextOption => ({ key, name: `--${key}`, value });
const all = [option('did'), option('ask'), option('context')];

describe('at a terminal', () => {
  test('what is missing is asked for, in its order', async () => {
    const { context, shown } = terminal('one\r', 'three\r');
    const texts = await readTexts(context, 'log', [option('did'), option('ask', 'two'), option('context')]);
    expect(texts).toEqual({ did: 'one', ask: 'two', context: 'three' });
    expect(shown.join('')).toMatch(/What was done\?[\s\S]*Where/);
  });

  test('lines that are pasted at once answer one question each', async () => {
    const { context } = terminal('one\rtwo\rthree\r');
    expect(await readTexts(context, 'log', all)).toEqual({ did: 'one', ask: 'two', context: 'three' });
  });

  test('an empty line is asked again', async () => {
    const { context, shown } = terminal(' \r', 'one\r');
    expect(await readTexts(context, 'log', [option('did')])).toEqual({ did: 'one' });
    expect(shown.join('')).toContain('--did is empty');
  });

  test('what is left of a template is asked again, as the journal would not take it', async () => {
    const { context, shown } = terminal('- Gates: …\r', 'Sprint S<N>\r', 'one\r');
    expect(await readTexts(context, 'log', [option('did')])).toEqual({ did: 'one' });
    expect(shown.join('').match(/still contains a template’s/g)).toHaveLength(2);
  });

  test('a word is taken in any case, and another one is asked again', async () => {
    const { context } = terminal('maybe\r', 'ko\r');
    expect(await readTexts(context, 'reply', [{ ...option('reply'), words: ['OK', 'KO'] }])).toEqual({ reply: 'KO' });
  });

  test('what is not needed is not asked for', async () => {
    const { context } = terminal();
    const details = { ...option('details'), isNeeded: () => false };
    expect(await readTexts(context, 'reply', [option('reply', 'OK'), details])).toEqual({ reply: 'OK' });
  });

  test.each([
    ['Ctrl-C', '\x03'],
    ['Ctrl-D', '\x04'],
    ['the end of input', null],
  ])('%s interrupts it', async (_, key) => {
    expect(await readTexts(terminal('one\r', key).context, 'log', all)).toBe(null);
    expect(await readTexts(terminal(key).context, 'log', all)).toBe(null);
  });
});

describe('standard input', () => {
  test('is one of the texts', async () => {
    const { context } = terminal();
    const texts = await readTexts(context, 'log', [option('did', '-'), option('ask', 'b')]);
    expect(texts).toEqual({ did: 'from stdin', ask: 'b' });
  });

  test('is no two of them', async () => {
    await expect(readTexts(terminal().context, 'log', [option('did', '-'), option('ask', '-')])).rejects.toThrow(
      '--ask',
    );
  });

  test('leaves none to ask at', async () => {
    await expect(readTexts(terminal().context, 'log', [option('did', '-'), option('ask')])).rejects.toThrow('--ask');
  });
});

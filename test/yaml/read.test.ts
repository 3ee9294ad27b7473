import { describe, expect, test } from 'vitest';
import { blob } from '../helpers/blob.ts';
import { readYaml } from '../helpers/yaml.ts';

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const bigEndian = (text: string) => utf16(text).swap16();
const journal = '- who: PO\n  topic: Sprint S3\n  reply: OK\n';
const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n';

describe('what is no text', () => {
  test.each([
    ['a symbolic link', blob('../S2/INTERACTIONS.yaml', '120000'), { kind: 'symlink' }],
    ['a submodule', blob('', '160000'), { kind: 'submodule' }],
    ['an LFS pointer', blob(pointer), { kind: 'lfs-pointer' }],
    ['UTF-16LE with a BOM', blob(utf16(`\ufeff${journal}`)), { kind: 'utf-16' }],
    ['UTF-16BE with a BOM', blob(bigEndian(`\ufeff${journal}`)), { kind: 'utf-16' }],
    ['UTF-16 of nothing', blob(utf16('\ufeff')), { kind: 'utf-16' }],
    ['Latin-1', blob(Buffer.from('did: Livré\n', 'latin1')), { kind: 'not-utf-8' }],
    ['half a character', blob(Buffer.from('é').subarray(0, 1)), { kind: 'not-utf-8' }],
    ['over 1 MiB', blob('#'.repeat(1024 * 1024 + 1)), { kind: 'too-large' }],
    ['over 1 MiB, unread', { mode: '100644', size: 2e9, bytes: new Uint8Array() }, { kind: 'too-large' }],
  ])('%s', (_, file, reason) => {
    expect(readYaml(file)).toEqual({ state: 'unreadable', text: null, reason });
  });

  test.each([
    ['exactly 1 MiB', '#'.repeat(1024 * 1024)],
    ['a UTF-8 BOM', `\ufeff${journal}`],
    ['an LFS pointer in a text', `# ${pointer}`],
    ['executable', journal],
  ])('%s is text', (name, text) => {
    expect(readYaml(blob(text, name === 'executable' ? '100755' : '100644')).state).toBe('read');
  });

  test('one NUL is an excluded character, not UTF-16', () => {
    expect(readYaml(blob('-\0 who: PO, and so on\n'))).toMatchObject({ problem: { kind: 'excluded-character' } });
  });
});

describe('depth', () => {
  const nested: readonly (readonly [string, (levels: number) => string])[] = [
    ['brackets', (levels) => '['.repeat(levels) + ']'.repeat(levels)],
    ['braces', (levels) => '{a: '.repeat(levels) + '}'.repeat(levels)],
    ['dashes', (levels) => `${'- '.repeat(levels)}a`],
    ['keys', (levels) => Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:\n`).join('')],
  ];

  test.each(nested)('64 levels of %s', (_, levels) => {
    expect(readYaml(blob(levels(64))).state).toBe('read');
  });

  test.each(nested)('65 levels of %s', (_, levels) => {
    expect(readYaml(blob(levels(65)))).toMatchObject({ state: 'unreadable', reason: { kind: 'too-deep' } });
  });

  test.each([
    ['50,000 items', '- a\n'.repeat(50_000), 'read'],
    ['70,000 items', '- a\n'.repeat(70_000), 'unreadable'],
    ['one long text', `- |\n${'  a: - b\n'.repeat(100_000)}`, 'read'],
  ])('%s', (_, text, state) => {
    expect(readYaml(blob(text)).state).toBe(state);
  });

  test('points at the level that is one too many, and keeps the text for excerpts', () => {
    const text = `# deep\n${'['.repeat(66)}${']'.repeat(66)}\n`;
    const location = { line: 2, column: 65, endLine: 2, endColumn: 66 };
    expect(readYaml(blob(text))).toEqual({ state: 'unreadable', text, reason: { kind: 'too-deep', location } });
  });

  test('no bracket in a text or a comment counts', () => {
    const brackets = '['.repeat(100_000);
    expect(readYaml(blob(`- "${brackets}"\n- a${brackets}\n- |\n  ${brackets}\n# ${brackets}\n`)).state).toBe('read');
  });
});

describe('values', () => {
  const parse = (text: string) => {
    const file = readYaml(blob(text));
    return file.state === 'read' ? file.value : file;
  };

  test.each<[string, string, unknown]>([
    ['nothing', '', null],
    ['a comment', '# nothing\n', null],
    ['a start of a document', '---\n', null],
    [
      'the core schema',
      '[1, 0x10, .5, true, True, ~, null, yes, 2025-09-04]',
      [1, 16, 0.5, true, true, null, null, 'yes', '2025-09-04'],
    ],
    ['no merge key', '- <<: {b: 1}\n', [{ '<<': { b: 1 } }]],
    ['keys that are no texts', '{1: a, true: b, ~: c, [d]: e}', { 1: 'a', true: 'b', '': 'c', '[d]': 'e' }],
    ['a lone CR as a line break', 'a: 1\rb: 2\r\nc: 3\n', { a: 1, b: 2, c: 3 }],
    ['an escape of a control character', '"\\e\\0"', '\u001b\0'],
    ['an escaped line break', '"a \\\n  b"', 'a b'],
    ['an escaped line break and a blank line', '"First.\\\n\n  Second."', 'First.\nSecond.'],
    ['an escaped line break and two, with CRLF', '- "a\\\r\n \t\r\n\r\n \tb"\r\n', ['a\n\nb']],
    ['an escaped backslash before a line break and a blank line', '"a\\\\\n\nb"', 'a\\\nb'],
    ['a key with an escaped line break', '{"a\\\n\n b": c}', { 'a\nb': 'c' }],
    ['NEL, emoji and a byte order mark in a text', 'a\u0085 🎉 \ufeff.', 'a\u0085 🎉 \ufeff.'],
  ])('%s', (_, text, value) => {
    expect(parse(text)).toEqual(value);
  });

  test('__proto__ is a key like any other', () => {
    const value = parse('__proto__: {polluted: true}\nconstructor: a\n') as object;
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect('polluted' in value).toBe(false);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../src/', import.meta.url));
const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => name.split(sep).join('/'));
const sources = new Map(names.map((name) => [name, readFileSync(join(root, name), 'utf8')]));

/** What a file imports, types included: a type that two files need of each other belongs in a third. */
function importsOf(name: string): string[] {
  const specifiers = [...(sources.get(name) ?? '').matchAll(/(?:\bfrom |\bimport\(|^import )'(\.[^']*)\.js'/gm)];
  return specifiers
    .map(([, path]) => `${normalize(join(dirname(name), `${path}`))}.ts`.split(sep).join('/'))
    .filter((imported) => sources.has(imported));
}

/** One cycle of imports through each file that closes one: `a.ts → b.ts → a.ts`. */
function cycles(): string[] {
  const found: string[] = [];
  const finished = new Set<string>();
  const visit = (name: string, path: readonly string[]) => {
    const start = path.indexOf(name);
    if (start >= 0) found.push([...path.slice(start), name].join(' → '));
    if (start >= 0 || finished.has(name)) return;
    for (const imported of importsOf(name)) visit(imported, [...path, name]);
    finished.add(name);
  };
  for (const name of names) visit(name, []);
  return found;
}

/** The files whose code, comments aside, has a word. */
function filesWith(pattern: RegExp): string[] {
  const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return names.filter((name) => pattern.test(code(sources.get(name) ?? '')));
}

describe('the files of src', () => {
  test('import each other without a cycle', () => {
    expect(names.flatMap(importsOf).length).toBeGreaterThan(names.length);
    expect(cycles()).toEqual([]);
  });

  test('leave the process to the entry files', () => {
    expect(filesWith(/(?<![\w./'-])process\.|node:process/).sort()).toEqual(['cli.ts', 'index.ts']);
  });

  test('start processes in src/git alone', () => {
    expect(filesWith(/child_process/).map(dirname)).not.toEqual([]);
    expect(filesWith(/child_process/).filter((name) => dirname(name) !== 'git')).toEqual([]);
  });
});

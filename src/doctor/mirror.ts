import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { withScripts } from './package-scripts.js';
import { harmless, stubText } from './stub.js';

interface Places {
  readonly root: string;
  /** That of the sandbox. */
  readonly folder: string;
  /** Where stubs of programs lie that are looked for on the PATH. */
  readonly stubs: string;
  /** The file that the checker's stub writes into. */
  readonly calls: string;
  /** The scripts of package.json that call the checker. */
  readonly scripts: ReadonlyMap<string, string>;
}

/** Puts copies of hooks into a sandbox, and stubs for what they call. */
export class Mirror {
  constructor(private readonly places: Places) {}

  /** Copies the files of a folder of hooks, and of husky's own folder in it; gives where they are then. */
  copyFolder(folder: string): string {
    const inside = relative(this.places.root, folder);
    const isOutside = inside.startsWith('..') || isAbsolute(inside);
    const place = isOutside ? join(dirname(this.places.folder), 'hooks') : join(this.places.folder, inside);
    for (const part of ['', '_'].filter((name) => existsSync(join(folder, name)))) {
      for (const name of readdirSync(join(folder, part))) this.#copy(join(folder, part, name), join(place, part, name));
    }
    return place;
  }

  #copy(file: string, copy: string): void {
    const { mode, size } = statSync(file, { throwIfNoEntry: false }) ?? { mode: 0, size: 0 };
    if (existsSync(copy) || !isFile(file) || size > largest) return;
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, this.moved(readFileSync(file, 'latin1'), 'latin1'), 'latin1');
    chmodSync(copy, mode & 0o777);
  }

  /** A script whose absolute paths into the work tree lead into the sandbox, and that runs those of package.json by itself. */
  moved(text: string, encoding: BufferEncoding = 'utf8'): string {
    const [root, folder] = [this.places.root, this.places.folder].map((path) => Buffer.from(path).toString(encoding));
    return withScripts(text, this.places.scripts).replaceAll(`${root}`, (match, offset: number) => {
      const isLonger = /[\w.-]/.test(text.charAt(offset + match.length));
      return isLonger ? match : `${folder}`;
    });
  }

  /** Makes the folders that a script changes into, copies of what it reads in, and stubs for whatever else it may call. */
  surround(script: string): void {
    const text = script.replaceAll(`${this.places.root}/`, '');
    const quoted = [...text.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, single, double]) => single ?? double ?? '');
    const isPath = (word: string) => this.#isFolder(word) || /^[^\s/].*\/[\w./-]+$/.test(word);
    const words = [...wordsOf(text), ...quoted.filter(isPath)].filter(({ length }) => length < 200);
    const folders = ['', ...new Set(words.filter((word) => this.#isFolder(word)))];
    for (const folder of folders) mkdirSync(join(this.places.folder, folder), { recursive: true });
    const sourced = new Set([...text.matchAll(readIn)].flatMap(([, rest = '']) => wordsOf(rest)));
    for (const word of words) {
      const path = word.replace(/^(?:\.{0,2}\/)+/, '');
      // A folder, as in `rm -rf coverage/`, is no program.
      if (/^$|(?:^|\/)\.\.(?:\/|$)|\/$/.test(path) || this.#isFolder(path)) continue;
      if (!path.includes('/')) {
        if (!harmless.has(path)) this.stub(join(this.places.stubs, path));
      } else if (!(word.startsWith('/') && existsSync(word))) {
        for (const folder of folders) this.#stand(join(folder, path), sourced.has(word));
      }
    }
  }

  /** Has something stand at a path of the work tree: a stub, or where a script reads it in, a copy of what is there. */
  #stand(path: string, isSourced: boolean): void {
    const [file, copy] = [join(this.places.root, path), join(this.places.folder, path)];
    if (!isSourced || !isFile(file)) this.stub(copy);
    else if (!existsSync(copy)) {
      this.#copy(file, copy);
      if (existsSync(copy)) this.surround(readFileSync(file, 'utf8'));
    }
  }

  #isFolder(path: string): boolean {
    const isInside = path !== '' && !path.startsWith('/') && !path.split('/').includes('..');
    return isInside && (statSync(join(this.places.root, path), { throwIfNoEntry: false })?.isDirectory() ?? false);
  }

  /** Puts a stub at a path, unless something stands there. */
  stub(file: string): void {
    if (existsSync(file)) return;
    // A word may go on behind what another word made a file of.
    let above = dirname(file);
    while (!existsSync(above)) above = dirname(above);
    if (!statSync(above).isDirectory()) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, stubText(this.places.calls));
    chmodSync(file, 0o755);
  }
}

/** `. scripts/names.sh`, where a command may stand. */
const readIn = /(?:^|[;&|({]|\b(?:then|do|else)\b)[ \t]*(?:\.|source)[ \t]+([^;&|\n]*)/gm;

/** No script that a person wrote is larger. */
const largest = 1_000_000;

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function wordsOf(script: string): string[] {
  return script.match(/[^\s'"`$(){}<>|&;=*?!\\]+/g) ?? [];
}

import type { ParsedNode } from 'yaml';
import { diagnose } from './diagnose.js';
import { type LocatePointer, pointerLocator } from './locate.js';
import { type Locate, locator } from './location.js';
import { type Parsed, parse } from './parse.js';
import type { Fault, SyntaxProblem, UnreadableReason } from './problem.js';
import { evaluate } from './value.js';

/** A text as one YAML 1.2 document: too deep to be parsed, broken, or read. */
export type YamlText =
  | { readonly state: 'unreadable'; readonly reason: UnreadableReason }
  | {
      readonly state: 'broken';
      /** At least one, in the order of the text. */
      readonly problems: readonly SyntaxProblem[];
    }
  | {
      readonly state: 'read';
      /** Mappings, lists, texts, numbers, booleans and null; null for a text without a document. */
      readonly value: unknown;
      /** The nodes of the document, whose ranges are offsets in the text; null for a text without a document. */
      readonly root: ParsedNode | null;
      readonly locate: LocatePointer;
      /** Where a range of offsets in the text stands. */
      readonly locateRange: Locate;
    };

/**
 * Reads a text as one YAML 1.2 document; `locate` tells where its offsets lie in a larger file, where it is part of one.
 * It never throws.
 */
export function readYamlText(text: string, locate: Locate = locator(text)): YamlText {
  const control = controlCharacter(text);
  if (control) return broken([control], locate);
  // YAML 1.2 (5.4) takes a lone CR for a line break, the parser does not.
  const source = text.replace(/\r(?!\n)/g, '\n');
  const parsed = parse(source);
  if (parsed.kind === 'too-deep') {
    return { state: 'unreadable', reason: { kind: 'too-deep', location: locate(parsed.offset, parsed.offset + 1) } };
  }
  if (parsed.kind === 'too-dense') return { state: 'unreadable', reason: { kind: 'too-dense' } };
  if (parsed.kind === 'other-version') return broken([otherVersion(parsed)], locate);
  if (parsed.kind === 'broken') return broken([diagnose(source, parsed.complaint)], locate);
  if (parsed.secondDocument !== null) return broken([secondDocument(source, parsed.secondDocument)], locate);
  const { value, faults, pairs } = evaluate(parsed.root, source);
  const unknownTags = parsed.unknownTags.map(({ start, end }) => unknownTag(source, start, end));
  if (faults.length + unknownTags.length > 0) return broken([...faults, ...unknownTags], locate);
  const { root } = parsed;
  return { state: 'read', value, root, locate: pointerLocator(root, pairs, locate), locateRange: locate };
}

/** Locates the values of a text that can be read; the text is parsed when a place is first asked for. */
export function valueLocator(text: string, locate: Locate = locator(text)): LocatePointer {
  let locatePointer: LocatePointer | null = null;
  return (pointer, part) => {
    if (!locatePointer) {
      const yaml = readYamlText(text, locate);
      locatePointer = yaml.state === 'read' ? yaml.locate : () => locate(0, 0);
    }
    return locatePointer(pointer, part);
  };
}

function broken(faults: readonly Fault[], locate: Locate): YamlText {
  const inOrder = faults.toSorted((one, other) => one.start - other.start);
  return {
    state: 'broken',
    problems: inOrder.map(({ start, end, ...fault }) => ({ ...fault, location: locate(start, end) })),
  };
}

// YAML 1.2 (5.1) excludes the C0 controls but for tab, LF and CR, and the parser's own tokens use some.
function controlCharacter(text: string): Fault | null {
  const start = text.search(/[^\P{Cc}\t\n\r\x7f-\x9f]/u);
  if (start < 0) return null;
  const code = text.charCodeAt(start).toString(16).toUpperCase().padStart(4, '0');
  return { kind: 'control-character', start, end: start + 1, subject: `U+${code}` };
}

function otherVersion({ version, start, end }: Extract<Parsed, { kind: 'other-version' }>): Fault {
  return { kind: 'yaml-version', start, end, subject: version };
}

function secondDocument(source: string, start: number): Fault {
  const end = start + (source.startsWith('---', start) ? '---'.length : 1);
  return { kind: 'several-documents', start, end, subject: '' };
}

function unknownTag(source: string, start: number, end: number): Fault {
  return { kind: 'unknown-tag', start, end, subject: source.slice(start, end) };
}

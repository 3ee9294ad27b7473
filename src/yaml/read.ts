import type { ParsedNode } from 'yaml';
import { diagnose } from './diagnose.js';
import { type LocatePointer, pointerLocator } from './locate.js';
import { type Locate, locator } from './location.js';
import { parse } from './parse.js';
import type { Fault, SyntaxProblem, UnreadableReason } from './problem.js';
import { perhapsText } from './reserved.js';
import { evaluate } from './value.js';

/** A text as one YAML 1.2 document: too deep to be parsed, broken, or read. */
export type YamlText =
  | { readonly state: 'unreadable'; readonly reason: UnreadableReason }
  | {
      readonly state: 'broken';
      /** The first in the text. */
      readonly problem: SyntaxProblem;
    }
  | {
      readonly state: 'read';
      /** Mappings, lists, texts, numbers, booleans and null; null for a text without a document. */
      readonly value: unknown;
      /** The nodes of the document, whose ranges are offsets in the text; null for a text without a document. */
      readonly root: ParsedNode | null;
      readonly locate: LocatePointer;
    };

/**
 * Reads a text as one YAML 1.2 document without directives, anchors, aliases and tags; `locate` tells where its offsets
 * lie, where that is not in this text. It never throws.
 */
export function readYamlText(text: string, locate: Locate = locator(text)): YamlText {
  const excluded = excludedCharacter(text);
  if (excluded) return broken(excluded, locate);
  // YAML 1.2 (5.4) takes a lone CR for a line break, the parser does not.
  const source = text.replace(/\r(?!\n)/g, '\n');
  const parsed = parse(source);
  if (parsed.state === 'too-large') return { state: 'unreadable', reason: { kind: 'too-large' } };
  if (parsed.state === 'too-deep') {
    return { state: 'unreadable', reason: { kind: 'too-deep', location: locate(parsed.offset, parsed.offset + 1) } };
  }
  const { root, complaint, refused } = parsed;
  if (complaint) return broken(diagnose(source, complaint, refused), locate);
  if (refused) return broken(perhapsText(source, refused), locate);
  const { value, fault } = evaluate(root, source);
  if (fault?.kind === 'other') return broken(diagnose(source, { ...fault, message: '' }, null), locate);
  if (fault) return broken(fault, locate);
  return { state: 'read', value, root, locate: pointerLocator(root, source, locate) };
}

/** Locates the values of a text that can be read; the text is parsed when a place is first asked for. */
export function valueLocator(text: string): LocatePointer {
  let locatePointer: LocatePointer | null = null;
  return (pointer, part) => {
    if (!locatePointer) {
      const yaml = readYamlText(text);
      locatePointer = yaml.state === 'read' ? yaml.locate : () => locator(text)(0, 0);
    }
    return locatePointer(pointer, part);
  };
}

function broken({ start, end, ...problem }: Fault, locate: Locate): YamlText {
  return { state: 'broken', problem: { ...problem, location: locate(start, end) } };
}

/** The first of what YAML 1.2 (5.1) excludes: control characters but tab, line breaks and NEL, and two that are none. */
function excludedCharacter(text: string): Fault | null {
  const start = text.search(/[^\P{Cc}\t\n\r\x85]|[\ufffe\uffff]/u);
  if (start < 0) return null;
  const code = text.charCodeAt(start).toString(16).toUpperCase().padStart(4, '0');
  return { kind: 'excluded-character', start, end: start + 1, subject: `U+${code}` };
}

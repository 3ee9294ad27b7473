import type { ParsedNode } from 'yaml';
import { diagnose, fusedItem } from './diagnose.js';
import { type LocatePointer, pointerLocator } from './locate.js';
import { type Locate, locator } from './location.js';
import { parse } from './parse.js';
import type { Fault, SyntaxProblem, UnreadableReason } from './problem.js';
import { suggestQuotes } from './reserved.js';
import { evaluate } from './value.js';

export type YamlText =
  | { readonly state: 'unreadable'; readonly reason: UnreadableReason }
  | {
      readonly state: 'broken';
      /** The first in the text. */
      readonly problem: SyntaxProblem;
    }
  | {
      readonly state: 'read';
      /** Plain; null for a text without a document. */
      readonly value: unknown;
      /** Its ranges are offsets in the text; null for a text without a document. */
      readonly root: ParsedNode | null;
      readonly locate: LocatePointer;
    };

/** Allows no directives, anchors, aliases or tags. Never throws. `locate` maps offsets of a part to its file. */
export function readYamlText(text: string, locate: Locate = locator(text)): YamlText {
  const excluded = excludedCharacter(text);
  if (excluded) return broken(excluded, locate);
  // In YAML 1.2 (5.4) a lone CR is a line break, for the parser it is not.
  const source = text.replace(/\r(?!\n)/g, '\n');
  const parsed = parse(source);
  if (parsed.state === 'too-large') return { state: 'unreadable', reason: { kind: 'too-large' } };
  if (parsed.state === 'too-deep') {
    return { state: 'unreadable', reason: { kind: 'too-deep', location: locate(parsed.offset, parsed.offset + 1) } };
  }
  const { root, complaint, refused } = parsed;
  if (complaint) return broken(diagnose(source, complaint, refused), locate);
  if (refused) return broken(suggestQuotes(source, refused), locate);
  const { value, fault } = evaluate(root, source);
  if (fault?.kind === 'other') return broken(diagnose(source, { ...fault, message: '' }, null), locate);
  if (fault) return broken(fusedItem(source, fault) ?? fault, locate);
  return { state: 'read', value, root, locate: pointerLocator(root, source, locate) };
}

/** Locates values in a readable text, which is parsed at the first call. */
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

/** Finds what YAML 1.2 (5.1) excludes: controls except tab, line breaks and NEL, and two noncharacters. */
function excludedCharacter(text: string): Fault | null {
  const start = text.search(/[^\P{Cc}\t\n\r\x85]|[\ufffe\uffff]/u);
  if (start < 0) return null;
  const code = text.charCodeAt(start).toString(16).toUpperCase().padStart(4, '0');
  return { kind: 'excluded-character', start, end: start + 1, subject: `U+${code}` };
}

import { Composer, CST, Lexer, type ParsedNode, Parser } from 'yaml';
import type { Fault } from './problem.js';
import { maxDepth, maxLexemes } from './text.js';

/** An error of the parser, at a half-open range of offsets. */
export interface Complaint {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export type Parsed =
  /** `offset` is where the 65th level opens. */
  | { readonly state: 'too-deep'; readonly offset: number }
  | { readonly state: 'too-large' }
  | {
      readonly state: 'parsed';
      /** Of the first document; null if there is none. */
      readonly root: ParsedNode | null;
      /** The first error in the text, since others follow from it; null for valid YAML. */
      readonly complaint: Complaint | null;
      /** The first that is valid YAML, but not allowed: a directive, anchor, tag, alias or second document. */
      readonly refused: Fault | null;
    };

const collections = new Set(['block-map', 'block-seq', 'flow-collection']);
const refusedLexemes = new Set(['directive-line', 'anchor', 'tag', 'alias']);

// value.ts finds duplicate keys: yaml takes time that grows with their number squared.
const options = { version: '1.2', schema: 'core', merge: false, resolveKnownTags: false, uniqueKeys: false } as const;

/** Parses the first document by YAML 1.2 and its core schema. The text must be free of C0 controls. */
export function parse(text: string): Parsed {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let refused: Fault | null = null;
  let lexemes = 0;
  let lexemeBefore = '';
  for (const lexeme of new Lexer().lex(text)) {
    if (++lexemes > maxLexemes) return { state: 'too-large' };
    if (!refused && lexemeBefore !== CST.SCALAR && refusedLexemes.has(CST.tokenType(lexeme) ?? '')) {
      const subject = lexeme.trimEnd();
      // `* who: PO` starts with the bullet of Markdown.
      const kind = subject === '*' ? 'other' : 'refused';
      refused = { kind, start: parser.offset, end: parser.offset + subject.length, subject };
    }
    lexemeBefore = lexeme;
    tokens.push(...parser.next(lexeme));
    // Checked before the recursive composer runs: 100,000 levels would crash the process.
    if (parser.stack.length <= maxDepth) continue;
    const opened = parser.stack.filter((token) => collections.has(token.type))[maxDepth];
    if (opened) return { state: 'too-deep', offset: opened.offset };
  }
  tokens.push(...parser.end());
  return compose(text, tokens, refused);
}

function compose(text: string, tokens: readonly CST.Token[], refused: Fault | null): Parsed {
  const documents = new Composer(options).compose(tokens, true, text.length);
  const document = documents.next().value;
  const second = documents.next().value;
  const start = second?.range[0] ?? text.length;
  const isFirstRefused = second && start < (refused?.start ?? text.length);
  const complaints = (document?.errors ?? []).map(({ message, pos: [start, end] }) => {
    return { message, start: Math.min(start, text.length), end: Math.min(end, text.length) };
  });
  const [complaint = null] = complaints.sort((one, other) => one.start - other.start);
  return {
    state: 'parsed',
    root: document?.contents ?? null,
    complaint,
    refused: isFirstRefused ? { kind: 'several-documents', start, end: start + 1, subject: '' } : refused,
  };
}

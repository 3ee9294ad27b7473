import { Composer, type Document, Lexer, type ParsedNode, Parser, type YAMLError } from 'yaml';
import { deepest, densest } from './text.js';

/** Something that the parser says against a text, at a half-open range of offsets in it. */
export interface Complaint {
  readonly code: YAMLError['code'];
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** What the parser makes of a text; offsets count in it. */
export type Parsed =
  | {
      readonly kind: 'too-deep';
      /** Where the 65th level opens. */
      readonly offset: number;
    }
  /** It holds over `densest` scalars and indicators. */
  | { readonly kind: 'too-dense' }
  | { readonly kind: 'other-version'; readonly version: string; readonly start: number; readonly end: number }
  /** It is not YAML. Errors cascade, so only the first in the text counts. */
  | { readonly kind: 'broken'; readonly complaint: Complaint }
  | {
      readonly kind: 'parsed';
      /** The first document's root; null where the text has no document. */
      readonly root: ParsedNode | null;
      /** The tags that YAML's core schema lacks. */
      readonly unknownTags: readonly Complaint[];
      /** Where a second document starts; null where there is none. */
      readonly secondDocument: number | null;
    };

const collections = new Set(['block-map', 'block-seq', 'flow-collection']);

// Keys are compared, and aliases followed, in value.ts: in yaml both take time that grows with their number squared.
const options = { version: '1.2', schema: 'core', merge: false, resolveKnownTags: false, uniqueKeys: false } as const;

/** Parses the first document of a text by YAML 1.2 and its core schema. The text is free of C0 controls. */
export function parse(text: string): Parsed {
  const limit = Error.stackTraceLimit;
  // A hostile text makes a million errors, whose stack traces would fill 1 GB.
  Error.stackTraceLimit = 0;
  try {
    return compose(text);
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function compose(text: string): Parsed {
  const composer = new Composer(options);
  const documents: Document.Parsed[] = [];
  const repeated: Complaint[] = [];
  let versions = 0;
  let started = 0;
  let secondDocument: number | null = null;
  for (const token of tokensOf(text)) {
    if (token.type === 'too-deep') return { kind: 'too-deep', offset: token.offset };
    if (token.type === 'too-dense') return { kind: 'too-dense' };
    if (token.type === 'directive') {
      const { offset: start, source } = token;
      const end = start + source.length;
      const version = /^%YAML[ \t]+(\d+\.\d+)/.exec(source)?.[1] ?? null;
      if (version !== null && version !== '1.2') return { kind: 'other-version', version, start, end };
      if (version !== null && started === 0 && ++versions === 2) repeated.push({ ...repeatedVersion, start, end });
    }
    if (token.type === 'document' && ++started === 2) {
      secondDocument = token.offset;
      break;
    }
    documents.push(...composer.next(token));
    if (token.type === 'error') break;
  }
  documents.push(...composer.end(true, text.length));
  return parsedDocument(documents[0], repeated, secondDocument, text);
}

// Depth is judged before anything is composed, which is recursive: 100,000 levels would end the whole process.
function* tokensOf(text: string) {
  const parser = new Parser();
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (!isBetween(lexeme) && ++count > densest) {
      yield { type: 'too-dense' as const };
      return;
    }
    yield* parser.next(lexeme);
    if (parser.stack.length <= deepest) continue;
    const opened = parser.stack.filter((token) => collections.has(token.type))[deepest];
    if (opened) {
      yield { type: 'too-deep' as const, offset: opened.offset };
      return;
    }
  }
  yield* parser.end();
}

/** Whether a lexeme is a blank, a line break, a comment or the lexer's own mark before a scalar. */
function isBetween(lexeme: string): boolean {
  const first = lexeme.charAt(0);
  return first <= ' ' || first === '#';
}

// YAML 1.2 (6.8.1) forbids it, the parser does not mind.
const repeatedVersion = { code: 'BAD_DIRECTIVE', message: 'The %YAML directive may stand only once' } as const;

function parsedDocument(
  document: Document.Parsed | undefined,
  repeated: readonly Complaint[],
  secondDocument: number | null,
  text: string,
): Parsed {
  const complaint = ({ code, message, pos }: YAMLError): Complaint => {
    const start = Math.min(pos[0], text.length);
    return { code, message, start, end: Math.max(start, Math.min(pos[1], text.length)) };
  };
  const errors = [...repeated, ...(document?.errors ?? []).map(complaint)];
  const [first] = errors.sort((one, other) => one.start - other.start);
  if (first) return { kind: 'broken', complaint: first };
  return {
    kind: 'parsed',
    root: document?.contents ?? null,
    unknownTags: (document?.warnings ?? []).filter(({ code }) => code === 'TAG_RESOLVE_FAILED').map(complaint),
    secondDocument,
  };
}

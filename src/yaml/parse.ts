import { Composer, CST, type Document, Lexer, type ParsedNode, Parser } from 'yaml';
import type { Fault } from './problem.js';
import { deepest, densest } from './text.js';

/** What the parser says against a text, at a half-open range of offsets in it. */
export interface Complaint {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** What the parser makes of a text; offsets count in it. */
export type Parsed =
  /** `offset` is where the 65th level opens. */
  | { readonly state: 'too-deep'; readonly offset: number }
  /** It holds over `densest` scalars and indicators. */
  | { readonly state: 'too-dense' }
  | {
      readonly state: 'parsed';
      /** The first document's root; null where the text has no document. */
      readonly root: ParsedNode | null;
      /** Null where it is YAML. Errors cascade, so only the first in the text counts. */
      readonly complaint: Complaint | null;
      /** The first that is YAML and is not read here: a directive, an anchor, a tag, an alias, a second document. */
      readonly refused: Fault | null;
    };

const collections = new Set(['block-map', 'block-seq', 'flow-collection']);

const refusedLexemes: Readonly<Record<string, Fault['kind']>> = {
  'directive-line': 'directive',
  anchor: 'anchor',
  tag: 'tag',
  alias: 'alias',
};

// Keys are compared in value.ts: yaml takes time that grows with their number squared.
const options = { version: '1.2', schema: 'core', merge: false, resolveKnownTags: false, uniqueKeys: false } as const;

/** Parses the first document of a text by YAML 1.2 and its core schema. The text is free of C0 controls. */
export function parse(text: string): Parsed {
  const limit = Error.stackTraceLimit;
  // yaml makes an error of each wrong escape: the stack traces of half a million take half a gigabyte.
  Error.stackTraceLimit = 0;
  try {
    return parseFirst(text);
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function parseFirst(text: string): Parsed {
  const parser = new Parser();
  const first = new FirstDocument(text);
  let refused: Fault | null = null;
  let lexemes = 0;
  let lexemeBefore = '';
  for (const lexeme of new Lexer().lex(text)) {
    if (!isBetween(lexeme) && ++lexemes > densest) return { state: 'too-dense' };
    const kind = lexemeBefore === CST.SCALAR ? undefined : refusedLexemes[CST.tokenType(lexeme) ?? ''];
    lexemeBefore = lexeme;
    if (kind && !refused) {
      const subject = lexeme.trimEnd();
      // `* who: PO`: the bullet of another language.
      const isBullet = subject === '*';
      refused = {
        kind: isBullet ? 'misplaced-line' : kind,
        start: parser.offset,
        end: parser.offset + subject.length,
        subject,
      };
    }
    if (first.endsWith(parser.next(lexeme))) return first.parsed(refused);
    // Depth is judged before anything is composed, which is recursive: 100,000 levels would end the whole process.
    if (parser.stack.length <= deepest) continue;
    const opened = parser.stack.filter((token) => collections.has(token.type))[deepest];
    if (opened) return { state: 'too-deep', offset: opened.offset };
  }
  first.endsWith(parser.end());
  return first.parsed(refused);
}

/** Whether a lexeme is a blank, a line break, a comment or the lexer's own mark before a scalar. */
function isBetween(lexeme: string): boolean {
  const first = lexeme.charAt(0);
  return first <= ' ' || first === '#';
}

/** Composes the first document of a text. */
class FirstDocument {
  readonly #composer = new Composer(options);
  readonly #documents: Document.Parsed[] = [];
  #started = 0;
  #second: Fault | null = null;

  constructor(private readonly text: string) {}

  /** Takes the next tokens; true where they show an error, or that a second document starts. */
  endsWith(tokens: Iterable<CST.Token>): boolean {
    for (const token of tokens) {
      if (token.type === 'document' && ++this.#started === 2) {
        const start = token.offset;
        const end = start + (this.text.startsWith('---', start) ? '---'.length : 1);
        this.#second = { kind: 'several-documents', start, end, subject: '' };
        return true;
      }
      this.#documents.push(...this.#composer.next(token));
      if (token.type === 'error') return true;
    }
    return false;
  }

  parsed(refused: Fault | null): Parsed {
    const { length } = this.text;
    this.#documents.push(...this.#composer.end(true, length));
    const [document] = this.#documents;
    const complaints = (document?.errors ?? []).map(({ message, pos }) => {
      const start = Math.min(pos[0], length);
      return { message, start, end: Math.max(start, Math.min(pos[1], length)) };
    });
    const [complaint = null] = complaints.sort((one, other) => one.start - other.start);
    const root = document?.contents ?? null;
    return { state: 'parsed', root, complaint, refused: refused ?? this.#second };
  }
}

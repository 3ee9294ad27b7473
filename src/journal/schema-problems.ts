import schema from '../../schemas/interactions.schema.json' with { type: 'json' };
import { nearest } from '../nearest.js';
import type { LocatePointer } from '../yaml/locate.js';
import type { Location } from '../yaml/location.js';
import { escapeSegment, pointerSegments } from '../yaml/pointer.js';
import { quotedText } from '../yaml/quote.js';
import { answeredCount, isMapping, isPO } from './entries.js';
import type { Entry } from './journal.js';
import type { JsonType, SchemaError, SchemaProblem } from './schema-problem.js';

type Fault = SchemaProblem extends infer Problem
  ? Problem extends SchemaProblem
    ? Omit<Problem, 'path' | 'location' | 'key' | 'name'>
    : never
  : never;

/** A journal's value, where its parts stand, and the text at a place. */
interface Subject {
  readonly value: unknown;
  readonly locate: LocatePointer;
  readonly textAt: (location: Location) => string;
  readonly lineAt: (line: number) => string;
}

/** Makes a validator's errors about a journal one problem for each cause, in the order of the file. */
export function schemaProblems(errors: readonly SchemaError[], subject: Subject): SchemaProblem[] {
  const templates = errors.map(({ instancePath }) => instancePath).filter((path) => isTemplateAnswer(subject, path));
  const entries = new Set(templates.map(entryOf));
  const others = errors.filter(({ instancePath }) => !entries.has(entryOf(instancePath)));
  const unknown = unknownKeys(others, subject);
  const missing = missingKeys(others, subject, unknown);
  const answers = [...entries].map((path) => ({ kind: 'template-answer' as const, ...placeOf(path, subject) }));
  return [...answers, ...unknown, ...missing, ...wrongValues(others, subject)].sort(
    ({ location: one }, { location: other }) => one.line - other.line || one.column - other.column,
  );
}

/** Whether a value is the reply of the template's answer, `OK | KO`. */
function isTemplateAnswer({ value }: Subject, path: string): boolean {
  return /^\/\d+\/reply$/.test(path) && isChoice(String(valueAt(value, path)), ['OK', 'KO']);
}

function entryOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

function placeOf(
  path: string,
  { value, locate, textAt }: Subject,
): Pick<SchemaProblem, 'path' | 'location' | 'key' | 'name'> {
  const segments = pointerSegments(path);
  const isItem = segments.length > 2 && Array.isArray(valueAt(value, parentOf(path)));
  const written = textAt(locate(path, 'key'));
  const asWritten = written.includes('\n') ? quotedText(segments.at(-1) ?? '') : written;
  const name = segments.length < 2 ? '' : isItem ? '-' : asWritten;
  return { path, location: locate(path), key: segments.slice(1).join('.'), name };
}

type UnknownKey = Extract<SchemaProblem, { kind: 'unknown-key' }>;

function unknownKeys(errors: readonly SchemaError[], subject: Subject): UnknownKey[] {
  const problems = new Map<string, UnknownKey>();
  for (const { params, instancePath } of errors) {
    const key = params.additionalProperty;
    if (typeof key !== 'string') continue;
    const path = `${instancePath}/${escapeSegment(key)}`;
    const known = knownKeys(valueAt(subject.value, instancePath));
    const location = subject.locate(path, 'key');
    const resembles = nearest(key, known);
    problems.set(path, { kind: 'unknown-key', ...placeOf(path, subject), location, resembles, known });
  }
  return [...problems.values()];
}

function knownKeys(entry: unknown): string[] {
  const { developerEntry, ownerEntry, nobodysEntry } = schema.$defs;
  if (isPO(entry)) return Object.keys(ownerEntry.properties);
  const isSigned = isMapping(entry) && typeof entry.who === 'string';
  return Object.keys((isSigned ? developerEntry : nobodysEntry).properties);
}

// A misspelt key is one mistake, although it is also missing under its right name.
function missingKeys(
  errors: readonly SchemaError[],
  subject: Subject,
  unknown: readonly UnknownKey[],
): SchemaProblem[] {
  const misspelt = new Set(unknown.map(({ path, resembles }) => `${parentOf(path)}/${escapeSegment(resembles ?? '')}`));
  const missing = new Map<string, SchemaProblem>();
  for (const { keyword, instancePath: path, params } of errors) {
    if (keyword !== 'required') continue;
    const name: string = params.missingProperty;
    const pointer = `${path}/${escapeSegment(name)}`;
    if (misspelt.has(pointer)) continue;
    missing.set(pointer, { kind: 'missing-key', ...placeOf(path, subject), key: name, name });
  }
  return [...missing.values()];
}

const aboutKeys = new Set(['additionalProperties', 'required', 'if']);

// What breaks several keywords is wrong for one reason, and that is what the first of them says.
function wrongValues(errors: readonly SchemaError[], subject: Subject): SchemaProblem[] {
  const problems = new Map<string, SchemaProblem>();
  for (const error of errors) {
    const path = error.instancePath;
    if (aboutKeys.has(error.keyword) || problems.has(path)) continue;
    problems.set(path, { ...faultOf(error, subject), ...placeOf(path, subject) });
  }
  return [...problems.values()];
}

/** Where any text may stand. */
const takesText = /^\/\d+\/(?:topic|did|ask|details|context|context\/.*|actions\/\d+)$/s;

function faultOf(error: SchemaError, subject: Subject): Fault {
  const { keyword, params, instancePath: path, schemaPath } = error;
  const value = valueAt(subject.value, path);
  if (path === '') return { kind: value === null || isEmptyList(value) ? 'no-entries' : 'not-a-list' };
  const written = subject.textAt(subject.locate(path));
  if (value === null || (keyword === 'minProperties' && isEmptyMapping(value))) {
    const comment = takesText.test(path) ? commentBehind(path, subject) : null;
    if (comment !== null) return { kind: 'comment', written: comment };
    if (!/^(?:~|null)$/i.test(written)) return { kind: 'empty' };
  }
  if (keyword === 'enum') return wordFault(value, params.allowedValues, path, subject);
  if (schemaPath.startsWith('#/$defs/when/')) return { kind: 'not-a-date', written };
  if (keyword === 'type') {
    const isItem = typeof value === 'string' ? isText(value) : typeof value !== 'object' || value === null;
    const canStay = params.type === 'array' ? isItem : isText(written);
    return { kind: 'wrong-type', is: typeOf(value), wanted: params.type, written: canStay ? written : null };
  }
  if (schemaPath.startsWith('#/$defs/filledText/')) return { kind: 'unfilled', what: '…' };
  if (schemaPath.startsWith('#/$defs/numberedText/')) return { kind: 'unfilled', what: 'S<N>' };
  return { kind: 'empty' };
}

const { visibleText, filledText, numberedText } = schema.$defs;

/** Whether a text keeps to the schema's `text`. */
function isText(text: string): boolean {
  const breaks = [filledText, numberedText].some(({ not }) => new RegExp(not.pattern, 'u').test(text));
  return new RegExp(visibleText.pattern, 'u').test(text) && !breaks;
}

/** What YAML takes for a comment where the value of a key should stand: `#12 fixed`; null where there is none. */
function commentBehind(path: string, { locate, lineAt }: Subject): string | null {
  const { endLine, endColumn } = locate(path, 'key');
  return /^[ \t]*:?[ \t]+(#.*?)[ \t]*$/.exec(lineAt(endLine).slice(endColumn - 1))?.[1] ?? null;
}

function wordFault(value: unknown, words: readonly string[], path: string, { value: journal }: Subject): Fault {
  const written = String(value);
  if (written.trim() === '') return { kind: 'empty' };
  const [index = ''] = pointerSegments(path);
  const entries = journal as readonly Entry[];
  // An ask that nobody has answered is not done, whatever stands there.
  const isOpen = path.endsWith('/status') && Number(index) >= answeredCount(entries);
  const resembles = isOpen ? 'pending' : isChoice(written, words) ? null : nearest(written, words);
  const entry = entries[Number(index)];
  const needed = resembles === 'KO' ? ['details', 'action'] : [];
  const keys = isMapping(entry) ? Object.keys(entry).map((key) => nearest(key, knownKeys(entry)) ?? key) : [];
  const lacks = needed.filter((key) => !keys.includes(key));
  return { kind: 'unknown-word', written, words, resembles, lacks };
}

/** Whether a text still offers all the words of a template: `OK | KO`. */
function isChoice(written: string, words: readonly string[]): boolean {
  const choices = new Set(written.split(/[|/]/).map((choice) => choice.trim()));
  return choices.size > 1 && words.every((word) => choices.has(word));
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function isEmptyMapping(value: unknown): boolean {
  return isMapping(value) && Object.keys(value).length === 0;
}

function typeOf(value: unknown): JsonType {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : (typeof value as JsonType);
}

function valueAt(value: unknown, pointer: string): unknown {
  return pointerSegments(pointer).reduce<unknown>((at, segment) => (at as Record<string, unknown>)[segment], value);
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

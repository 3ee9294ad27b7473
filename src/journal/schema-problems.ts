import schema from '../../schemas/interactions.schema.json' with { type: 'json' };
import { nearest } from '../nearest.js';
import { escapeSegment, pointerSegments } from '../yaml/pointer.js';
import { quotedText } from '../yaml/quote.js';
import { answeredCount, isMapping, isPO } from './entries.js';
import type { Entry } from './journal.js';
import type { JsonType, SchemaError, SchemaProblem } from './schema-problem.js';
import { commentBehind, commentInPlaceOf, type Source, valueCutByComma } from './source.js';
import { isText, textFault } from './texts.js';
import { unindentedContext } from './unindented.js';

type Fault = SchemaProblem extends infer Problem
  ? Problem extends SchemaProblem
    ? Omit<Problem, keyof Place> & { readonly name?: string }
    : never
  : never;

type Place = Pick<SchemaProblem, 'path' | 'location' | 'key' | 'name' | 'indentation'>;

interface Subject extends Source {
  readonly value: unknown;
}

/** Makes a validator's errors about a journal one problem for each cause, in the order of the file. */
export function schemaProblems(errors: readonly SchemaError[], value: unknown, source: Source): SchemaProblem[] {
  const subject = { ...source, value };
  const templates = errors.map(({ instancePath }) => instancePath).filter((path) => isTemplateAnswer(subject, path));
  const entries = new Set(templates.map(entryOf));
  const unfilled = errors.filter(({ instancePath }) => !entries.has(entryOf(instancePath)));
  const { unindented, others } = withoutUnindented(unfilled, subject);
  const unknown = unknownKeys(others, subject);
  const missing = missingKeys(others, subject, unknown);
  const answers = [...entries].map((path) => ({ kind: 'template-answer' as const, ...placeOf(path, subject) }));
  return [...answers, ...unindented, ...unknown, ...missing, ...wrongValues(others, subject)].sort(
    ({ location: one }, { location: other }) => one.line - other.line || one.column - other.column,
  );
}

/** The contexts whose keys lack their indentation, and the errors but for those that this makes. */
function withoutUnindented(
  errors: readonly SchemaError[],
  subject: Subject,
): { readonly unindented: readonly SchemaProblem[]; readonly others: readonly SchemaError[] } {
  const unindented: SchemaProblem[] = [];
  let others = errors;
  for (const path of new Set(errors.map(({ instancePath }) => instancePath))) {
    const [, index] = /^\/(\d+)\/context$/.exec(path) ?? [];
    const entry = index === undefined ? null : (valueAt(subject.value, `/${index}`) as Entry);
    const found = unindentedContext(entry, Number(index), knownKeys(entry), subject);
    if (!found) continue;
    unindented.push({ kind: 'unindented', ...placeOf(path, subject), lines: found.lines });
    const isOfKey = ({ instancePath, params }: SchemaError) =>
      instancePath === `/${index}` && found.keys.includes(params.additionalProperty);
    others = others.filter((error) => error.instancePath !== path && !isOfKey(error));
  }
  return { unindented, others };
}

/** Whether a value is the reply of the template's answer, `OK | KO`. */
function isTemplateAnswer({ value }: Subject, path: string): boolean {
  return /^\/\d+\/reply$/.test(path) && isChoice(String(valueAt(value, path)), ['OK', 'KO']);
}

function entryOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

function placeOf(path: string, subject: Subject): Place {
  const { value, locate, textAt, lineAt } = subject;
  const segments = pointerSegments(path);
  const isItem = Array.isArray(valueAt(value, parentOf(path)));
  const keyAt = locate(path, 'key');
  const written = textAt(keyAt);
  const asKey = written.includes('\n') ? quotedText(segments.at(-1) ?? '') : written;
  const name = segments.length < 2 ? '' : isItem ? '-' : asKey;
  const parentAt = locate(parentOf(path));
  const isInBrackets = /[[{]/.test(lineAt(parentAt.line).charAt(parentAt.column - 1));
  const indentation = isInBrackets ? null : keyAt.column - 1 + (isItem ? 0 : 2);
  return { path, location: locate(path), key: segments.slice(1).join('.'), name, indentation };
}

type UnknownKey = Extract<SchemaProblem, { kind: 'unknown-key' }>;

function unknownKeys(errors: readonly SchemaError[], subject: Subject): UnknownKey[] {
  const problems = new Map<string, UnknownKey>();
  for (const { params, instancePath } of errors) {
    const key = params.additionalProperty;
    if (typeof key !== 'string') continue;
    const path = `${instancePath}/${escapeSegment(key)}`;
    const entry = valueAt(subject.value, instancePath);
    const known = knownKeys(entry);
    // Named anew as a key that is there too, it would be a duplicate.
    const free = known.filter((each) => !Object.hasOwn(entry as object, each));
    const location = subject.locate(path, 'key');
    problems.set(path, {
      kind: 'unknown-key',
      ...placeOf(path, subject),
      location,
      resembles: nearest(key, free),
      known,
    });
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
  // Each comma in a value makes a key of its own, and all of them are one mistake.
  const cut = new Set<string>();
  for (const { instancePath, ...rest } of errors) {
    if (aboutKeys.has(rest.keyword)) continue;
    const isBelowText = isKeyInBrackets(instancePath, subject);
    const path = isBelowText ? parentOf(instancePath) : instancePath;
    if (problems.has(path)) continue;
    const fault = isBelowText ? wrongType(path, 'string', subject) : faultOf({ ...rest, instancePath }, subject);
    const problem: SchemaProblem = { ...placeOf(path, subject), ...fault };
    const cause = problem.kind === 'comma' ? `${parentOf(path)} ${problem.name} ${problem.written}` : path;
    if (cut.has(cause)) continue;
    cut.add(cause);
    problems.set(path, problem);
  }
  return [...problems.values()];
}

/** Whether a key is a mapping or a list itself: what was meant is a text, such as `{{ url }}`. */
function isKeyInBrackets(path: string, { locate, textAt }: Subject): boolean {
  return path.split('/').length > 3 && /^[[{]/.test(textAt(locate(path, 'key')));
}

/** Where any text may stand, by itself or in a list. */
const takesText = /^\/\d+\/(?:topic|did|ask|details|context|context\/.*|actions|actions\/\d+)$/s;

function faultOf(error: SchemaError, subject: Subject): Fault {
  const { keyword, params, instancePath: path, schemaPath } = error;
  const value = valueAt(subject.value, path);
  if (path === '') return { kind: value === null || Array.isArray(value) ? 'no-entries' : 'not-a-list' };
  const written = subject.textAt(subject.locate(path));
  if (value === null && !/^(?:~|null)$/i.test(written)) return missingValue(path, subject);
  if (keyword === 'minProperties') return { kind: 'empty' };
  if (keyword === 'enum') return wordFault(value, params.allowedValues, path, subject);
  if (schemaPath.startsWith('#/$defs/when/')) return { kind: 'not-a-date', written: asText(value, written) };
  if (keyword === 'type') return wrongType(path, params.type, subject);
  return textFault(asText(value, written)) ?? { kind: 'empty' };
}

function wrongType(path: string, wanted: JsonType, subject: Subject): Fault {
  const value = valueAt(subject.value, path);
  const written = subject.textAt(subject.locate(path));
  const isScalar = value === null || typeof value !== 'object';
  const text = asText(value, isScalar && takesText.test(path) ? written + commentBehind(path, subject) : written);
  return { kind: 'wrong-type', is: typeOf(value), wanted, text: isText(text) ? text : null };
}

function missingValue(path: string, subject: Subject): Fault {
  const comment = takesText.test(path) ? commentInPlaceOf(path, subject) : null;
  if (comment !== null && isText(comment)) return { kind: 'comment', written: comment };
  const cut = path.split('/').length > 3 ? valueCutByComma(path, subject) : null;
  return cut && isText(cut.written) ? { kind: 'comma', ...cut } : { kind: 'empty' };
}

/** A text's own characters, and of anything else those that the file has for it. */
function asText(value: unknown, written: string): string {
  return typeof value === 'string' ? value : written;
}

function wordFault(value: unknown, words: readonly string[], path: string, subject: Subject): Fault {
  const written = asText(value, subject.textAt(subject.locate(path)));
  if (written.trim() === '') return { kind: 'empty' };
  const [index = ''] = pointerSegments(path);
  const entries = subject.value as readonly Entry[];
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
  const choices = written.split(/[|/]/).map((choice) => choice.trim());
  return words.every((word) => choices.includes(word));
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

import schema from '../../schemas/interactions.schema.json' with { type: 'json' };
import { nearest } from '../nearest.js';
import type { LocatePointer } from '../yaml/locate.js';
import { escapeSegment, pointerSegments } from '../yaml/pointer.js';
import type { JsonType, SchemaError, SchemaProblem } from './schema-problem.js';

type Fault = SchemaProblem extends infer Problem
  ? Problem extends SchemaProblem
    ? Omit<Problem, 'path' | 'location' | 'key'>
    : never
  : never;

/** A journal's value, and where its parts stand. */
interface Subject {
  readonly value: unknown;
  readonly locate: LocatePointer;
}

/** Makes a validator's errors about a journal one problem for each cause, in the order of the file. */
export function schemaProblems(errors: readonly SchemaError[], subject: Subject): SchemaProblem[] {
  const unknown = unknownKeys(errors, subject);
  const missing = missingKeys(errors, subject, unknown);
  return [...unknown, ...missing, ...wrongValues(errors, subject)].sort(
    ({ location: one }, { location: other }) => one.line - other.line || one.column - other.column,
  );
}

type UnknownKey = Extract<SchemaProblem, { kind: 'unknown-key' }>;

function unknownKeys(errors: readonly SchemaError[], { value, locate }: Subject): UnknownKey[] {
  const problems = new Map<string, UnknownKey>();
  for (const error of errors) {
    const key = error.params.additionalProperty ?? error.params.unevaluatedProperty;
    if (typeof key !== 'string') continue;
    const path = `${error.instancePath}/${escapeSegment(key)}`;
    if (problems.has(path)) continue;
    const known = knownKeys(error, valueAt(value, error.instancePath));
    const location = locate(path, 'key');
    problems.set(path, {
      kind: 'unknown-key',
      path,
      key: dottedKey(path),
      location,
      resembles: nearest(key, known),
      known,
    });
  }
  return [...problems.values()];
}

function knownKeys({ parentSchema }: SchemaError, entry: unknown): string[] {
  if (parentSchema) return Object.keys((parentSchema as { properties?: object }).properties ?? {});
  const { who } = entry as { who?: unknown };
  const { developerEntry, ownerEntry, nobodysEntry } = schema.$defs;
  const entrySchema = who === 'ChatGPT' ? developerEntry : who === 'PO' ? ownerEntry : nobodysEntry;
  return Object.keys(entrySchema.properties);
}

// A misspelt key is one mistake, although it is also missing under its right name.
function missingKeys(
  errors: readonly SchemaError[],
  { locate }: Subject,
  unknown: readonly UnknownKey[],
): SchemaProblem[] {
  const misspelt = new Set(unknown.map(({ path, resembles }) => `${parentOf(path)}/${escapeSegment(resembles ?? '')}`));
  const missing = new Map<string, SchemaProblem>();
  for (const { keyword, instancePath: path, params } of errors) {
    if (keyword !== 'required') continue;
    const pointer = `${path}/${escapeSegment(params.missingProperty)}`;
    if (misspelt.has(pointer)) continue;
    missing.set(pointer, { kind: 'missing-key', path, key: dottedKey(pointer), location: locate(path) });
  }
  return [...missing.values()];
}

const aboutKeys = new Set(['additionalProperties', 'unevaluatedProperties', 'required', 'if']);

// What breaks several keywords is wrong for one reason, and that is what the first of them says.
function wrongValues(errors: readonly SchemaError[], { value, locate }: Subject): SchemaProblem[] {
  const problems = new Map<string, SchemaProblem>();
  for (const error of errors) {
    const path = error.instancePath;
    if (aboutKeys.has(error.keyword) || problems.has(path)) continue;
    const fault = faultOf(error, valueAt(value, path));
    problems.set(path, { ...fault, path, key: dottedKey(path), location: locate(path) });
  }
  return [...problems.values()];
}

function faultOf(error: SchemaError, value: unknown): Fault {
  const { keyword, params, instancePath, schemaPath } = error;
  const { type: wanted } = params;
  if (instancePath === '' && (value === null || isEmptyList(value))) return { kind: 'no-entries' };
  if (instancePath === '' && wanted === 'array') return { kind: 'not-a-list' };
  if (value === null || (keyword === 'minProperties' && Object.keys(value as object).length === 0)) {
    return { kind: 'empty' };
  }
  if (keyword === 'type' && isJsonType(wanted)) {
    return { kind: 'wrong-type', is: typeOf(value), wanted, written: asWritten(value) };
  }
  if (keyword === 'enum') return wordFault(asWritten(value), params.allowedValues.map(asWritten));
  if (keyword === 'const') return wordFault(asWritten(value), [asWritten(params.allowedValue)]);
  if (schemaPath.startsWith('#/$defs/visibleText/')) return { kind: 'empty' };
  if (schemaPath.startsWith('#/$defs/filledText/')) return { kind: 'unfilled' };
  if (schemaPath.startsWith('#/$defs/when/') || params.format === 'date-time') {
    return { kind: 'not-a-date', written: asWritten(value) };
  }
  return { kind: 'other', keyword, sentence: error.message ?? keyword };
}

function wordFault(written: string, words: readonly string[]): Fault {
  if (written.trim() === '') return { kind: 'empty' };
  const choices = new Set(written.split('|').map((choice) => choice.trim()));
  if (choices.size > 1 && words.every((word) => choices.has(word))) return { kind: 'undecided', words };
  return { kind: 'unknown-word', written, words, resembles: nearest(written, words) };
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function asWritten(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const jsonTypes = new Set<unknown>(['null', 'boolean', 'number', 'string', 'array', 'object'] satisfies JsonType[]);

function isJsonType(type: unknown): type is JsonType {
  return jsonTypes.has(type);
}

function typeOf(value: unknown): JsonType {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : (typeof value as JsonType);
}

function valueAt(value: unknown, pointer: string): unknown {
  return pointerSegments(pointer).reduce<unknown>((at, segment) => (at as Record<string, unknown>)[segment], value);
}

function dottedKey(pointer: string): string {
  return pointerSegments(pointer).slice(1).join('.');
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

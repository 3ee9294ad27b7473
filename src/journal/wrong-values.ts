import { nearest } from '../nearest.js';
import { pointerSegments } from '../yaml/pointer.js';
import { answeredCount, isMapping } from './entries.js';
import type { Entry } from './journal.js';
import type { JsonType, SchemaError, SchemaProblem } from './schema-problem.js';
import { commentBehind, commentInPlaceOf, valueCutByComma } from './source.js';
import { isChoice, knownKeys, type Place, parentOf, placeOf, type Subject, valueAt } from './subject.js';
import { isText, textFault } from './texts.js';

type Fault = SchemaProblem extends infer Problem
  ? Problem extends SchemaProblem
    ? Omit<Problem, keyof Place> & { readonly name?: string }
    : never
  : never;

const aboutKeys = new Set(['additionalProperties', 'required', 'if']);

/** The values that break the schema. What breaks several keywords is wrong for one reason, which the first of them says. */
export function wrongValues(errors: readonly SchemaError[], subject: Subject): SchemaProblem[] {
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

function typeOf(value: unknown): JsonType {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : (typeof value as JsonType);
}

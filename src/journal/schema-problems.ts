import { nearest } from '../nearest.js';
import { escapeSegment } from '../yaml/pointer.js';
import type { Entry } from './journal.js';
import type { SchemaError, SchemaProblem } from './schema-problem.js';
import type { Source } from './source.js';
import { isChoice, knownKeys, parentOf, placeOf, type Subject, valueAt } from './subject.js';
import { unindentedContext } from './unindented.js';
import { wrongValues } from './wrong-values.js';

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

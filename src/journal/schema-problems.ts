import schema from '../../schemas/interactions.schema.json' with { type: 'json' };
import { nearest } from '../nearest.js';
import { escapeSegment } from '../yaml/pointer.js';
import { isMapping, isPO } from './entries.js';
import type { Entry } from './journal.js';
import type { SchemaError, SchemaProblem } from './schema-problem.js';
import { parentOf, placeOf, type Source, valueAt } from './source.js';
import { wrongValues } from './wrong-values.js';

/** Makes a validator's errors about a journal one problem for each cause, in the order of the file. */
export function schemaProblems(errors: readonly SchemaError[], source: Source): SchemaProblem[] {
  const replies = errors.map(({ instancePath }) => instancePath).filter((path) => isTemplateAnswer(path, source));
  const templates = new Set(replies.map(parentOf));
  const others = errors.filter(({ instancePath }) => !templates.has(entryOf(instancePath)));
  const answers = [...templates].map((path) => ({ kind: 'template-answer' as const, ...placeOf(path, source) }));
  const unknown = unknownKeys(others, source);
  const missing = missingKeys(others, source, unknown);
  return [...answers, ...unknown, ...missing, ...wrongValues(others, source)].sort(
    ({ location: one }, { location: other }) => one.line - other.line || one.column - other.column,
  );
}

/** Whether a value is the reply of the template's answer, `OK | KO`. */
function isTemplateAnswer(path: string, { value }: Source): boolean {
  return /^\/\d+\/reply$/.test(path) && /^\s*OK\s*[|/]\s*KO\s*$/.test(String(valueAt(value, path)));
}

function entryOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

type UnknownKey = Extract<SchemaProblem, { kind: 'unknown-key' }>;

function unknownKeys(errors: readonly SchemaError[], source: Source): UnknownKey[] {
  const found = errors.filter(({ keyword }) => keyword === 'additionalProperties');
  return found.map(({ params, instancePath }) => {
    const key: string = params.additionalProperty;
    const path = `${instancePath}/${escapeSegment(key)}`;
    const entry = valueAt(source.value, instancePath);
    const known = knownKeys(entry);
    // Named anew as a key that is there too, it would be a duplicate.
    const free = known.filter((each) => !Object.hasOwn(entry as object, each));
    const place = { ...placeOf(path, source), location: source.locate(path, 'key') };
    return { kind: 'unknown-key', ...place, resembles: nearest(key, free), known };
  });
}

/** The keys that an entry may have. */
function knownKeys(entry: Entry): string[] {
  const { developerEntry, ownerEntry, nobodysEntry } = schema.$defs;
  if (isPO(entry)) return Object.keys(ownerEntry.properties);
  const isSigned = isMapping(entry) && typeof entry.who === 'string';
  return Object.keys((isSigned ? developerEntry : nobodysEntry).properties);
}

// A misspelt key is one mistake, although it is also missing under its right name.
function missingKeys(errors: readonly SchemaError[], source: Source, unknown: readonly UnknownKey[]): SchemaProblem[] {
  const misspelt = new Set(unknown.map(({ path, resembles }) => `${parentOf(path)}/${resembles}`));
  return errors.flatMap(({ keyword, instancePath, params }) => {
    const name: string = params.missingProperty;
    if (keyword !== 'required' || misspelt.has(`${instancePath}/${name}`)) return [];
    return [{ kind: 'missing-key', ...placeOf(instancePath, source), key: name, name }];
  });
}

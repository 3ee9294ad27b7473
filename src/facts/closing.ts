import { type GitContext, runGit } from '../git/process.js';
import type { CommitFacts, Start } from './facts.js';
import type { Reading } from './files.js';
import type { Snapshot } from './snapshot.js';
import { type State, sprintFolder } from './sprint.js';

/** The artefacts of a sprint, except its journal. */
export const artefacts = ['PLAN.md', 'BOARD.md', 'DEMO.md', 'REVIEW.md', 'RETRO.md', 'PREFLIGHT.md'];

export async function closingFacts(
  reading: Reading,
  commit: string,
  { snapshot, sprint }: State,
  start: Start | null,
): Promise<CommitFacts['closing']> {
  if (sprint === null) return null;
  const folder = sprintFolder(reading.config, sprint);
  const files = await snapshot.list(folder);
  return {
    missingArtefacts: artefacts.filter((name) => !files.has(name)),
    staleSchema: await staleSchema(reading, commit, snapshot, `${folder}/PREFLIGHT.md`, start),
  };
}

/** `unchanged`, with a justification (any letter or digit) before the next heading. */
const declaredUnchanged = /\bunchanged\b(?:.|\r?\n(?![ \t]*#))*?[\p{L}\p{N}]/iu;

async function staleSchema(
  { context, files }: Reading,
  commit: string,
  snapshot: Snapshot,
  preflight: string,
  start: Start | null,
): Promise<string | null> {
  const schemas = await trackedSchemas(context, commit);
  const [schema] = schemas;
  if (schema === undefined) return null;
  const entry = await snapshot.entry(preflight);
  const declared = entry && declaredUnchanged.test((await files.bytes(preflight, entry)).bytes.toString('utf8'));
  return declared || (await isTouched(context, commit, schemas, start)) ? null : schema;
}

// schema.sql\0supabase/schema.sql\0
async function trackedSchemas(context: GitContext, commit: string): Promise<string[]> {
  const paths = (await runGit(context, ['ls-tree', '-r', '-z', '--full-tree', '--name-only', commit])).split('\0');
  return paths.filter((path) => /(^|\/)schema\.sql$/.test(path));
}

async function isTouched(
  context: GitContext,
  commit: string,
  paths: readonly string[],
  start: Start | null,
): Promise<boolean> {
  if (start === null) return false;
  const since = `--max-age=${Math.floor(start.at / 1000)}`;
  const pathspecs = paths.map((path) => `:(top,literal)${path}`);
  return (await runGit(context, ['rev-list', '-n', '1', since, commit, '--', ...pathspecs])) !== '';
}

import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Failure } from '../failure.js';
import type { SchemaError } from '../journal/schema-problem.js';

/** Tells where a value breaks a schema; empty where it keeps to it. */
export type Validate = (value: unknown) => readonly SchemaError[];

/**
 * Compiles the JSON Schema (2020-12) that a repository judges its journals by; nothing is fetched. Gives a Failure when
 * it is not there, is no regular file, or is no such schema.
 *
 * @returns what throws Failure where only the use of the schema shows that it can't be used
 */
export function compileSchema(path: string, file: { mode: string; bytes: Buffer } | null): Validate | Failure {
  if (!file?.mode.startsWith('100')) return unusable(path, 'no such file', 'ce fichier n’existe pas');
  try {
    const ajv = new Ajv2020({ allErrors: true, strict: false, logger: false, verbose: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(file.bytes.toString('utf8').replace(/^\uFEFF/, '')));
    if ('$async' in validate) throw new Error('$async');
    return (value) => {
      try {
        return validate(value) ? [] : (validate.errors ?? []);
      } catch (error) {
        throw saying(path, error);
      }
    };
  } catch (error) {
    return saying(path, error);
  }
}

/** What is thrown while a schema is compiled or used is the schema's fault. */
function saying(path: string, error: unknown): Failure {
  const reason = (error as Error).message;
  return unusable(path, reason, reason);
}

function unusable(path: string, english: string, french: string): Failure {
  return new Failure('config', {
    en: {
      message: `${path}, which the config names as the schema of journals, can't be used: ${english}.`,
      help: `commit a JSON Schema (2020-12) without references to other files as ${path}, or remove the key "schema" from the config`,
    },
    fr: {
      message: `${path}, que la configuration désigne comme schéma des journaux, est inutilisable : ${french}.`,
      help: `commitez un schéma JSON (2020-12) sans référence à d’autres fichiers sous ${path}, ou retirez la clé « schema » de la configuration`,
    },
  });
}

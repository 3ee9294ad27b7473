import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';

const query = '?validator';
const prefix = '\0validator:';

/**
 * Compiles the JSON Schema at `path` to the source of an ES module whose default export validates.
 *
 * @throws where the file is no JSON Schema 2020-12 that ajv accepts in strict mode
 */
function compileValidator(path: string): string {
  const ajv = new Ajv2020({ allErrors: true, strict: true, code: { source: true, esm: true, lines: true } });
  addFormats.default(ajv, { formats: ['date-time'] });
  const schema = JSON.parse(readFileSync(path, 'utf8'));
  return importHelpers(appending(standalone.default(ajv, ajv.compile(schema))));
}

/**
 * ajv's code with one change: at each `$ref` the errors behind it are added to those before it, up to 1,000. ajv copies
 * both into a new list, so that a list of 100,000 wrong values would take minutes, and then 500 MB.
 */
function appending(code: string): string {
  const copies = /vErrors = vErrors === null \? (\S+) : vErrors\.concat\(\1\);/g;
  const helper =
    'function append(errors, more) { for (const error of more) if (errors.length < 1000) errors.push(error); return errors; }';
  return `${code.replace(copies, 'vErrors = vErrors === null ? $1 : append(vErrors, $1);')}\n${helper}\n`;
}

// ajv's ES modules still `require` its helpers: `const func1 = require("ajv/dist/runtime/ucs2length").default;`
function importHelpers(code: string): string {
  const imports: string[] = [];
  const body = code.replace(/require\("([^"]+)"\)(\.default)?/g, (_, specifier: string, isDefault?: string) => {
    const name = `helper${imports.length}`;
    imports.push(`import ${name} from '${specifier}.js';`);
    // vitest unwraps a CommonJS default, rolldown and Node do not.
    return isDefault ? `(${name}.default ?? ${name})` : name;
  });
  return [...imports, body].join('\n');
}

/** A rolldown and vite plugin: `import validate from './some.schema.json?validator'` gives the compiled validator. */
export function validatorPlugin() {
  return {
    name: 'validator',
    enforce: 'pre' as const,
    resolveId(source: string, importer: string | undefined) {
      if (!source.endsWith(`.json${query}`) || !importer) return null;
      const path = resolve(dirname(importer), source.slice(0, -query.length));
      // Bundlers take a name with `.json` for JSON, and only under `.mjs` import CommonJS as Node does.
      return `${prefix}${path.replace(/\.json$/, '.mjs')}`;
    },
    load(this: { addWatchFile(path: string): void }, id: string) {
      if (!id.startsWith(prefix)) return null;
      const path = id.slice(prefix.length).replace(/\.mjs$/, '.json');
      this.addWatchFile(path);
      return { code: compileValidator(path), moduleType: 'js' as const };
    },
  };
}

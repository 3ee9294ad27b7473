import { createRequire } from 'node:module';
import { defineConfig, type Plugin, type RolldownOptions } from 'rolldown';
import { licensesPlugin } from './scripts/licenses-plugin.ts';
import { validatorPlugin } from './scripts/validator-plugin.ts';

const require = createRequire(import.meta.url);
const licenses = licensesPlugin();

const shared: RolldownOptions = {
  platform: 'node',
  resolve: {
    // CommonJS can't be tree-shaken, and the `require` of UMD can't be followed. yaml keeps its ES modules from Node.
    mainFields: ['module', 'main'],
    alias: { yaml: require.resolve('yaml/package.json').replace('package.json', 'browser/dist/index.js') },
  },
};

// An `import()` would load Node's loader of ES modules, at 20 ms a start.
const noDynamicImport: Plugin = {
  name: 'no-dynamic-import',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk' && /\bimport\s*\(/.test(file.code))
        this.error(`${file.fileName} still has an import()`);
    }
  },
};

// V8 reads a file of nothing but ASCII faster. What lies beyond stands in texts and patterns alone.
const asciiOnly: Plugin = {
  name: 'ascii-only',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') file.code = file.code.replace(/[^\0-\x7f]/g, escaped);
    }
  },
};

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

export default defineConfig([
  {
    ...shared,
    input: { cli: 'src/cli.ts' },
    plugins: [validatorPlugin(), noDynamicImport, asciiOnly, licenses],
    output: {
      dir: 'dist',
      cleanDir: true,
      format: 'cjs',
      minify: true,
      dynamicImportInCjs: false,
      entryFileNames: '[name].cjs',
      // V8's cache of what it compiles goes by the name of a file.
      chunkFileNames: 'chunks/[name]-[hash].cjs',
      // What a commit hook runs, in one file: `main` with all that it imports. Each file more costs every commit half a
      // millisecond; `ucs2length`, which validators share, would be one where there is a config.
      codeSplitting: { groups: [{ name: 'hook', test: /src.main\.ts$|ucs2length/ }] },
    },
  },
  {
    ...shared,
    input: { index: 'src/index.ts' },
    plugins: [validatorPlugin(), licenses],
    output: { dir: 'dist', format: 'esm', chunkFileNames: 'chunks/[name].js' },
  },
]);

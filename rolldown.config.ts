import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'rolldown';
import { licensesPlugin } from './scripts/licenses-plugin.ts';
import { validatorPlugin } from './scripts/validator-plugin.ts';

const require = createRequire(import.meta.url);

/** The package's main entry is an ES module. It shares the program's code, so that nothing is shipped twice. */
const esEntry: Plugin = {
  name: 'es-entry',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'index.js', source: "export { check } from './index.cjs';\n" });
  },
};

export default defineConfig({
  input: { cli: 'src/cli.ts', index: 'src/index.ts' },
  platform: 'node',
  plugins: [validatorPlugin(), licensesPlugin(), esEntry],
  resolve: {
    // CommonJS can't be tree-shaken, so packages are taken from their ES modules; yaml hides its own from Node.
    mainFields: ['module', 'main'],
    alias: {
      yaml: require.resolve('yaml/package.json').replace('package.json', 'browser/dist/index.js'),
      debug: fileURLToPath(new URL('scripts/silent-debug.ts', import.meta.url)),
    },
  },
  output: {
    dir: 'dist',
    cleanDir: true,
    // CommonJS starts faster than ES modules; `import()` would load Node's loader of those, so it becomes `require`.
    format: 'cjs',
    dynamicImportInCjs: false,
    minify: true,
    entryFileNames: '[name].cjs',
    chunkFileNames: 'chunks/[name].cjs',
    // What every commit hook loads is one file: ten small ones cost each commit 3 ms.
    codeSplitting: { groups: [{ name: 'hook', test: /src.main\.ts$/ }] },
  },
});

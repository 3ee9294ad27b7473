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

export default defineConfig([
  {
    ...shared,
    input: { cli: 'src/cli.ts' },
    plugins: [validatorPlugin(), noDynamicImport, licenses],
    output: {
      dir: 'dist',
      cleanDir: true,
      format: 'cjs',
      minify: true,
      dynamicImportInCjs: false,
      entryFileNames: '[name].cjs',
      chunkFileNames: 'chunks/[name].cjs',
    },
  },
  {
    ...shared,
    input: { index: 'src/index.ts' },
    plugins: [validatorPlugin(), licenses],
    output: { dir: 'dist', format: 'esm', chunkFileNames: 'chunks/[name].js' },
  },
]);

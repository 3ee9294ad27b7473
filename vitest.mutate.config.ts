import { defineConfig } from 'vitest/config';
import { validatorPlugin } from './scripts/validator-plugin.ts';

/** The tests by which mutants are judged: those that run the sources, not the packed tarball. */
export default defineConfig({
  plugins: [validatorPlugin()],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [
      'test/e2e/**',
      'test/fuzz/**',
      'test/journal/history-naive.test.ts',
      'test/imports.test.ts',
      'test/readme.test.ts',
    ],
    testTimeout: 60_000,
  },
});

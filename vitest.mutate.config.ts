import { defineConfig } from 'vitest/config';
import { validatorPlugin } from './scripts/validator-plugin.ts';

/**
 * The tests by which mutants are judged: those that run the sources, not the packed tarball, and are quick, since each
 * mutant that survives runs all that reach it.
 */
export default defineConfig({
  plugins: [validatorPlugin()],
  test: {
    include: ['test/{facts,git,journal,range,rules,yaml}/**/*.test.ts', 'test/judge.test.ts'],
    exclude: ['test/journal/help-values.test.ts', 'test/journal/history-naive.test.ts'],
    testNamePattern: /^(?!.*(whatever the bytes|more errors than anybody reads|over 120,000))/,
    testTimeout: 60_000,
  },
});

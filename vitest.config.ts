import { defineConfig } from 'vitest/config';
import { validatorPlugin } from './scripts/validator-plugin.ts';

const shared = { plugins: [validatorPlugin()] };
const timeouts = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // Most tests wait for processes that they started.
    maxWorkers: 4,
    projects: [
      {
        ...shared,
        // No test alters what a module holds, and to import all of them anew for each file takes half of the time.
        test: { ...timeouts, isolate: false, name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/e2e/**'] },
      },
      {
        ...shared,
        // Only these pay for the build: they run the packed tarball, installed.
        test: { ...timeouts, name: 'e2e', include: ['test/e2e/**/*.test.ts'], globalSetup: 'test/packed-setup.ts' },
      },
    ],
  },
});

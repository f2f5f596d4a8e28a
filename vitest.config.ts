import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A property test over thousands of rubrics takes its time on a slow machine; a hang is still found.
    testTimeout: 120_000,
    // One process of modules for all files: nothing in the tests changes a global, and loading src once a file is half the time.
    isolate: false,
  },
});

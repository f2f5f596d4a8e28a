import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A property test over thousands of rubrics takes its time on a slow machine; a hang is still found.
    testTimeout: 120_000,
  },
});

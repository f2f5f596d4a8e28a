/** The tests that mutation testing runs (test/mutation.js): those of the room whose code is changed, but for the slow ones. */
import { defineConfig } from 'vitest/config';

const room = process.env['MUTATION_ROOM'] ?? '{model,rules,score,read}';

export default defineConfig({
  test: {
    include: [`test/${room}/**/*.test.ts`],
    // That time grows with the text alone takes seconds to see, and no mutant is seen by it alone; slow ones have their quick twin.
    exclude: ['**/*-linear.test.ts', '**/*-slow.test.ts', '**/node_modules/**'],
    testTimeout: 30_000,
    isolate: false,
  },
});

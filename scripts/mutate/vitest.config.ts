import { defineConfig } from 'vitest/config';

// The tests that must notice a planted mistake: those that stand beside what decides and what seals. Journeys and pages would find many
// of the same mistakes, an hour later.
export default defineConfig({
  test: {
    include: [
      'src/core/{policy,crypto}/*.test.ts',
      'src/modules/people/consent/*.test.ts',
      'src/modules/people/safe-contact/{may-contact,ways-to-reach}.test.ts',
    ],
    // It reads the sources themselves, which here are full of planted mistakes.
    exclude: ['src/modules/people/consent/only-way.test.ts'],
    globalSetup: ['tests/setup/global.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

import { defineConfig } from 'vitest/config';

// The tests beside what decides. They need no database, so that a thousand planted mistakes take minutes.
export default defineConfig({
  test: {
    include: [
      'src/core/policy/*.test.ts',
      'src/modules/people/consent/*.test.ts',
      'src/modules/people/safe-contact/{may-contact,ways-to-reach}.test.ts',
    ],
    // It reads the sources themselves, which here are full of planted mistakes.
    exclude: ['src/modules/people/consent/only-way.test.ts'],
  },
});

import { defineConfig } from 'vitest/config';

// Keys are kept in a database of their own: what seals is asked with PostgreSQL.
export default defineConfig({
  test: {
    include: ['src/core/crypto/*.test.ts'],
    globalSetup: ['tests/setup/global.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

import { defineConfig } from 'vitest/config';

// The books are asked with PostgreSQL. Their tests are gathered and run for each mistake in one process: to start one for each would take ten times as long.
export default defineConfig({
  plugins: [{
    name: 'gather-tests',
    enforce: 'pre',
    transform: (code: string, file: string) => (/\/modules\/ledger\/[a-z-]+\.test\.ts$/.test(file) ? code.replace(`import { expect, it } from 'vitest';`, `import { expect } from 'vitest'; import { it } from '/scripts/collected-tests.ts';`) : null),
  }],
  test: {
    include: ['scripts/mutate-ledger.ts'],
    globalSetup: ['tests/setup/global.ts'],
    maxWorkers: 1,
    env: { NODE_ENV: 'production', HADINA_LOG: 'silent' },
    dangerouslyIgnoreUnhandledErrors: true,
    testTimeout: 7_200_000,
  },
});

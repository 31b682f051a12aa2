import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import LongestFirst from './tests/setup/longest-first.ts';

/** Files that replace what they import, look at all that is loaded, or do the jobs of a whole house: in a process of many they would change what others see. */
const alone = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((file) => join('src', file))
  .filter((file) => /\.test\.tsx?$/.test(file) && /\bvi\.mock\(|\ballActions\(\)|\bstartWork\(/.test(readFileSync(file, 'utf8')));

const everywhere = { pool: 'forks', maxWorkers: 2, testTimeout: 60_000, hookTimeout: 120_000, env: { NODE_ENV: 'production', HADINA_LOG: 'silent' } } as const;

// React is loaded as it runs for people: checking each element for whoever develops makes a page take twice as long.
// Tests of the modules share the process of their worker, so that what they import is loaded once: half the time of the suite.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', development: false } },
  test: {
    globalSetup: ['tests/setup/global.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { ...everywhere, name: 'alone', include: ['tests/**/*.test.{ts,tsx}', 'demo/**/*.test.ts', ...alone] } },
      { extends: true, test: { ...everywhere, name: 'together', isolate: false, include: ['src/**/*.test.{ts,tsx}'], exclude: alone } },
    ],
  },
});

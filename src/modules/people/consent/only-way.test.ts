import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '#core/project-root.ts';

/** Sources of the house that name the table of answers in a statement. */
const readers = (readdirSync(join(projectRoot(), 'src'), { recursive: true }) as string[])
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.startsWith('apps/trust/'))
  .filter((file) => /'people\.consent'|\b(?:from|join|into|update) people\.consent\b/.test(readFileSync(join(projectRoot(), 'src', file), 'utf8')));

it('nobody outside the module of persons reads answers: every use asks consentHolding', () => {
  expect(readers.length).toBeGreaterThan(5);
  expect(readers.filter((file) => !file.startsWith('modules/people/'))).toEqual([]);
});

it('inside it, one file alone decides whether a consent holds', () => {
  const deciding = readers.filter((file) => /withdrawn_at['"]?, 'is', null|withdrawn_at is null/.test(readFileSync(join(projectRoot(), 'src', file), 'utf8')));
  // Taking back, the nightly note of ends and the list of ends write or list; none of them lets anybody use anything.
  expect(deciding.map((file) => file.split('/').at(-1)).sort()).toEqual(['end-consents.ts', 'ending-consents.query.ts', 'withdraw-consent.ts']);
});

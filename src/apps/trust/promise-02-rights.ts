import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#core/project-root.ts';
import { allRules } from '#core/policy/rule.ts';
import { accessMatrix } from './authz/access-matrix.ts';
import { noneOf, type TrustPromise } from './promise.ts';

export const rightsPromise: TrustPromise = {
  number: 2,
  name: 'rights',
  title: 'no right changes in silence: every rule stands in docs/access-matrix.md as it is',
  run: async () => noneOf('rules changed without a word', allRules().length, changes(await committed(), accessMatrix()), 1),
  plantedFault: async () => {
    const [first, ...rest] = allRules().filter(({ roles }) => roles.length > 0);
    const widened = accessMatrix([...allRules().filter((rule) => rule !== first), { ...first!, roles: [...first!.roles, 'visitor'] }]);
    return changes(accessMatrix(), widened).length > 0 && rest.length > 0;
  },
};

const committed = (): Promise<string> => readFile(join(projectRoot(), 'docs', 'access-matrix.md'), 'utf8').catch(() => '');

/** Lines that differ between what was read and what is. */
function changes(before: string, now: string): string[] {
  const [old, current] = [new Set(before.split('\n')), new Set(now.split('\n'))];
  return [
    ...[...current].filter((line) => line.startsWith('| `') && !old.has(line)).map((line) => `now:    ${line}`),
    ...[...old].filter((line) => line.startsWith('| `') && !current.has(line)).map((line) => `before: ${line}`),
  ];
}

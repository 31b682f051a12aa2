import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What the linter says; nothing when it finds nothing, not even a warning. */
const lint = (...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/biome', ['lint', '--error-on-warnings', '--max-diagnostics=20', ...args], { encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}${stderr}`;
};

test('the linter finds nothing, warnings included', () => {
  expect(lint('src', 'tests', 'demo', 'bench', 'scripts')).toBe('');
});

test('and finds what was planted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hadina-lint-'));
  writeFileSync(join(folder, 'planted.ts'), "import { join } from 'node:path';\nexport const one = 1;\n");
  expect(lint('--vcs-enabled=false', `--config-path=${process.cwd()}`, folder)).toContain('noUnusedImports');
});

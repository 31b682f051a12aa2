import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';

// The whole suite. What could not run here and what failed are named again at the end, where a long run is read; the last line is the count.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
prepare();
const folder = mkdtempSync(join(tmpdir(), 'hadina-test-'));
const results = join(folder, 'results.json');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${results}`, ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production', HADINA_LOG: 'silent' } },
);
if (!existsSync(results)) {
  process.stdout.write('0 passed, 1 failed, 0 skipped\n');
  process.exit(1);
}
const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(results, 'utf8'));
rmSync(folder, { recursive: true });
const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
const leftOut = tests.filter((test) => test.status === 'pending' || test.status === 'skipped' || test.status === 'todo');
const brokenFiles = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
for (const file of brokenFiles) process.stdout.write(`Could not be read: ${file.name.replace(`${root}/`, '')}\n`);
for (const file of testResults) {
  for (const test of file.assertionResults.filter(({ status }) => status === 'failed')) {
    process.stdout.write(`Failed: ${file.name.replace(`${root}/`, '')}: ${test.fullName}: ${test.failureMessages.join(' ').split('\n')[0]}\n`);
  }
}
for (const test of leftOut) process.stdout.write(`Left out: ${test.fullName}\n`);
const failed = numFailedTests + brokenFiles.length;
process.stdout.write(`${numPassedTests} passed, ${failed} failed, ${leftOut.length} skipped\n`);
process.exit(status === 0 && failed === 0 ? 0 : 1);

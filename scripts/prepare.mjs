import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBuilt } from './build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Makes a clone ready to run: installs the packages that are missing and builds what changed. Stops with a sentence if it cannot. */
export function prepare() {
  const built = isBuilt();
  if (!isInstalled({ withDevelopment: !built })) install();
  if (!built) run('Building Hadina …', process.execPath, [join(root, 'scripts', 'build.mjs')]);
}

// Installed means: every package of package-lock.json lies in node_modules in that version. What is only for
// development is needed to build, not to run; what is optional may be missing on this machine.
function isInstalled({ withDevelopment }) {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const there = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, dev }]) =>
      path === '' || optional || devOptional || (dev && !withDevelopment) || there[path]?.version === version,
  );
}

function packagesOf(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : {};
}

function install() {
  // What builds the product is wanted too, also where NODE_ENV says production.
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) run('Installing packages …', process.execPath, [npm, ...args]);
  else run('Installing packages …', process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}

function run(what, program, args) {
  process.stderr.write(`${what}\n`);
  // Everything it says goes to the error stream: the output of `hadina --json` stays clean.
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: program.endsWith('.cmd'),
  });
  if (status === 0) return;
  process.stderr.write(`${what} failed${error ? `: ${error.message}` : ''}\n`);
  process.exit(1);
}

import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { prepare } from './prepare.mjs';

/**
 * Runs the `hadina` command with the given words, after making the clone ready. It runs in this very process,
 * so that every signal reaches it and no second Node takes memory.
 */
export async function runHadina(words) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    process.stderr.write(`Hadina needs Node 20.19 or newer; this is ${process.version}.\n`);
    process.exit(2);
  }
  prepare();
  // React checks every element it makes unless it is told that nobody develops here: a page would take twice as long.
  process.env.NODE_ENV ??= 'production';
  const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist');
  const program = join(dist, 'hadina.js');
  // Node 22 and newer keep what they compiled: a quarter of a command's start. Where the folder cannot be written, they do without.
  module.enableCompileCache?.(join(dist, 'compiled'));
  process.setSourceMapsEnabled(true);
  process.argv = [process.argv[0], program, ...words];
  await import(pathToFileURL(program).href);
}

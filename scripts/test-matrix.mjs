import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from './postgres-server.mjs';

// The suite again on the other versions people run: the floor of the house on Node 22 with the embedded engine, Node 24 with a PostgreSQL 15
// server behind DATABASE_URL, and what tests the embedded engine on Node 24 too. What tells nothing about them is run once, by the ordinary suite:
// journeys in a browser and the shape of the sources.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'hadina', 'nodes');
const always = ['tests/journeys/**', 'tests/shape/**'];
const keeping = 'tests/keeping';
const embedded = ['tests/database', 'tests/command', keeping];
// Node 20 and 24 run everything; between them, what stands on Node itself and how a house is started.
const ofNode = ['src/core', 'src/apps'];
const postgres = process.env.HADINA_POSTGRES_15 ?? '/usr/lib/postgresql/15/bin';

const lines = [];
lines.push(await run('Node 22', nodeOf(22), { only: [...embedded.filter((folder) => folder !== keeping), ...ofNode] }));
lines.push(await run('Node 24, the embedded engine', nodeOf(24), { only: embedded }));
lines.push(await onServer(nodeOf(24)));
process.stdout.write(`\n${lines.map(({ text, failed }) => [...failed, text].join('\n')).join('\n')}\n`);
process.exit(lines.every(({ clean }) => clean) ? 0 : 1);

/** A Node of this major version as its npm package brings it; no install script runs. Kept for the next time. */
function nodeOf(major) {
  const folder = join(cache, `${process.platform}-${process.arch}-${major}`);
  const node = join(folder, 'package', 'bin', 'node');
  if (existsSync(node)) return node;
  mkdirSync(folder, { recursive: true });
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}@${major}`;
  execFileSync('npm', ['pack', name, '--pack-destination', folder, '--silent'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const file = readdirSync(folder).find((one) => one.endsWith('.tgz'));
  execFileSync('tar', ['-xzf', join(folder, file), '-C', folder]);
  rmSync(join(folder, file));
  return node;
}

async function onServer(node) {
  const server = await startServer(postgres);
  try {
    return await run('Node 24 with PostgreSQL 15', node, { without: [...always, ...embedded.map((folder) => `${folder}/**`)], more: { DATABASE_URL: server.url } });
  } finally {
    await server.stop();
  }
}

/** Runs the suite without some folders, or some folders of it only; clean when nothing failed and nothing else was left out. */
function run(name, node, { without = [], only = [], more = {} }) {
  const began = Date.now();
  process.stdout.write(`\n${name} …\n`);
  return new Promise((done) => {
    const child = spawn(node, [join(root, 'scripts', 'test.mjs'), ...only, ...without.flatMap((folder) => ['--exclude', folder])], {
      cwd: root, env: { ...process.env, ...more }, stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      process.stdout.write(text);
    });
    child.once('close', (code) => {
      const count = said.trimEnd().split('\n').at(-1);
      const failed = said.split('\n').filter((line) => line.startsWith('Failed: '));
      const clean = code === 0 && /^[1-9]\d* passed, 0 failed, 0 skipped$/.test(count);
      const minutes = ((Date.now() - began) / 60_000).toFixed(1);
      done({ clean, failed, text: `${name}: ${count} in ${minutes} min; ${only.length ? `only ${only.join(', ')}` : `not here: ${without.join(', ')}`}` });
    });
  });
}

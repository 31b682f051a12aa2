import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'dist', 'build.json');
const sources = ['src', 'migrations', 'demo', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** Whether the built program in dist was made from exactly the sources that lie here now. */
export function isBuilt() {
  return existsSync(stamp) && JSON.parse(readFileSync(stamp, 'utf8')).sources === sourceHash();
}

/** Builds dist/hadina.js, one file for Node with the packages left outside, and the assets of the pages. */
export async function build() {
  const made = sourceHash();
  rmSync(stamp, { force: true });
  mkdirSync(dirname(stamp), { recursive: true });
  const esbuild = await import('esbuild');
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: { hadina: 'src/apps/cli/main.ts' },
    outdir: 'dist',
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    sourcemap: true,
    charset: 'utf8',
    logLevel: 'warning',
  });
  await buildPageAssets();
  writeFileSync(stamp, JSON.stringify({ sources: made }));
}

async function buildPageAssets() {
  const { buildAssets } = await import('./build-assets.mjs');
  await buildAssets(join(root, 'dist', 'assets'));
}

// By content, not by date: a fresh clone and a copied folder have any date.
function sourceHash() {
  const hash = createHash('sha256');
  for (const path of sources) addToHash(hash, path);
  return hash.digest('hex');
}

function addToHash(hash, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  const entries = readdirIfFolder(full);
  if (entries) for (const name of entries.sort()) addToHash(hash, `${path}/${name}`);
  else hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
}

function readdirIfFolder(path) {
  try {
    return readdirSync(path);
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await build();

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'dist', 'build.json');
const sources = ['src', 'migrations', 'demo', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** Whether the built program in dist was made from exactly the sources that lie here now. */
export function isBuilt() {
  return existsSync(stamp) && JSON.parse(readFileSync(stamp, 'utf8')).sources === sourceHash();
}

/** Builds dist/hadina.js for Node with the packages left outside, and the assets of the pages. */
export async function build() {
  const made = sourceHash();
  const before = existsSync(stamp) ? (JSON.parse(readFileSync(stamp, 'utf8')).parts ?? []) : [];
  rmSync(stamp, { force: true });
  mkdirSync(dirname(stamp), { recursive: true });
  const esbuild = await import('esbuild');
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: { hadina: 'src/apps/cli/main.ts' },
    outdir: 'dist',
    bundle: true,
    // What a command does not need is not read by it: parts loaded when first used are files of their own.
    splitting: true,
    entryNames: '[name]',
    chunkNames: 'part-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    sourcemap: true,
    sourcesContent: false,
    minifyWhitespace: true,
    charset: 'utf8',
    metafile: true,
    logLevel: 'warning',
  });
  await buildPageAssets();
  const parts = Object.keys(metafile.outputs).map((path) => basename(path)).filter((name) => /^part-\w+\.js$/.test(name));
  // A house that runs still asks for parts of the build it began with; those of the build before that are asked for by nobody.
  for (const name of readdirSync(dirname(stamp)).filter((each) => each.startsWith('part-'))) {
    if (![...before, ...parts].includes(name.replace(/\.map$/, ''))) rmSync(join(dirname(stamp), name));
  }
  rmSync(join(dirname(stamp), 'compiled'), { recursive: true, force: true });
  writeFileSync(stamp, JSON.stringify({ sources: made, parts }));
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

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { projectRoot } from '#core/project-root.ts';
import type { AssetHrefs } from '#ui/view.ts';

/** One file sent to browsers, ready in the three ways they may ask for it. */
export interface AssetFile {
  readonly type: string;
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

export interface Assets {
  readonly hrefs: AssetHrefs;
  /** By file name, as it stands after `/assets/`. The name holds a hash: it may be kept for good. */
  readonly files: ReadonlyMap<string, AssetFile>;
}

interface Bundled {
  readonly key: string;
  readonly file: string;
  readonly text: string;
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/**
 * The style sheet, scripts and icons: read from `dist/assets` when Hadina was built, made in memory when it runs from its
 * sources. Compressed once.
 */
export async function loadAssets(): Promise<Assets> {
  const folder = join(projectRoot(), 'dist', 'assets');
  const runsFromSources = import.meta.url.endsWith('.ts');
  const bundled = runsFromSources || !existsSync(join(folder, 'manifest.json')) ? await madeNow() : readFrom(folder);
  return {
    hrefs: Object.fromEntries(bundled.map(({ key, file }) => [key, `/assets/${file}`])) as unknown as AssetHrefs,
    files: new Map(bundled.map(({ file, text }) => [file, compressed(file, text)])),
  };
}

function readFrom(folder: string): Bundled[] {
  const manifest: Record<string, string> = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  return Object.entries(manifest).map(([key, file]) => ({ key, file, text: readFileSync(join(folder, file), 'utf8') }));
}

/** The path is worked out at run time so that the bundler of the server does not pull the bundler itself in. */
async function madeNow(): Promise<Bundled[]> {
  const script = pathToFileURL(join(projectRoot(), 'scripts', 'build-assets.mjs')).href;
  return (await import(script)).bundleAssets();
}

function compressed(file: string, text: string): AssetFile {
  const plain = Buffer.from(text);
  return {
    type: types[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
    plain,
    br: brotliCompressSync(plain),
    gzip: gzipSync(plain),
  };
}

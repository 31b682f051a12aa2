import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const web = fileURLToPath(new URL('../src/apps/web/', import.meta.url));

/** What browsers load, by the name src/apps/web/assets.ts asks for. */
const sources = {
  css: { file: 'styles/hadina.css', name: 'hadina', ext: 'css' },
  enhance: { file: 'islands/enhance.ts', name: 'enhance', ext: 'js' },
  print: { file: 'islands/print.ts', name: 'print', ext: 'js' },
  passkey: { file: 'islands/passkey.ts', name: 'passkey', ext: 'js' },
  autosave: { file: 'islands/autosave.ts', name: 'autosave', ext: 'js' },
  offlineTill: { file: 'islands/offline-till.ts', name: 'till', ext: 'js' },
  offlineWorker: { file: 'islands/offline-worker.ts', name: 'worker', ext: 'js' },
  quickExit: { file: 'islands/quick-exit.ts', name: 'exit', ext: 'js' },
  icon: { file: 'styles/icon.svg', name: 'icon', ext: 'svg' },
  neutralIcon: { file: 'styles/neutral-icon.svg', name: 'page', ext: 'svg' },
};

/** The style sheet, scripts and icons, minified, each under a file name with a hash of its content. `[{ key, file, text }]` */
export async function bundleAssets() {
  return Promise.all(
    Object.entries(sources).map(async ([key, { file, name, ext }]) => {
      const text = await contentOf(join(web, file), ext);
      const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
      return { key, file: `${name}.${hash}.${ext}`, text };
    }),
  );
}

/** Writes the assets and `manifest.json` (name → file) into a folder. Returns the manifest. */
export async function buildAssets(outDir) {
  const assets = await bundleAssets();
  await mkdir(outDir, { recursive: true });
  for (const { file, text } of assets) await writeFile(join(outDir, file), text);
  const manifest = Object.fromEntries(assets.map(({ key, file }) => [key, file]));
  await writeFile(join(outDir, 'manifest.json'), JSON.stringify(manifest, null, 2));
  return manifest;
}

async function contentOf(path, ext) {
  if (ext === 'svg') return (await readFile(path, 'utf8')).trim();
  const result = await build({
    entryPoints: [path],
    bundle: true,
    minify: true,
    write: false,
    format: ext === 'js' ? 'iife' : undefined,
    target: ['es2022', 'chrome99', 'firefox97', 'safari15.4'],
    logLevel: 'silent',
  });
  return result.outputFiles[0].text.trim();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(await buildAssets(fileURLToPath(new URL('../dist/assets/', import.meta.url))));
}

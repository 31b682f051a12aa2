// Run by tsx: writes every kind of page in Arabic, French and English, light and dark, with its assets, to look at.
// npx tsx scripts/specimen.mjs [folder]   (default: screenshots/specimen)
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderPage } from '../src/ui/render.ts';
import { specimenPages } from '../src/ui/specimen-pages.tsx';
import { buildAssets } from './build-assets.mjs';

const folder = process.argv[2] ?? 'screenshots/specimen';
const manifest = await buildAssets(join(folder, 'assets'));
const assets = Object.fromEntries(Object.entries(manifest).map(([key, file]) => [key, `assets/${file}`]));

await mkdir(folder, { recursive: true });
for (const lang of ['ar', 'fr', 'en']) {
  for (const theme of ['light', 'dark']) {
    for (const [audience, page] of Object.entries(specimenPages(lang, assets, theme))) {
      await writeFile(join(folder, `${audience}.${lang}.${theme}.html`), renderPage(page));
    }
  }
}
console.log(`Written to ${folder}`);

import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { bundleAssets } from '../../scripts/build-assets.mjs';

/** Bytes each asset may weigh, before and after brotli for a phone on prepaid data. */
const budget: Record<string, { plain: number; brotli: number }> = {
  css: { plain: 25_000, brotli: 12_000 },
  enhance: { plain: 2048, brotli: 1200 },
  print: { plain: 512, brotli: 300 },
  passkey: { plain: 9_500, brotli: 3_500 },
  autosave: { plain: 2048, brotli: 1000 },
  offlineTill: { plain: 9_500, brotli: 3_700 },
  offlineWorker: { plain: 1024, brotli: 500 },
  quickExit: { plain: 1024, brotli: 600 },
  icon: { plain: 1024, brotli: 600 },
  neutralIcon: { plain: 512, brotli: 400 },
};

it('assets weigh no more than prepaid data allows', async () => {
  const assets: { key: string; file: string; text: string }[] = await bundleAssets();
  expect(assets.map(({ key }) => key).sort()).toEqual(Object.keys(budget).sort());
  for (const { key, file, text } of assets) {
    expect(Buffer.byteLength(text), file).toBeLessThanOrEqual(budget[key]!.plain);
    expect(brotliCompressSync(text).length, file).toBeLessThanOrEqual(budget[key]!.brotli);
    expect(file).toMatch(/^[a-z]+\.[0-9a-f]{10}\.(css|js|svg)$/);
  }
});

import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { type Lang, localeOf } from '#core/words/locale.ts';
import { Funnel } from '#ui/chart/funnel.tsx';
import { TargetBars } from '#ui/chart/target-bars.tsx';
import { TileMap } from '#ui/chart/tile-map.tsx';
import { Trend } from '#ui/chart/trend.tsx';
import type { View } from '#ui/view.ts';
import { noBrowser, openBrowser } from './browser.ts';

const hostile = '<script>alert(1)</script>"\' \u202Eمكتوب بالعكس';
const names = ['سيدي بوزيد', 'الجمعية التونسية للتنمية الاجتماعية والتضامنية بالمناطق الريفية والداخلية', hostile, 'Gouvernorat de Sidi Bouzid et de ses délégations les plus éloignées', 'WWWWWWWWWWWWWWWWWWWWWW', 'ﷺﷺﷺﷺﷺﷺﷺﷺ', ''];
const viewIn = (lang: Lang): View => ({
  locale: localeOf(lang, 'TN'), terms: {}, path: '/boards', search: '', csrf: 't', nonce: 'n', audience: 'staff', nav: [], languages: [],
  assets: { css: '', enhance: '', print: '', passkey: '', autosave: '', offlineTill: '/t', offlineWorker: '/o', quickExit: '', icon: '', neutralIcon: '' },
});
const format = (value: number | null) => (value === null ? 'محجوب' : value.toLocaleString('ar-TN'));

/** Every picture with every name as a label and very large, small, kept-back and missing numbers. */
function pictures(view: View): readonly ReactElement[] {
  const values = [123_456_789, null, 5, 0, 98_765, 7, 12_000];
  const labels = { what: 'ماذا', actual: 'تحقق', target: 'الهدف', original: 'الأول', step: 'المرحلة', value: 'الرقم', month: 'الشهر', place: 'المكان' };
  const each = names.map((label, at) => ({ key: String(at), label, value: values[at]! }));
  const twelve = Array.from({ length: 12 }, (_, at) => ({ key: `m${at}`, label: names[at % names.length]!, short: names[at % names.length]!, value: values[at % values.length]!, closed: at < 3 }));
  return [
    <TargetBars key="a" view={view} title={hostile} labels={labels} bars={each.map((one) => ({ ...one, actual: one.value, target: 20, original: 12, atLeast: true }))} actualText={({ actual }) => format(actual)} format={format} />,
    <Funnel key="b" view={view} title={hostile} labels={labels} steps={each} format={format} />,
    <Trend key="c" view={view} title={hostile} labels={labels} points={twelve} format={format} />,
    <TileMap key="d" view={view} title={hostile} labels={labels} tiles={each.map((one, at) => ({ ...one, column: at % 5, row: Math.floor(at / 5), value: at === 3 ? undefined : one.value }))} format={format} />,
  ];
}

it.each(['ar', 'fr'] as const)('writes hostile labels as words and never as markup, in every picture (%s)', (lang) => {
  for (const picture of pictures(viewIn(lang))) {
    const html = renderToStaticMarkup(picture);
    expect([html.includes('<script'), html.includes('&lt;script&gt;'), html.includes('<table>')]).toEqual([false, true, true]);
  }
});

it.skipIf(noBrowser)(`keeps every word inside its tile or month and off the next one, measured in a browser ${noBrowser ?? ''}`, async () => {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    for (const lang of ['ar', 'fr'] as const) {
      await page.setContent(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><body style="font-family:sans-serif">${pictures(viewIn(lang)).map((one) => renderToStaticMarkup(one)).join('')}</body></html>`);
      const found = await page.evaluate(() => {
        const faults: string[] = [];
        for (const svg of document.querySelectorAll<SVGSVGElement>('svg[viewBox]')) {
          const whole = svg.viewBox.baseVal;
          const boxes = [...svg.querySelectorAll('text')].filter((text) => text.textContent).map((text) => ({ text: text.textContent!, box: text.getBBox(), tile: text.parentElement!.querySelector('title') ? text.parentElement!.querySelector('rect')!.getBBox() : whole }));
          boxes.forEach(({ text, box, tile }, at) => {
            if (box.x < tile.x - 1 || box.x + box.width > tile.x + tile.width + 1) faults.push(`outside: ${text}`);
            for (const other of boxes.slice(at + 1)) {
              const beside = box.x + box.width <= other.box.x + 0.5 || other.box.x + other.box.width <= box.x + 0.5;
              // Letters of two lines come nearer than their boxes, which hold room for accents.
              const apart = Math.abs(box.y + box.height / 2 - other.box.y - other.box.height / 2) >= 10;
              if (!beside && !apart) faults.push(`over each other: ${text} · ${other.text}`);
            }
          });
        }
        return { faults, words: document.querySelectorAll('svg text').length, script: document.querySelector('script') !== null };
      });
      expect([lang, found.faults, found.script]).toEqual([lang, [], false]);
      expect(found.words).toBeGreaterThan(20);
    }
  } finally {
    await browser.close();
  }
});

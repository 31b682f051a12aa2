import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { printPdf } from '#core/print/print-pdf.ts';
import { localeOf, type Lang } from '#core/words/locale.ts';
import { Num } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Icon } from '#ui/icon.tsx';
import { Phone } from '#ui/phone.tsx';
import { PrintSheet } from '#ui/print-sheet.tsx';
import { Qr } from '#ui/qr.tsx';
import { renderPage } from '#ui/render.ts';
import { Steps } from '#ui/steps.tsx';
import type { View } from '#ui/view.ts';
import { linesOfPdf } from '#tests/fixtures/lines-of-pdf.ts';
import { sheetOfHtml } from './sheet-of-html.ts';

const assets = { css: '/a.css', enhance: '/e.js', print: '/p.js', passkey: '/k.js', autosave: '/s.js', offlineTill: '/t', offlineWorker: '/o', quickExit: '/x.js', icon: '/i.svg', neutralIcon: '/n.svg' };
const viewIn = (lang: Lang): View => ({
  locale: localeOf(lang, 'TN'), terms: {}, path: '/slip/print', search: '', csrf: '', nonce: 'n', audience: 'print', nav: [], languages: [], assets,
});

const sentence: Record<'ar' | 'fr' | 'en', string> = { ar: 'الملف', fr: 'Dossier', en: 'File' };

const slip = (lang: 'ar' | 'fr' | 'en'): ReactElement => {
  const view = viewIn(lang);
  return (
    <PrintSheet view={view} title={lang === 'ar' ? 'ورقة التوجيه' : 'Fiche'} code={<Qr text="https://hadina.example/s/K7Q4" label="QR" />} printedAt={new Date('2026-11-21T09:35:00Z')}>
      <p className="next-step"><Icon name="pin" /> <Bdi lang={lang}>{sentence[lang]}</Bdi></p>
      <p>{sentence[lang]} <Ltr>2026/148</Ltr></p>
      <p><Icon name="phone" /> <Phone view={view} number="+21622345678" /></p>
      <p>{sentence[lang]} <Num view={view} value={36000} /> ({sentence[lang]})</p>
      <p>{sentence[lang]} <Bdi>30 %</Bdi></p>
      <ul><li><Bdi lang="fr">Carte d’identité &amp; photo</Bdi></li></ul>
      <Steps view={view} label="road" steps={[{ key: 'a', label: sentence[lang], state: 'done' }, { key: 'b', label: sentence[lang], state: 'next' }]} />
      <form><button type="submit">never printed</button></form>
    </PrintSheet>
  );
};

describe.each(['ar', 'fr', 'en'] as const)('a sheet set as PDF in %s', (lang) => {
  it('keeps numbers, phones and file numbers in the order one writes them', async () => {
    const pdf = Buffer.from(await printPdf(sheetOfHtml(renderPage(slip(lang)))));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const lines = linesOfPdf(pdf).map((line) => line.replace(/[\u00a0\u202f]/g, ' '));
    const seen = lines.join('\n');
    for (const written of ['2026/148', '+216 22 345 678', '30 %']) expect(seen).toContain(written);
    expect(seen).toMatch(/36[ .,]000/);
    expect(seen).not.toContain('never printed');
  });

  it('says its language and title in the file', async () => {
    const pdf = Buffer.from(await printPdf(sheetOfHtml(renderPage(slip(lang))))).toString('latin1');
    expect(pdf).toContain(`/Lang (${lang})`);
    expect(pdf).toMatch(/\/Title /);
  });
});

it('puts the words of a right-to-left line on the right, the number on their left', async () => {
  const lines = linesOfPdf(Buffer.from(await printPdf(sheetOfHtml(renderPage(slip('ar'))))));
  const line = lines.find((one) => one.includes('2026/148'))!;
  // What lies leftmost on the paper comes first here: the number, then the word.
  expect(line.indexOf('2026/148')).toBeLessThan(line.search(/[\u0600-\u06ff]/));
});

it('reads markup in its data as words', async () => {
  const hostile = '#import "/etc/passwd": * $x$ <b>"\\';
  const html = renderPage(<PrintSheet view={viewIn('fr')} title="T"><p><Bdi>{hostile}</Bdi></p></PrintSheet>);
  expect(sheetOfHtml(html).lines[0]!.runs[0]!.words).toBe(hostile);
  expect(linesOfPdf(Buffer.from(await printPdf(sheetOfHtml(html)))).join(' ')).toContain('#import "/etc/passwd"');
});

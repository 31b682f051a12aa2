import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { judgeReport } from '#apps/cli/verify-report.ts';
import { linesOfPdf } from '#tests/fixtures/lines-of-pdf.ts';
import { lastMonth, medtownByHand, medtownWorld, monthBefore, seal, sealerOf } from '#tests/fixtures/medtown-report.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { textOfDocx } from '#tests/fixtures/text-of-docx.ts';
import { noBrowser, openBrowser } from './browser.ts';
import { closedTo, type Hands, openHands, picture } from './hands.ts';

let given: Awaited<ReturnType<typeof medtownWorld>>;
let web: Web;
let browser: Browser;
let server: Awaited<ReturnType<Web['listen']>>;

beforeAll(async () => {
  if (noBrowser) return;
  given = await medtownWorld();
  web = await openWeb(given.world);
  server = await web.listen();
  browser = await openBrowser();
}, 180_000);
afterAll(async () => { await browser?.close(); await server?.stop(); });

/** What MedTOWN promised, in Arabic as the page says it, in the order of the set. */
const names: Readonly<Record<keyof typeof medtownByHand, string>> = {
  'people-involved': 'أشخاص معنيون بخدمات اجتماعية أفضل', 'agreements-in-force': 'اتفاقيات بين الإدارات والأطراف المعنية', 'job-opportunities': 'فرص عمل', 'study-visits': 'زيارات دراسية',
  recommendations: 'توصيات سياسية وتنظيمية', studies: 'دراسات بحثية', pilots: 'مشاريع تجريبية', 'professionals-trained': 'أخصائيون اجتماعيون وأعوان الخطوط الأمامية المكوّنون',
};
const rows = async ({ page }: Hands) => (await page.locator('main table').first().locator('tbody tr').allInnerTexts()).map((text) => text.replace(/[\u2066-\u2069\u200e\u200f\u00a0]/g, '').replace(/(\d)[.,](\d{3})/g, '$1$2'));
const download = async ({ page }: Hands, address: string): Promise<Buffer> => {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator(`main a[href="${address}"]`).first().click()]);
  const parts: Buffer[] = [];
  for await (const part of await file.createReadStream()) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

it.skipIf(noBrowser)(`G8: eight targets with target, actual and evidence; what does not count says why; the report in three languages; every number opens to its proof${noBrowser ? ` (left out: ${noBrowser})` : ''}`, async () => {
  const { world, manager, donor } = given;
  const hand = await openHands(browser, { origin: server.origin, web, actor: manager });
  await hand.begin('/reports');
  await hand.press('main a[href="/reports/new"]');
  await hand.send({ template: 'medtown', from: monthBefore, to: lastMonth });
  await hand.send({
    'titles.ar': 'تقرير إلى الممول', 'titles.fr': 'Rapport au bailleur', 'titles.en': 'Report to the donor',
    'sections.0.words.ar': 'وقّعت بلدية اتفاقيتها.', 'sections.0.words.fr': 'Une commune a signé sa convention.', 'sections.0.words.en': 'One municipality signed its agreement.',
  });
  const report = hand.at();
  expect(await hand.reads()).toContain('مسودة');
  await hand.press(`main form[action="${report}/freeze"] button`);
  await picture(hand, 'g8-report-ar');

  const lines = await rows(hand);
  for (const [code, { target, reached }] of Object.entries(medtownByHand) as [keyof typeof names, { target: number; reached: number }][]) {
    const line = lines.find((one) => one.includes(names[code]))!;
    expect([code, new RegExp(`(^|\\D)${target}(\\D|$)`).test(line), new RegExp(`(^|\\D)${reached}(\\D|$)`).test(line), /[0-9a-f]{12}/.test(line)]).toEqual([code, true, true, true]);
  }
  const excluded = (await hand.page.locator('main table').nth(1).locator('tbody tr').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  for (const code of ['agreements-in-force', 'study-visits', 'recommendations'] as const) expect(excluded.find((one) => one.includes(names[code]))).toContain('بدأ ولم يكتمل بعد');

  // Every number leads to its proof, and from there to the events, or to what was stated and where its paper lies.
  const proofs = await hand.page.locator('main a[href*="/numbers/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  expect(proofs).toHaveLength(10);
  for (const proof of proofs) {
    await hand.begin(proof);
    const said = await hand.reads();
    expect([proof, said.includes(`hadina verify figure ${proof.slice(-12)}`)]).toEqual([proof, true]);
    const events = hand.page.locator('main a[href*="/events?"]');
    if (await events.count()) await hand.press('main a[href*="/events?"]');
    else expect(said).toContain('Dossier 4');
  }

  await hand.begin(report);
  const ids = proofs.map((proof) => proof.slice(-12));
  for (const [lang, words] of [['fr', 'Une commune a signé sa convention.'], ['en', 'One municipality signed its agreement.'], ['ar', 'وقّعت بلدية اتفاقيتها.']] as const) {
    const { text } = await textOfDocx(await download(hand, `${report}/print.docx?lang=${lang}`));
    expect([lang, text.includes(words), ids.filter((id) => !text.includes(id))]).toEqual([lang, true, []]);
    const pdf = linesOfPdf(Buffer.from(await (await web.get(`${report}/print.pdf?lang=${lang}`, manager)).arrayBuffer()));
    expect([lang, ids.filter((id) => !pdf.some((line) => line.includes(id)))]).toEqual([lang, []]);
    if (lang !== 'ar') expect(pdf.join(' ')).toContain(words);
  }

  await hand.begin(`${report}/deliver`);
  await hand.send({ reader: donor.account! });
  expect(await hand.reads()).toContain('Donatella Greco');
  await seal(world);
  const verdict = await judgeReport({ house: world.house, sealer: sealerOf(world), signing: sealerOf(world).key }, report.slice(-36));
  expect([verdict.numbers, verdict.broken, verdict.chain.broken]).toEqual([10, null, null]);

  const reader = await openHands(browser, { origin: server.origin, web, actor: donor, width: 360 });
  await reader.begin('/reports/delivered');
  await reader.press('main a.row-link');
  const told = await rows(reader);
  expect(told.find((one) => one.includes(names['people-involved']))).toContain('20 على الأقل');
  expect(told.find((one) => one.includes(names.studies))).toMatch(/(^|\D)1(\D|$)/);
  await picture(reader, 'g8-delivered-360-ar');
  await reader.press('main a[href*="/numbers/"]');
  expect(await reader.page.locator('main a[href*="/events"]').count()).toBe(0);
  await closedTo(web, donor, [report, `${report}/print`, `${report}/print.csv`, ...proofs, ...proofs.map((proof) => proof.replace('/reports/', '/indicators/').replace('/numbers/', '/printed/'))]);
  expect([...hand.complaints, ...reader.complaints]).toEqual([]);
  await hand.close();
  await reader.close();
}, 240_000);

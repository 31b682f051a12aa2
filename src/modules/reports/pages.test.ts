import exceljs from 'exceljs';
import { beforeAll, expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { openIndicator } from '#modules/evidence/kept/open-indicator.ts';
import { createToken } from '#modules/network/sign-in/create-token.ts';
import { lastMonth, medtownWorld, monthBefore, seal } from '#tests/fixtures/medtown-report.ts';
import { linesOfPdf } from '#tests/fixtures/lines-of-pdf.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { textOfDocx } from '#tests/fixtures/text-of-docx.ts';
import { openReport } from './compose/open-report.ts';
import { deliverReport } from './deliver/deliver-report.ts';
import { freezeReport } from './freeze/freeze-report.ts';
import { reportSheet } from './read/report-sheet.query.ts';

let given: Awaited<ReturnType<typeof medtownWorld>>;
let web: Web;
beforeAll(async () => { given = await medtownWorld(); web = await openWeb(given.world); }, 120_000);

const formula = '=HYPERLINK("http://example.org";"x")';
const hostile = '<script>alert(1)</script><img src=x onerror=alert(2)>';
const bytes = async (address: string, by = given.manager) => {
  const answer = await web.get(address, by);
  expect([address, answer.status]).toEqual([address, 200]);
  return { type: answer.headers.get('content-type'), body: Buffer.from(await answer.arrayBuffer()) };
};

it('is composed, frozen, delivered and read through forms alone, with what was typed kept after a mistake', async () => {
  const { manager, named, donor } = given;
  const sent = async (to: string, fields: Record<string, string>, from = to) => {
    const answer = await web.send(to, fields, manager, from);
    return { status: answer.status, to: answer.headers.get('location') ?? '', text: answer.status === 303 ? '' : await answer.text() };
  };
  const wrong = await sent('/reports/new', { template: 'medtown', from: lastMonth, to: monthBefore });
  expect([wrong.status, wrong.text.includes('href="#f-to"'), new RegExp(`value="${lastMonth}" selected`).test(wrong.text) || new RegExp(`<option value="${lastMonth}"[^>]*selected`).test(wrong.text)]).toEqual([422, true, true]);
  const { to: change } = await sent('/reports/new', { template: 'medtown', from: monthBefore, to: lastMonth });
  const report = change.replace('/change', '');
  await sent(change, { 'titles.fr': 'Rapport d’essai', 'titles.ar': 'تقرير تجريبي', from: monthBefore, to: lastMonth, indicators: named('studies'), 'sections.0.heads.fr': 'Résumé', 'sections.0.words.fr': hostile });
  const draft = (await bytes(`${report}?lang=fr`)).body.toString();
  expect([draft.includes('Brouillon'), draft.includes('<script>alert(1)'), draft.includes('&lt;script&gt;alert(1)')]).toEqual([true, false, true]);
  expect((await sent(`${report}/freeze`, {}, report)).to).toBe(`${report}?done=1`);
  expect((await sent(`${report}/freeze`, {}, report)).status).toBe(422);
  expect((await sent(`${report}/deliver`, { reader: donor.account!, days: '30' })).to).toBe(`${report}?done=1`);
  expect((await sent(`${report}/schedule`, { reader: donor.account!, every: 'quarter' })).to).toBe(`${report}?done=1`);
  const list = (await bytes('/reports/delivered?lang=fr', donor)).body.toString();
  const delivered = /\/reports\/delivered\/[0-9a-f-]{36}/.exec(list)![0];
  const told = (await bytes(`${delivered}?lang=fr`, donor)).body.toString();
  expect([told.includes('Rapport d’essai'), told.includes(hostile)]).toEqual([true, false]);
  for (const number of told.match(/\/reports\/delivered\/[0-9a-f-]{36}\/numbers\/[0-9a-f-]{36}/g)!) await bytes(`${number}?lang=ar`, donor);
  expect((await web.get(report, donor)).status).toBe(404);
  expect((await web.get(delivered, manager)).status).toBe(404);
});

it('leaves as PDF, document, workbook and table that say the same, with formula text as text and Arabic as Arabic', async () => {
  const { world: { house }, manager, donor, named } = given;
  const { indicator } = await act(house, manager, openIndicator, {
    code: 'formule', unit: 'entry', counted: 'once', source: 'events', events: ['registers.study-published'], proofs: ['paper-stands'], cuts: [], names: { fr: formula, ar: formula }, reach: 'direct', said_by: 'Le comité', since: '2020-01-01',
  } as never);
  const { report } = await act(house, manager, openReport, { template: 'own', from: monthBefore, to: lastMonth, indicators: [named('studies'), named('people-involved'), indicator] } as never);
  await seal(given.world);
  await act(house, manager, freezeReport, { report });
  const { numbers } = await ask(house, manager, reportSheet, { report });
  const ids = numbers.map(({ id }) => id!.slice(-12));
  for (const lang of ['ar', 'fr', 'en'] as const) {
    const pdf = await bytes(`/reports/${report}/print.pdf?lang=${lang}`);
    const lines = linesOfPdf(pdf.body);
    expect([lang, pdf.type, ids.filter((id) => !lines.some((line) => line.includes(id)))]).toEqual([lang, 'application/pdf', []]);
    const docx = await bytes(`/reports/${report}/print.docx?lang=${lang}`);
    const document = await textOfDocx(docx.body);
    expect([lang, ids.filter((id) => !document.text.includes(id)), document.text.includes(formula), document.xml.includes('w:fldSimple')]).toEqual([lang, [], true, false]);
    expect([lang, document.xml.includes('<w:bidi/>') || document.xml.includes('<w:bidi '), document.xml.includes('w:bidiVisual')]).toEqual([lang, lang === 'ar', lang === 'ar']);
    if (lang === 'ar') expect(document.text).toContain('دراسات بحثية');
  }
  const csv = (await bytes(`/reports/${report}/print.csv?lang=fr`)).body;
  const rows = csv.subarray(3).toString('utf8').split('\r\n');
  expect([csv.subarray(0, 3), rows[1]!.startsWith('#indicator+name,#indicator+code'), rows.some((row) => row.startsWith("\"'=HYPERLINK"))]).toEqual([Buffer.from([0xef, 0xbb, 0xbf]), true, true]);
  const book = new exceljs.Workbook();
  await book.xlsx.load((await bytes(`/reports/${report}/print.xlsx?lang=ar`)).body as never);
  const sheet = book.worksheets[0]!;
  const studies = sheet.getRows(3, 3)!.find((row) => row.getCell(2).value === 'studies')!;
  expect([studies.getCell(1).value, studies.getCell(6).value, studies.getCell(9).value, studies.getCell(12).value]).toEqual(['دراسات بحثية', 13, 1, ids[numbers.findIndex(({ code }) => code === 'studies')]]);
  expect(sheet.getRows(3, 3)!.map((row) => row.getCell(1)).filter((cell) => cell.type === exceljs.ValueType.Formula)).toEqual([]);

  const { delivery } = await act(house, manager, deliverReport, { report, reader: donor.account! });
  const outside = (await bytes(`/reports/delivered/${delivery}/print.csv?lang=en`, donor)).body.toString();
  expect(/people-involved,person,[^\n]*,At least,20,/.test(outside)).toBe(true);
  expect((await web.get(`/reports/${report}/print.csv`, donor)).status).toBe(404);
  expect((await web.get(`/reports/delivered/${delivery}/print.xlsx`, manager)).status).toBe(404);
  const { token } = await act(house, given.world.console, createToken, { role: 'hub_manager', hub: given.world.hub, name: 'Essai' } as never);
  const json = await web.app.request(`http://localhost/api/v1/reports/${report}`, { headers: { authorization: `Bearer ${token}` } });
  expect([json.status, ((await json.json()) as { numbers: { id: string }[] }).numbers.map(({ id }) => id)]).toEqual([200, numbers.map(({ id }) => id)]);
});

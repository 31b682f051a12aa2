import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { endAid } from '#modules/currency/aid/end-aid.ts';
import { cardSheet } from '#modules/currency/card/card-sheet.query.ts';
import { takePayment } from '#modules/currency/till/take-payment.ts';
import { queueMessage } from '#modules/messages/queue/queue-message.ts';
import { setHubHours } from '#modules/network/hub-hours/set-hub-hours.ts';
import { registerOrganization } from '#modules/network/public.ts';
import { registerPerson } from '#modules/people/public.ts';
import { recordConsent } from '#modules/people/record-consent/record-consent.ts';
import { openAidHub } from '#tests/fixtures/aid.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { jobOf, messageJobs } from '#tests/fixtures/message-jobs.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { giveReadyCard } from '#tests/fixtures/paying.ts';
import { appliedShop, openShop } from '#tests/fixtures/shops.ts';
import { noBrowser, openBrowser } from './browser.ts';
import { closedTo, type Hands, openHands, picture } from './hands.ts';
import { overflow } from './page-faults.ts';

/** Journey G5 (domain.md 6) by hand in Chromium, shops and cards on a phone in Arabic, desk and treasurer in French. Every figure is that of the journey, in euro cents, written here. */
let browser: Browser;
beforeAll(async () => { if (!noBrowser) browser = await openBrowser(); }, 60_000);
afterAll(() => browser?.close());

const PHONE = 360;
/** Words that would tell a shop with what somebody pays. */
const stigma = /مساعد|إعانة|صندوق المساعدة|\baides?\b/u;
/** The figures of a page by their names, in the smallest unit. */
const figures = async ({ page }: Hands): Promise<Record<string, number>> => Object.fromEntries(await page.locator('main .figure').evaluateAll((all) =>
  all.map((one) => [one.querySelector('span')!.textContent!.replace(/[\u2066-\u2069]/g, ''), Number(one.querySelector('strong')!.textContent!.replace(/\D/g, ''))])));
/** What each cell of a table says, amounts in the smallest unit. */
const cells = async ({ page }: Hands, caption: string): Promise<(string | number)[][]> =>
  (await page.locator(`main table:has(caption:text-is("${caption}")) tbody tr`).evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td, th')].map((cell) => cell.textContent!.replace(/[\u2066-\u2069]/g, '')))))
    .map((row) => row.map((text) => (/\d/.test(text) && /€/.test(text) ? Number(text.replace(/\D/g, '')) : text)));

describe.skipIf(noBrowser)(`G5, aid that is given and spent${noBrowser ? ` (left out: ${noBrowser})` : ''}`, () => {
  const opened: Hands[] = [];
  const sit = (web: Web, origin: string) => async (actor: Actor | null, lang: 'ar' | 'fr', width?: number): Promise<Hands> => {
    const hands = await openHands(browser, { origin, web, actor, lang, ...(width ? { width } : {}) });
    opened.push(hands);
    return hands;
  };

  it('120 euros to a household; card and digits; 40 and 35 in two shops; two refusals; a notice; 45 back; 75 paid; figures and statement to the unit', async () => {
    const world = await openHub({ demo: true });
    const { house, network } = world;
    const [officer, worker, supervisor, manager, admin, bursar, treasurer] = [
      await world.as('desk_officer'), await world.as('case_worker'), await world.as('supervisor'), await world.as('hub_manager'), await world.as('network_admin'), await world.as('funding_officer'), await world.as('treasurer'),
    ];
    const { organization: funder } = await act(house, manager, registerOrganization, { names: { fr: 'Ayuntamiento (exemple)' }, sector: 'public', kind: 'municipality', listed: 'true' } as never);
    await act(house, manager, setHubHours, { ordinary: Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, { first: { opens: '00:00', closes: '23:59' } }])) } as never);
    const { person, code } = await act(house, officer, registerPerson, { name: 'نادية الهمامي', birth_year: 1980, sex: 'female', territory: 'TN-43', languages: ['ar-TN'], phone: '20 123 456', phone_owner: 'self', consent_answer: 'given', consent_channel: 'written', seen_duplicates: [] } as never);
    await act(house, officer, recordConsent, { person, purpose: 'contact', answer: 'given', channel: 'written', language: 'ar-TN' } as never);
    const web = await openWeb(world);
    const { origin, stop } = await web.listen();
    const at = sit(web, origin);
    try {
      // Law, rules, budget file, money: what must stand before the first euro, each by the hand it needs.
      const lead = await at(manager, 'fr');
      await lead.begin('/aid');
      await lead.press('main a[href="/aid/instruments/new"]');
      await lead.send({ kind: 'aid', 'names.ar': 'مساعدة سيرو أمات', 'names.fr': 'Aide de Cerro-Amate', 'names.en': 'Cerro-Amate aid', code: 'cerro-amate', currency: 'EUR' });
      const [sheet, instrument] = [lead.at(), lead.at().slice(-36)];
      const lawyer = await at(admin, 'fr');
      await lawyer.begin('/aid/law');
      await lawyer.send({ basis: 'Ordenanza municipal (exemple)' });
      await lead.begin(sheet);
      await lead.send({ 'rules.ar': 'القواعد', 'rules.fr': 'Les règles', 'rules.en': 'The rules', in_force_on: dayAtHub(-1) });
      await lead.begin('/aid');
      await lead.press('main a[href="/aid/programmes/new"]');
      await lead.send({
        instrument, 'names.ar': 'سلة الأسر', 'names.fr': 'Panier des ménages', 'names.en': 'Household basket', code: 'cerro-basket', funder, pledged: '10000', territories: 'TN-43', least_members: '1', least_minors: '0', base: '120', adult: '30', child: '20',
        ceiling: '200', lead: '150', categories: ['food', 'hygiene'], valid_days: '30', ends_on: dayAtHub(90), warn_days: '7', becomes: 'settled',
      });
      const [fund, programme] = [lead.at(), lead.at().slice(-36)];
      await lead.send({ aid: '9000', 'lines.0.what': 'Cartes', 'lines.0.amount': '500' });
      await lead.send({ amount: '1000', proof: 'Relevé 4, ligne 2' });
      const purse = await at(treasurer, 'fr');
      await purse.begin(fund);
      await purse.press('main form[action*="/loads/"] button');
      expect(await figures(purse)).toMatchObject({ 'Dans le fonds': 100_000, 'Accordé': 0 });

      // The dry run says how much before anything is written; who proposed does not grant.
      const proposes = await at(worker, 'fr');
      await proposes.begin(fund);
      await proposes.press(`main a[href="${fund}/propose"]`);
      await proposes.send({ codes: code });
      expect((await cells(proposes, 'Ce qui serait accordé')).map((row) => row.slice(1))).toEqual([['1', '0', 12_000, '']]);
      await proposes.press('main form.form button');
      const batch = proposes.at();
      expect(await proposes.page.locator('main form[action$="/grant"]').count()).toBe(0);
      await lead.begin('/aid');
      await lead.press(`main a[href="${batch}"]`);
      await lead.press(`main form[action="${batch}/grant"] button`);

      // Her card at the desk, her digits typed by herself; the paper names nobody.
      const desk = await at(officer, 'fr');
      await desk.begin(`/people/${person}/means`);
      expect(Object.values(await figures(desk))).toEqual([12_000]);
      await desk.send({ day: '' });
      const card = desk.at().split('/')[2]!;
      await desk.send({ pin: '2580', again: '2580' });
      const { number, code: square } = await ask(house, officer, cardSheet, { card });
      const paper = await desk.reads();
      expect([desk.at(), paper.includes(`${number.slice(0, 4)}-${number.slice(4)}`), /نادية|2580|120/.test(paper), await desk.page.locator('svg.qr').count()]).toEqual([`/cards/${card}/print`, true, false, 1]);

      // Two shops with an agreement and one that only asked.
      const shopHub = { world, manager, officer, funder, instrument };
      const euros = { currency: 'EUR', sale: '60', day: '500' };
      const shops = [await openShop(shopHub, { categories: ['food', 'clothing'] }, euros), await openShop(shopHub, { categories: ['food'] }, euros)] as const;
      const third = await appliedShop(shopHub);
      const [one, two, three] = [await at(shops[0].till, 'ar', PHONE), await at(shops[1].till, 'ar', PHONE), await at(third.till, 'ar', PHONE)];
      await one.begin(`/k/${square}`);
      await picture(one, 'g5-sale-360-ar');
      await one.send({ amount: '40', category: 'food', pin: '2580' });
      expect([await one.reads(), await overflow(one.page)]).toEqual([expect.stringMatching(/مدفوع\s*· Payé\s*· Paid[\s\S]*40,00/u), null]);
      await picture(one, 'g5-paid-360-ar');
      await one.press('main a[href="/till"]');
      await two.begin('/till');
      await two.send({ amount: '٣٥', card: number, pin: '2580' });
      expect(await two.reads()).toMatch(/مدفوع[\s\S]*35,00/u);
      await three.begin(`/k/${square}`);
      const closed = await three.reads();
      expect([closed.includes('لا يستقبل هذا المتجر المدفوعات الآن'), stigma.test(closed), await three.page.locator('[name=pin]').count()]).toEqual([true, false, 0]);
      await expect(act(house, third.till, takePayment, { card: square, pin: '2580', category: 'food', amount: '5' } as never)).rejects.toMatchObject({ code: 'currency.no-merchant' });
      await one.begin(`/k/${square}`);
      const excluded = await one.refused({ amount: '5', category: 'clothing', pin: '2580' });
      expect([excluded, stigma.test(excluded), await one.page.inputValue('[name=amount]'), await one.page.inputValue('[name=pin]')]).toEqual([expect.stringContaining('لا تدفع هذه البطاقة هذا النوع من المشتريات هنا. لم يُدفع شيء.'), false, '5', '']);
      await picture(one, 'g5-refused-360-ar');
      await desk.begin(`/people/${person}/means`);
      expect(Object.values(await figures(desk))).toEqual([4_500]);

      // A week before the end she is told, neutrally; the day after it the rest is in the fund.
      const night = (days: number) => act(house, jobOf(network), endAid, { at: new Date(Date.now() + days * 86_400_000).toISOString() } as never);
      await night(24);
      for (const job of (await messageJobs(house, network)).filter(({ action }) => action === 'messages.queue-message')) await act(house, jobOf(network), queueMessage, job.input as never);
      await desk.begin('/messages');
      expect([(await desk.reads()).match(/يمكنك المرور متى ناسبك ذلك/gu)?.length, stigma.test(await desk.reads())]).toEqual([1, false]);
      expect((await night(32)).expired).toBe(1);

      // Claimed by each shop, validated, put together, paid and found at the bank by others.
      const claims = [];
      for (const [till, owed] of [[one, 4_000], [two, 3_500]] as const) {
        await till.begin('/shop');
        expect(Object.values(await figures(till))).toEqual([owed]);
        await till.press('main form[action$="/claims"] button');
        claims.push((await till.page.locator('main a[href^="/shop/claims/"]').first().getAttribute('href'))!.slice(-36));
      }
      const checks = await at(supervisor, 'fr');
      for (const claim of claims) {
        await checks.begin('/aid/claims');
        await checks.press(`main a[href="/aid/claims/${claim}"]`);
        await checks.press('main form[action$="/validate"] button');
      }
      const runs = await at(bursar, 'fr');
      await runs.begin('/aid/claims');
      await runs.send({ claims });
      const run = runs.at();
      expect(await runs.reads()).toContain('75,00');
      await purse.begin(run);
      await purse.press('main form[action$="/pay"] button');
      for (const [place, amount] of ['40', '35'].entries()) {
        await runs.begin(`/aid/claims/${claims[place]}`);
        await runs.send({ line: `Transferencia ${place + 1}`, amount });
        expect(await runs.reads()).toContain('Rapprochée');
      }
      await one.begin('/shop');
      expect([Object.values(await figures(one)), (await one.reads()).includes('طوبقت مع البنك')]).toEqual([[0], true]);

      // What everybody reads, what the funder reads, and the journal added up by hand.
      const anybody = await at(null, 'ar', PHONE);
      await anybody.begin(`/aid/figures/${programme}`);
      expect(await figures(anybody)).toEqual({ 'ورد من الممول': 100_000, 'في الصندوق': 92_500, 'ممنوح': 12_000, 'مصروف': 7_500, 'في المحافظ': 0, 'محجوز لدفعات جارية': 0, 'عاد بعد انتهاء المدة': 4_500, 'عاد بعد السحب': 0 });
      expect(await overflow(anybody.page)).toBeNull();
      await picture(anybody, 'g5-figures-360-ar');
      await purse.begin(fund);
      await purse.press(`main a[href="${fund}/statement"]`);
      expect(await purse.reads()).toContain('Chaque mois et chaque catégorie s’accordent avec le journal, à l’unité près.');
      expect((await cells(purse, 'Par mois')).map((row) => row.slice(1))).toEqual([[100_000, 12_000, 7_500, 4_500, 0, 0], [100_000, 12_000, 7_500, 4_500, 0, 0]]);
      expect((await cells(purse, 'Ce qui a été acheté')).map((row) => row.slice(1))).toEqual([['2', 7_500]]);
      await picture(purse, 'g5-statement-fr');
      expect(await addedByHand(house, instrument, programme)).toEqual({ 'outside>fund': 100_000, 'fund>wallet': 12_000, 'wallet>shop': 7_500, 'wallet>fund': 4_500, 'shop>outside': 7_500 });
      await closedTo(web, shops[0].till, [fund, `${fund}/statement`, `/people/${person}/means`, `/cards/${card}/print`]);
      expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
    } finally {
      await Promise.all(opened.splice(0).map((hands) => hands.close()));
      await stop();
    }
  }, 120_000);

  it.each([true, false])('a payment takes three taps and ten seconds at most, on a phone four times slower and a line of 400 kbit/s, nothing kept from before; script %s', async (script) => {
    const hub = await paying();
    const { origin, stop } = await hub.web.listen();
    try {
      const { page, close } = await openHands(browser, { origin, web: hub.web, actor: hub.till, width: PHONE, script });
      const line = await page.context().newCDPSession(page);
      await line.send('Network.enable');
      await line.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 });
      await line.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      let taps = 0;
      const tap = async (press: () => Promise<unknown>) => { taps += 1; await press(); };
      const type = (name: string, text: string) => page.locator(`[name="${name}"]`).pressSequentially(text, { delay: 150 });
      const from = performance.now();
      await tap(() => page.goto(`/k/${hub.card}`, { waitUntil: 'commit' }));
      await type('amount', '12,5');
      await tap(() => page.locator('main label:has([name="category"][value="food"])').click());
      await type('pin', '2580');
      await tap(() => page.locator('main form.form button').click());
      await page.locator('main [role=status]:has-text("مدفوع")').waitFor();
      const took = performance.now() - from;
      if (process.env['HADINA_MEASURES']) process.stdout.write(`payment, script ${script}: ${taps} taps, ${Math.round(took)} ms\n`);
      expect([taps <= 3, took <= 10_000], `${taps} taps, ${Math.round(took)} ms`).toEqual([true, true]);
      await close();
    } finally { await stop(); }
  }, 120_000);

  /** Somebody with a card, and a shop that sells several sorts of goods. */
  let ready: Promise<{ web: Web; card: string; till: Actor }> | undefined;
  const paying = () => (ready ??= (async () => {
    const hub = await openAidHub();
    const person = await hub.person();
    await hub.grant(await hub.funded(), [person]);
    const { till } = await openShop(hub);
    return { web: await openWeb(hub.world), card: (await giveReadyCard(hub, person)).code, till };
  })());
});

/** The journal of a book from its rows alone: how much moved from which sort of account to which. */
async function addedByHand(house: Parameters<typeof ownerQuery>[0], book: string, programme: string): Promise<Record<string, number>> {
  const shops = new Set((await ownerQuery<{ id: string }>(house, 'select id from currency.merchant_account where instrument_id = $1', [book])).map(({ id }) => id));
  const rows = await ownerQuery<{ kind: string; from_id: string; to_id: string; amount_minor: string }>(house, 'select kind, from_id, to_id, amount_minor from ledger.transfer where book_id = $1 order by number', [book]);
  const sort = (account: string): string => (account === book ? 'outside' : account === programme ? 'fund' : shops.has(account) ? 'shop' : 'wallet');
  const moved: Record<string, number> = {};
  for (const { kind, from_id, to_id, amount_minor } of rows) {
    // What is only reserved has not moved.
    if (kind === 'reserve') continue;
    if (kind !== 'move' && kind !== 'post') throw new Error(`An entry nobody made in this journey: ${kind}`);
    const way = `${sort(from_id)}>${sort(to_id)}`;
    moved[way] = (moved[way] ?? 0) + Number(amount_minor);
  }
  return moved;
}

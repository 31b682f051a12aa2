import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import '#apps/web/sitemap.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { persons, receivedBefore } from '#tests/fixtures/past-events.ts';
import { leastShare, mostOnAnyDay, roundParts } from '../attribution/shares.ts';
import { openIndicator } from '../kept/open-indicator.ts';
import { monthOf, monthPlus } from '../reading/period.ts';
import { outcomeCosts } from './cost-per-outcome.query.ts';
import { enterCost, withdrawCost } from './enter-cost.ts';
import { enterRevenue, withdrawRevenue } from './enter-revenue.ts';
import { hubRevenue } from './hub-revenue.query.ts';
import { revenueMix } from './own-revenue.ts';
import { convert, type Rate, rateFor } from './rates.ts';
import { stateRate, withdrawRate } from './state-rate.ts';

const last = monthPlus(monthOf(new Date()), -1);
const refused = (code: string, field?: string) => ({ code: `evidence.${code}`, ...(field ? { field } : {}) });
const rate = (id: string, from: string, to: string, on: string, worth: string): Rate => ({ id, from, to, on, rate: worth, saidBy: 'Banque' });

describe('shares of a programme', () => {
  it('any parts and what they leave make the whole, and no part is off by a unit or more', () => {
    fc.assert(fc.property(fc.nat(1_000_000), fc.array(fc.integer({ min: 1, max: 3_000 }), { maxLength: 3 }), (total, parts) => {
      const exact = parts.map((part) => BigInt(total) * BigInt(part));
      const rounded = roundParts(total, exact);
      expect(rounded.parts.reduce((sum, part) => sum + part, rounded.rest)).toBe(total);
      expect(rounded.parts.every((part, index) => Math.abs(part - Number(exact[index]!) / 10_000) < 1)).toBe(true);
    }));
  });

  it('the fullest day of a span decides, also when a share begins inside it or touches only its last day', () => {
    const share = (part: number, from: string, to: string | null) => ({ share: part, from, to });
    expect(mostOnAnyDay([share(6_000, '2025-01-01', '2025-06-30'), share(3_000, '2025-07-01', null)], { from: '2025-01-01', to: null })).toBe(6_000);
    expect(mostOnAnyDay([share(6_000, '2025-01-01', '2025-06-30'), share(3_000, '2025-06-30', null)], { from: '2025-01-01', to: null })).toBe(9_000);
    expect(mostOnAnyDay([share(6_000, '2025-01-01', '2025-06-30')], { from: '2025-06-30', to: '2025-07-31' })).toBe(6_000);
    expect(mostOnAnyDay([share(6_000, '2025-01-01', '2025-06-30')], { from: '2025-07-01', to: null })).toBe(0);
  });

  it('“at least” goes by the smallest share of the period, and by nothing where a day has none', () => {
    const own = { id: '', programme: '', funder: '' };
    const first = { ...own, share: 8_650, from: '2025-01-01', to: '2025-06-30' };
    expect(leastShare([first, { ...own, share: 5_000, from: '2025-07-01', to: null }], { from: '2025-02-01', to: '2025-12-31' })).toBe(5_000);
    expect(leastShare([first], { from: '2025-02-01', to: '2025-06-30' })).toBe(8_650);
    expect(leastShare([first], { from: '2025-02-01', to: '2025-07-31' })).toBe(0);
  });
});

describe('the rule of rates', () => {
  const known = [rate('new', 'EUR', 'TND', '2025-06-01', '3.40'), rate('old', 'EUR', 'TND', '2025-01-01', '3.30'), rate('mad', 'MAD', 'EUR', '2025-01-01', '0.09')];
  it('takes the newest rate of the day or before, turned round when it is stated the other way, and none that came later', () => {
    expect(rateFor(known, { from: 'EUR', to: 'TND', on: '2025-05-31' })?.rate.id).toBe('old');
    expect(rateFor(known, { from: 'EUR', to: 'TND', on: '2025-06-01' })?.rate.id).toBe('new');
    expect(rateFor(known, { from: 'EUR', to: 'MAD', on: '2025-06-01' })).toMatchObject({ rate: { id: 'mad' }, turned: true });
    expect(rateFor(known, { from: 'EUR', to: 'TND', on: '2024-12-31' })).toBeUndefined();
  });
  it('converts smallest units of two and of three decimals, and guesses nothing without a rate', () => {
    // 100,00 EUR at 3.40 is 340,000 TND in millimes; 18,00 MAD at 0.09 EUR is 1,62 EUR; 1,62 EUR back at 1 / 0.09 is 18,00 MAD.
    expect(convert(known, { amount: 10_000n, currency: 'EUR', scale: 2 }, { to: 'TND', scale: 3, on: '2025-07-01' })?.amount).toBe(340_000n);
    expect(convert(known, { amount: 1_800n, currency: 'MAD', scale: 2 }, { to: 'EUR', scale: 2, on: '2025-07-01' })?.amount).toBe(162n);
    expect(convert(known, { amount: 162n, currency: 'EUR', scale: 2 }, { to: 'MAD', scale: 2, on: '2025-07-01' })?.amount).toBe(1_800n);
    expect(convert(known, { amount: 5n, currency: 'USD', scale: 2 }, { to: 'TND', scale: 3, on: '2025-07-01' })).toBeUndefined();
  });
});

it('62 % of project money is amber, three quarters are not yet red, more is; half is green', () => {
  const light = (project: number) => revenueMix([{ kind: 'project-money', amount: BigInt(project) }, { kind: 'dues', amount: BigInt(1_000 - project) }])?.light;
  expect([500, 501, 620, 750, 751].map(light)).toEqual(['green', 'amber', 'amber', 'amber', 'red']);
  expect(revenueMix([])).toBeUndefined();
  expect(revenueMix([{ kind: 'dues', amount: 10n }, { kind: 'paid-services', amount: 20n }, { kind: 'grants', amount: 30n }, { kind: 'project-money', amount: 40n }])).toMatchObject({ own: 0.3, project: 0.4, light: 'green' });
});

it('adds up what a hub lives on in one currency by stated rates, and shows it to who looks after its money only', async () => {
  const world = await openHub();
  const { house } = world;
  const [manager, admin] = [await world.as('hub_manager'), await world.as('network_admin')];
  const enter = (kind: string, amount: string, currency = 'TND') => act(house, manager, enterRevenue, { year: '2025', kind, amount, currency, said_by: 'Comptes 2025' } as never);
  await enter('dues', '1800');
  await enter('paid-services', '2000');
  await enter('project-money', '2000', 'EUR');
  const { revenue } = await enter('grants', '1');
  await expect(enter('dues', '1.2345')).rejects.toMatchObject(refused('amount-not-understood', 'amount'));
  await act(house, manager, withdrawRevenue, { revenue, why: 'Faute de frappe' });
  expect((await ask(house, manager, hubRevenue, {})).years).toMatchObject([{ year: 2025, unconverted: 1, mix: { project: 0 } }]);
  const state = (more: object = {}) => act(house, admin, stateRate, { from_currency: 'EUR', to_currency: 'TND', on: '2025-06-30', rate: '3,1', said_by: 'BCT', ...more } as never);
  await expect(state({ to_currency: 'EUR' })).rejects.toMatchObject(refused('same-currency', 'to_currency'));
  await expect(state({ rate: '0,0' })).rejects.toMatchObject({ problems: [{ field: 'rate' }] });
  const { rate: stated } = await state();
  // 6 200 of 10 000 dinars: 62 %.
  expect((await ask(house, manager, hubRevenue, {})).years).toMatchObject([{ unconverted: 0, mix: { project: 0.62, own: 0.38, light: 'amber' } }]);
  const web = await openWeb(world);
  expect(await (await web.get('/revenue?lang=fr', manager)).text()).toMatch(/Dépend des projets[\s\S]*62\s%/u);
  await act(house, admin, withdrawRate, { rate: stated, why: 'Autre jour' });
  expect((await ask(house, manager, hubRevenue, {})).years).toMatchObject([{ unconverted: 1 }]);
  const other = await world.secondHub();
  expect((await ask(house, await other.as('hub_manager'), hubRevenue, {})).years).toEqual([]);
  await expect(ask(house, await world.as('donor_viewer'), hubRevenue, {})).rejects.toMatchObject({ code: 'core.role-missing' });
});

it('compares what an outcome cost at two hubs: exactly at one’s own, “at most” elsewhere, and leaves out what it cannot convert', async () => {
  const world = await openHub({ demo: true });
  const { house } = world;
  const admin = await world.as('network_admin');
  const { indicator } = await act(house, admin, openIndicator, { code: 'received', unit: 'person', counted: 'once', source: 'events', events: ['desk.client-received'], names: { fr: 'Accueillies' }, reach: 'direct', said_by: 'Essai', since: '2020-01-01', proofs: [] } as never);
  const [here, other] = [world, await world.secondHub()];
  const managers = [await here.as('hub_manager'), await other.as('hub_manager')] as const;
  for (const [index, many] of [40, 25].entries()) {
    const place = [here, other][index]!;
    await receivedBefore(place, await place.as('desk_officer'), persons(many).map((person) => ({ at: `${last}-05`, person })));
  }
  const cost = (manager: (typeof managers)[number], amount: string, more: object = {}) => act(house, manager, enterCost, { indicator, amount, currency: 'TND', from: `${last}-01`, to: `${last}-20`, what: 'Salaires du guichet', ...more } as never);
  await cost(managers[0], '4000');
  await cost(managers[1], '5000');
  const { cost: mistyped } = await cost(managers[0], '7');
  await act(house, managers[0], withdrawCost, { cost: mistyped, why: 'Faute' });
  await cost(managers[0], '100', { currency: 'EUR' });
  await expect(cost(managers[0], '0')).rejects.toMatchObject(refused('amount-not-understood', 'amount'));
  await expect(cost(managers[0], '1', { to: '2019-01-01' })).rejects.toMatchObject(refused('ends-before', 'to'));
  const rows = async (reader: (typeof managers)[number]) => (await ask(house, reader, outcomeCosts, { indicator, currency: 'TND' } as never)).read!.rows.map((row) => [row.hub, row.cost, row.outcome.value, row.outcome.atLeast, row.each, row.atMost, row.leftOut.unconverted]);
  expect(await rows(managers[0])).toEqual([[here.hub, 4_000_000, 40, null, 100_000, false, 1], [other.hub, 5_000_000, null, 20, 250_000, true, 0]]);
  expect(await rows(await world.as('donor_viewer'))).toEqual([[here.hub, 4_000_000, null, 40, 100_000, true, 1], [other.hub, 5_000_000, null, 20, 250_000, true, 0]]);
  const web = await openWeb(world);
  expect((await web.get('/costs?lang=ar', managers[0])).status).toBe(200);
});

import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { recordEvent } from '#core/event.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import '#apps/web/sitemap.ts';
import { openProgramme } from '#modules/programme/open-programme/open-programme.ts';
import { namePartner } from '#modules/programme/partner/name-partner.ts';
import { openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { persons, receivedBefore } from '#tests/fixtures/past-events.ts';
import { attributionSheet } from '../attribution/attribution-sheet.query.ts';
import { endFunderShare, setFunderShare } from '../attribution/set-share.ts';
import { indicatorList } from '../kept/indicator-list.query.ts';
import { keptFigure } from '../kept/kept-figure.query.ts';
import { loadIndicatorSet } from '../kept/load-set.ts';
import { openIndicator } from '../kept/open-indicator.ts';
import { stateValue, withdrawValue } from '../kept/state-value.ts';
import { monthOf, monthPlus } from '../reading/period.ts';
import { rescopeTarget, setTarget } from './set-target.ts';
import { targetList, targetSheet } from './target-list.query.ts';

const thisMonth = monthOf(new Date());
const [last, before] = [monthPlus(thisMonth, -1), monthPlus(thisMonth, -2)] as const;
const whole = { from: `${before}-01`, to: '2099-12-31', said_by: 'Cadre logique' };
const refused = (code: string, field?: string) => ({ code: `evidence.${code}`, ...(field ? { field } : {}) });
const set = (world: World, actor: Actor, input: object) => act(world.house, actor, setTarget, { ...whole, ...input } as never);

/** A demo network with MedTOWN's logframe; ids of its indicators by short name. */
async function withLogframe() {
  const world = await openHub({ demo: true });
  const admin = await world.as('network_admin');
  await act(world.house, admin, loadIndicatorSet, { set: 'medtown' });
  const list = await ask(world.house, admin, indicatorList, {});
  return { world, admin, named: (code: string) => list.find((one) => one.code === code)!.id };
}

/** Writes that entries of registers took a step, as their register tells it. */
async function steps(world: World, actor: Actor, all: readonly { name: string; on: string; programme: string | null; organization?: string; subject?: string; proof?: string }[]): Promise<void> {
  const loader: Actor = { ...actor, app: 'demo' };
  await inTransaction(world.house.app, beginFor(loader), async (tx) => {
    for (const { name, on, programme, organization = null, subject = newId(), proof = newId() } of all) {
      const frame = { actor: loader, action: 'registers.take-step', module: 'registers', compartment: 'C0', key: null, inputHash: null, now: new Date(`${on}T09:00:00Z`) } as const;
      await recordEvent(tx, frame, { name, subject, organization, body: name === 'proof-withdrawn' ? { why: 'mistaken', entries: [] } : { programme, territory: null, on, proof, female: 0, male: 0, unknown: 0 } });
    }
  });
}

it('stands in versions: six pilots became ten, with the reason, and progress is told against both', async () => {
  const { world, admin, named } = await withLogframe();
  const { house } = world;
  const manager = await world.as('hub_manager');
  const { target } = await set(world, admin, { indicator: named('pilots'), level: 'network', value: '6' });
  const contracted = Array.from({ length: 3 }, () => ({ name: 'pilot-contracted', on: `${last}-03`, programme: null }));
  const proof = newId();
  await steps(world, manager, [...contracted, { name: 'pilot-contracted', on: `${last}-04`, programme: null, proof }]);
  const read = async (actor = admin) => ask(house, actor, targetSheet, { target });
  expect(await read()).toMatchObject({ inForce: { version: 1, value: 6 }, actual: { value: 4, upTo: last }, share: 4 / 6 });
  const rescope = (more: object) => act(house, admin, rescopeTarget, { ...whole, target, value: '10', reason: 'Avenant', ...more } as never);
  await expect(rescope({ value: '6' })).rejects.toMatchObject(refused('same-target', 'value'));
  await expect(rescope({ since: '2019-01-01' })).rejects.toMatchObject(refused('rescoped-later', 'since'));
  await expect(rescope({ value: '0' })).rejects.toMatchObject(refused('target-not-understood', 'value'));
  await rescope({});
  expect(await read()).toMatchObject({ original: { value: 6, reason: null }, inForce: { version: 2, value: 10, reason: 'Avenant' }, share: 0.4, shareOfOriginal: 4 / 6, versions: [{ value: 6 }, { value: 10 }] });
  // Evidence withdrawn after all this: it counts no more, and the reason stands beside it.
  await steps(world, manager, [{ name: 'proof-withdrawn', on: `${last}-09`, programme: null, subject: proof }]);
  expect(await read(await world.as('donor_viewer'))).toMatchObject({ actual: { value: 3 }, leftOut: [{ reason: 'paper-stands', many: 1 }] });
  await expect(act(house, manager, rescopeTarget, { ...whole, target, value: '12', reason: 'Pour voir' } as never)).rejects.toMatchObject({ name: 'NotFound' });
  await expect(ownerQuery(world.house, `update evidence.target_version set reason = null where network_id = $1 and version = 2`, [world.network])).rejects.toMatchObject({ code: '23514' });
});

it('refuses what is no target, each beside its field', async () => {
  const { world, admin, named } = await withLogframe();
  const manager = await world.as('hub_manager');
  const pilots = { indicator: named('pilots'), value: '6' };
  for (const missing of ['from', 'to'] as const) {
    await expect(set(world, admin, { ...pilots, level: 'network', [missing]: '' })).rejects.toMatchObject({ problems: [{ field: missing, code: 'required' }] });
  }
  await expect(set(world, admin, { ...pilots, level: 'network', to: '2019-01-01' })).rejects.toMatchObject(refused('ends-before', 'to'));
  await expect(set(world, manager, { ...pilots, level: 'network' })).rejects.toMatchObject(refused('level-of-network', 'level'));
  for (const [level, field] of [['region', 'region'], ['programme', 'programme'], ['funder', 'funder'], ['hub', 'of_hub']] as const) {
    await expect(set(world, { ...admin, hub: null }, { ...pilots, level })).rejects.toMatchObject(refused('whose-target', field));
  }
  await set(world, manager, { ...pilots, level: 'hub' });
  await expect(set(world, manager, { ...pilots, level: 'hub' })).rejects.toMatchObject(refused('target-there-already', 'from'));
  const other = await world.secondHub();
  await expect(set(world, manager, { ...pilots, level: 'hub', of_hub: other.hub })).rejects.toMatchObject({ name: 'NotFound' });
  const { indicator } = await act(world.house, admin, openIndicator, { code: 'rate', unit: 'other', counted: 'each', source: 'context', names: { fr: 'Taux' }, reach: 'direct', said_by: 'HCP', since: '2020-01-01', events: [], proofs: [] } as never);
  await expect(set(world, admin, { indicator, value: '30', level: 'network' })).rejects.toMatchObject(refused('context-is-no-target', 'indicator'));
  await expect(set(world, await world.as('desk_officer'), { ...pilots, level: 'hub' })).rejects.toMatchObject({ code: 'core.role-missing' });
});

it('is read exactly at its hub and as “at least” by everybody else, the same for each of them', async () => {
  const { world, admin, named } = await withLogframe();
  const { house } = world;
  const officer = await world.as('desk_officer');
  const manager = await world.as('hub_manager');
  const involved = named('people-involved');
  const { target: ofHub } = await set(world, manager, { indicator: involved, level: 'hub', value: '100' });
  await set(world, admin, { indicator: involved, level: 'network', value: '20000' });
  await set(world, admin, { indicator: involved, level: 'region', region: 'TN-43', value: '50' });
  await set(world, admin, { indicator: involved, level: 'region', region: 'TN-11', value: '50' });
  // 23 persons in one closed month, 4 in the month before (kept back), of whom one came in both; 3 more this month.
  const came = persons(23);
  await receivedBefore(world, officer, [...came.map((person) => ({ at: `${last}-05`, person })), ...[came[0]!, ...persons(3)].map((person) => ({ at: `${before}-05`, person })), ...persons(3).map((person) => ({ at: `${thisMonth}-01`, person }))]);
  expect((await ask(house, officer, targetSheet, { target: ofHub })).actual).toEqual({ value: 29, atLeast: null, kept: false, upTo: thisMonth });
  const outside = [await world.as('donor_viewer'), await world.as('ministry_viewer'), admin];
  for (const reader of outside) {
    const all = await ask(house, reader, targetList, {});
    expect(all.map(({ scope, actual }) => [scope.level, scope.id, actual.value, actual.atLeast, actual.kept])).toEqual([
      ['network', null, null, 20, false], ['region', 'TN-43', null, 20, false], ['region', 'TN-11', null, null, true], ['hub', world.hub, null, 20, false],
    ]);
  }
  const web = await openWeb(world);
  const page = await (await web.get('/targets?lang=fr', outside[0]!)).text();
  expect([/au moins\D*20\b/u.test(page), /\b2[369]\b/u.test(page.replace(/<[^>]+>|2099|20\d\d/g, ' '))]).toEqual([true, false]);
  expect((await (await web.get(`/targets/${ofHub}?lang=ar`, officer)).text())).toContain('29');
});

it('says nothing of a part of a figure when fewer than ten stand outside the part', async () => {
  const { world, admin } = await withLogframe();
  const { house } = world;
  const officer = await world.as('desk_officer');
  const women = { code: 'women', unit: 'person', counted: 'once', source: 'events', events: ['desk.client-received'], sex: ['female'], names: { fr: 'Femmes' }, reach: 'direct', said_by: 'Essai', since: '2020-01-01', proofs: [] };
  const { indicator } = await act(house, admin, openIndicator, women as never);
  const { target } = await set(world, admin, { indicator, level: 'network', value: '100' });
  const read = async () => (await ask(house, admin, targetSheet, { target })).actual;
  const men = (many: number) => receivedBefore(world, officer, persons(many).map((person) => ({ at: `${last}-06`, person, sex: 'male' as const })));
  await receivedBefore(world, officer, persons(30).map((person) => ({ at: `${last}-05`, person })));
  await men(9);
  expect(await read()).toMatchObject({ value: null, atLeast: null, kept: true });
  await men(1);
  expect(await read()).toMatchObject({ value: null, atLeast: 30, kept: false });
});

it('adds no month to a part whose group the page of figures keeps back: at least so many women would tell how few men came', async () => {
  const { world, admin } = await withLogframe();
  const { house } = world;
  const officer = await world.as('desk_officer');
  const women = { code: 'women', unit: 'person', counted: 'once', source: 'events', events: ['desk.client-received'], sex: ['female'], names: { fr: 'Femmes' }, reach: 'direct', said_by: 'Essai', since: '2020-01-01', proofs: [] };
  const { indicator } = await act(house, admin, openIndicator, women as never);
  await set(world, admin, { indicator, level: 'network', value: '100' });
  await set(world, admin, { indicator, level: 'region', region: 'TN-43', value: '100' });
  await set(world, admin, { indicator, level: 'hub', of_hub: world.hub, value: '100' });
  const read = async () => (await ask(house, admin, targetList, {})).map(({ scope, actual }) => [scope.level, actual.atLeast]);
  const came = (month: string, sex: 'female' | 'male', many: number) => receivedBefore(world, officer, persons(many).map((person) => ({ at: `${month}-06`, person, sex })));
  await came(before, 'female', 20);
  await came(before, 'male', 12);
  // Seventeen women of twenty in the last month: the page keeps both groups back.
  await came(last, 'female', 17);
  await came(last, 'male', 3);
  expect(await read()).toEqual([['network', 20], ['region', 20], ['hub', 20]]);
  await came(last, 'male', 2);
  expect(await read()).toEqual([['network', 30], ['region', 30], ['hub', 30]]);
});

it('adds no month of a programme that the hub where it happened keeps back: its neighbour’s three would be told', async () => {
  const { world, admin } = await withLogframe();
  const { house } = world;
  const beside = await world.secondHub();
  const { programme } = await act(house, admin, openProgramme, { level: 'project', code: 'cours', names: { fr: 'Cours' }, starts_on: `${before}-01`, said_by: 'Fiche' } as never);
  await act(house, admin, namePartner, { programme, partner_hub: world.hub, role: 'partner', since: `${before}-01`, said_by: 'Fiche' } as never);
  const trained = { code: 'trained-here', unit: 'person', counted: 'once', source: 'events', events: ['training.person-trained'], names: { fr: 'Formées' }, reach: 'direct', said_by: 'Essai', since: '2020-01-01', proofs: [] };
  const { indicator } = await act(house, admin, openIndicator, trained as never);
  await set(world, admin, { indicator, level: 'programme', programme, value: '100' });
  const train = async (at: World, month: string, many: number, of: string | null) => {
    const actor = { ...(await at.as('hub_manager')), app: 'demo' as const };
    await inTransaction(house.app, beginFor(actor), async (tx) => {
      const frame = { actor, action: 'training.end-training', module: 'training', compartment: 'C0', key: null, inputHash: null, now: new Date(`${month}-12T09:00:00Z`) } as const;
      for (const person of persons(many)) await recordEvent(tx, frame, { name: 'person-trained', subject: newId(), person, body: { kind: 'person', sex: 'female', age_band: '25-34', territory: 'TN-43', on: `${month}-12`, session: newId(), topic: 'entrepreneurship', programme: of, share: 1 } });
    });
  };
  await train(world, before, 12, programme);
  await train(beside, before, 11, null);
  await train(world, last, 9, programme);
  await train(beside, last, 3, null);
  const donor = await world.as('donor_viewer');
  const read = async () => {
    const { total, partners } = await ask(house, donor, attributionSheet, { programme, indicator });
    return [(await ask(house, donor, targetList, {})).map(({ actual }) => actual.atLeast), total!.atLeast, partners.map(({ said }) => said!.atLeast)];
  };
  // Twelve and nine are twenty-one; the nine stand beside three, and neither is printed.
  expect(await read()).toEqual([[10], 10, [10]]);
  await train(beside, last, 2, null);
  expect(await read()).toEqual([[20], 20, [20]]);
});

it('divides what a programme reached among funders by their share of the day and among partners by their dates, each thing once', async () => {
  const { world, admin, named } = await withLogframe();
  const { house } = world;
  const { body, manager } = await openDirectory(world);
  const [eu, city, afturd, tcse] = [await body({ fr: 'Union européenne' }), await body({ fr: 'Commune' }), await body({ fr: 'AFTURD' }), await body({ fr: 'TCSE' })];
  const { programme } = await act(house, admin, openProgramme, { level: 'project', code: 'essai', names: { fr: 'Projet' }, starts_on: `${before}-01`, said_by: 'Fiche' } as never);
  const { partner } = await act(house, admin, namePartner, { programme, organization: afturd, role: 'partner', since: `${before}-01`, said_by: 'Fiche' } as never);
  await act(house, admin, namePartner, { programme, organization: tcse, role: 'partner', since: `${last}-01`, replaces: partner, said_by: 'Avenant' } as never);
  const share = (funder: string, part: string, more: object = {}) => act(house, admin, setFunderShare, { programme, funder, share: part, from: `${before}-01`, said_by: 'Contrat', ...more } as never);
  const { share: first } = await share(eu!, '86.5');
  await expect(share(city!, '13.51')).rejects.toMatchObject(refused('more-than-the-whole', 'share'));
  await expect(share(city!, '0')).rejects.toMatchObject(refused('share-not-understood', 'share'));
  await expect(share(city!, '10', { to: '2019-01-01' })).rejects.toMatchObject(refused('ends-before', 'to'));
  await act(house, admin, endFunderShare, { share: first, to: `${before}-28`, why: 'Avenant' } as never);
  await expect(act(house, admin, endFunderShare, { share: first, to: `${before}-27`, why: 'Encore' } as never)).rejects.toMatchObject(refused('share-ended', 'to'));
  await share(eu!, '50', { from: `${last}-01` });
  await share(city!, '25', { from: `${last}-01` });
  // The database holds it too, whoever writes past the action.
  await expect(ownerQuery(world.house, `update evidence.funder_share set share_ten_thousandths = 7501 where network_id = $1 and funder_id = $2 and from_on = $3`, [world.network, eu, `${last}-01`])).rejects.toMatchObject({ code: '23514' });
  const entry = (on: string, organization: string) => ({ name: 'study-visit-reported', on, programme, organization });
  await steps(world, manager, [entry(`${before}-10`, afturd!), entry(`${before}-11`, afturd!), ...Array.from({ length: 6 }, () => entry(`${last}-10`, tcse!)), entry(`${last}-10`, afturd!)]);
  const donor = await world.as('donor_viewer');
  const sheet = await ask(house, donor, attributionSheet, { programme, indicator: named('study-visits') });
  // Two at 86.5 % and seven at 50 %: 5.23; seven at 25 %: 1.75; what is left of nine: 2.02.
  expect(sheet.funders.map(({ funder, said }) => [funder, said.value])).toEqual([[eu, 5], [city, 2]]);
  expect([sheet.total!.value, sheet.unexplained]).toEqual([9, 2]);
  expect(sheet.partners.map(({ organization, said }) => [organization, said!.value])).toEqual([[afturd, 2], [tcse, 6]]);
  expect(sheet.nobody!.value).toBe(1);
  await set(world, admin, { indicator: named('study-visits'), level: 'funder', funder: eu!, value: '12' });
  await set(world, admin, { indicator: named('study-visits'), level: 'programme', programme, value: '12' });
  expect((await ask(house, donor, targetList, {})).map(({ scope, actual }) => [scope.level, actual.value])).toEqual([['programme', 9], ['funder', 5]]);
  const web = await openWeb(world);
  expect((await web.get(`/programmes/${programme}/attribution?lang=ar`, donor)).status).toBe(200);
});

it('counts what is stated only with its proof, and no more once it is withdrawn', async () => {
  const { world, admin, named } = await withLogframe();
  const { house } = world;
  const { target } = await set(world, admin, { indicator: named('job-opportunities'), level: 'network', value: '210' });
  const state = (more: object) => act(house, admin, stateValue, { indicator: named('job-opportunities'), value: '14', from: `${last}-01`, to: `${last}-20`, said_by: 'Rapport', ...more } as never);
  const { stated } = await state({ proof: 'Dossier 12' });
  await state({});
  const read = () => ask(house, admin, targetSheet, { target });
  expect(await read()).toMatchObject({ actual: { value: 14 }, leftOut: [{ reason: 'no-proof', many: 1 }] });
  await act(house, admin, withdrawValue, { stated, why: 'Recompté' });
  expect((await read()).actual.value).toBe(0);
});

it('keeps a small number of persons that somebody stated back outside the hub, like one that is counted', async () => {
  const { world, admin } = await withLogframe();
  const { house } = world;
  const helped = { code: 'helped', unit: 'person', counted: 'each', source: 'stated', names: { fr: 'Personnes aidées' }, reach: 'direct', said_by: 'Essai', since: '2020-01-01', events: [], proofs: [] };
  const { indicator } = await act(house, admin, openIndicator, helped as never);
  const { target } = await set(world, admin, { indicator, level: 'network', value: '10' });
  const donor = await world.as('donor_viewer');
  const read = async () => [(await ask(house, donor, targetSheet, { target })).actual, (await ask(house, donor, keptFigure, { indicator, over: 'network', to: last })).total] as const;
  const state = (value: string) => act(house, admin, stateValue, { indicator, value, proof: 'Liste', from: `${last}-01`, to: `${last}-20`, said_by: 'Rapport' } as never);
  await state('3');
  expect(await read()).toMatchObject([{ value: null, atLeast: null, kept: true }, { value: null, kept: true }]);
  await state('2');
  expect(await read()).toMatchObject([{ value: 5, kept: false }, { value: 5, kept: false }]);
});

import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { z } from 'zod';
import type { Actor } from '#core/actor.ts';
import { sealEvents } from '#core/chain/seal-events.ts';
import { signingKey } from '#core/chain/signing.ts';
import { allEvents } from '#core/event.ts';
import { act, ask } from '#core/pipeline.ts';
import { judgeFigure } from '#apps/cli/verify-figure.ts';
import '#apps/web/sitemap.ts';
import { closeVisit } from '#modules/desk/close-visit/close-visit.ts';
import { approveAgreement, concludeNegotiation } from '#modules/network/agreement/approve-agreement.ts';
import { draftAgreement } from '#modules/network/agreement/draft-agreement.ts';
import { terminateAgreement } from '#modules/network/agreement/end-agreement.ts';
import { planStudyVisit } from '#modules/registers/open-entry/plan-study-visit.ts';
import { takeStep } from '#modules/registers/step/take-step.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { persons, receivedBefore } from '#tests/fixtures/past-events.ts';
import { signedAgreement } from '#tests/fixtures/signed-agreement.ts';
import { printFigure } from '../printed/print-figure.ts';
import { monthOf, monthPlus } from '../reading/period.ts';
import { countable, fields, type FieldCode } from './countable.ts';
import { misfit } from './definition.ts';
import { indicatorList, indicatorSheet } from './indicator-list.query.ts';
import { keptFigure, keptRecords, tryDefinition } from './kept-figure.query.ts';
import { loadIndicatorSet } from './load-set.ts';
import { changeIndicator, openIndicator } from './open-indicator.ts';
import { readySet, setCodes } from './ready-sets.ts';
import { stateValue, withdrawValue } from './state-value.ts';

const this_month = monthOf(new Date());
const last = monthPlus(this_month, -1);
const women = {
  code: 'women-received', unit: 'person', counted: 'once', source: 'events', events: ['desk.client-received'], sex: ['female'], proofs: ['visit-closed'], cuts: ['age_band'],
  names: { fr: 'Femmes accueillies' }, reach: 'direct', said_by: 'Le comité du centre', since: '2020-01-01',
};
const open = (world: World, actor: Actor, more: object = {}) => act(world.house, actor, openIndicator, { ...women, ...more } as never);
const read = (world: World, actor: Actor, indicator: string, more: object = {}) => ask(world.house, actor, keptFigure, { indicator, ...more } as never);
const refused = (code: string, field?: string) => ({ code: `evidence.${code}`, ...(field ? { field } : {}) });

it('knows only events, fields and values that the house truly writes, and every ready set fits together', () => {
  const shapes = allEvents();
  for (const [name, { fields: asked, before }] of Object.entries(countable)) {
    for (const event of [name, ...before]) expect([event, shapes.has(event)]).toEqual([event, true]);
    const said = (shapes.get(name) as z.ZodObject).shape as Record<string, { options?: readonly string[]; unwrap?: () => { options?: readonly string[] } }>;
    for (const code of asked) {
      expect([name, code, code in said]).toEqual([name, code, true]);
      const options = said[code]!.options ?? said[code]!.unwrap?.().options;
      if (options) expect([name, code, Object.keys(fields[code as FieldCode].values).filter((value) => !options.includes(value))]).toEqual([name, code, []]);
    }
  }
  for (const set of setCodes) for (const { code, version } of readySet(set).indicators) expect([code, version.source === 'events' ? misfit(version) : undefined]).toEqual([code, undefined]);
  // domain.md 3.1: eight targets, and apart from them who was served and which jobs were filled.
  expect(readySet('medtown').indicators).toHaveLength(10);
});

it('counts what a manager composed, lists what lacks its proof with the reason, and stays what it was when it changes', async () => {
  const world = await openHub({ demo: true });
  const { house } = world;
  const manager = await world.as('hub_manager');
  const desk = await openDesk(world);
  const closed = await desk.visit(await desk.person());
  await desk.visit(await desk.person('منى الجريدي', 1990));
  await receivedBefore(world, desk.officer, [...persons(3).map((person) => ({ at: `${last}-05`, person })), { at: `${last}-06`, person: persons(1)[0]!, sex: 'male' }]);
  await act(house, desk.officer, closeVisit, { ticket: closed } as never);
  const tried = await ask(house, manager, tryDefinition, { unit: 'person', counted: 'once', events: women.events, sex: women.sex, proofs: women.proofs } as never);
  expect([tried.wrong, tried.count!.all.value, tried.count!.leftOut]).toEqual([null, 1, [{ reason: 'sex', many: 1 }, { reason: 'visit-closed', many: 4 }]]);
  expect((await ask(house, manager, tryDefinition, { unit: 'job', counted: 'once', events: women.events } as never)).wrong).toBe('events');
  const { indicator } = await open(world, manager);
  expect((await read(world, desk.officer, indicator)).total).toEqual({ value: 1, events: 1, kept: false });
  const month = await read(world, desk.officer, indicator, { from: last, to: last });
  expect([month.total.value, month.leftOut]).toEqual([0, [{ reason: 'sex', many: 1 }, { reason: 'visit-closed', many: 3 }]]);
  const { counts, leftOut, records } = await ask(house, desk.officer, keptRecords, { indicator } as never);
  expect([counts, leftOut, records.map(({ missing }) => missing), records[0]!.subject]).toEqual([1, 1, [null, 'visit-closed'], closed]);

  const { code: _, ...same } = women;
  const change = (more: object) => act(house, manager, changeIndicator, { indicator, reason: 'Décision du comité', ...same, ...more } as never);
  await expect(change({})).rejects.toMatchObject(refused('same-definition'));
  await expect(change({ since: '2019-12-31', proofs: [] })).rejects.toMatchObject(refused('since-earlier'));
  await change({ proofs: [], since: `${this_month}-01` });
  expect((await read(world, desk.officer, indicator)).total.value).toBe(2);
  expect(await read(world, desk.officer, indicator, { from: last, to: last })).toMatchObject({ version: 1, total: { value: 0 } });
  expect(await read(world, desk.officer, indicator, { from: last, to: this_month })).toMatchObject({ version: 2, changed: true, total: { value: 5 } });
  expect((await read(world, desk.officer, indicator, { from: last, to: this_month, by: 'age_band' })).rows.map(({ key, shown }) => [key, shown.value])).toContainEqual(['25-34', 3]);
  expect((await read(world, desk.officer, indicator, { from: '2019-03', to: '2019-03' })).version).toBe(null);
  expect((await ask(house, desk.officer, indicatorSheet, { indicator })).versions.map(({ version, proofs }) => [version, proofs])).toEqual([[1, ['visit-closed']], [2, []]]);
});

it('refuses what does not fit, and keeps a hub’s own to that hub', async () => {
  const world = await openHub({ demo: true });
  const manager = await world.as('hub_manager');
  const { indicator } = await open(world, manager);
  await expect(open(world, manager)).rejects.toMatchObject(refused('code-taken', 'code'));
  await expect(open(world, manager, { code: 'b2', events: ['network.agreement-signed'] })).rejects.toMatchObject(refused('does-not-fit', 'events'));
  await expect(open(world, manager, { code: 'b3', outcome: ['full'] })).rejects.toMatchObject(refused('does-not-fit', 'outcome'));
  await expect(open(world, manager, { code: 'b4', until: '2019-01-01' })).rejects.toMatchObject(refused('ends-before', 'until'));
  const other = await world.secondHub();
  const elsewhere = await other.as('hub_manager');
  expect((await ask(world.house, elsewhere, indicatorList, {})).length).toBe(0);
  await expect(read(other, elsewhere, indicator)).rejects.toMatchObject({ name: 'NotFound' });
  await expect(act(world.house, elsewhere, changeIndicator, { indicator, reason: 'Pour voir', ...women, code: undefined } as never)).rejects.toBeDefined();
  await expect(open(world, await world.as('desk_officer'), { code: 'c1' })).rejects.toMatchObject({ code: 'core.role-missing' });
  await expect(read(world, await world.as('ministry_viewer'), indicator)).rejects.toMatchObject({ name: 'NotFound' });
});

it('loads MedTOWN’s logframe: an unsigned agreement counts zero with its reason, small numbers of persons stay kept back', async () => {
  const world = await openHub({ demo: true });
  const { house } = world;
  const admin = await world.as('network_admin');
  expect(await act(house, admin, loadIndicatorSet, { set: 'medtown' })).toEqual({ opened: 10, changed: 0 });
  await expect(act(house, admin, loadIndicatorSet, { set: 'medtown' })).rejects.toMatchObject(refused('set-there-already'));
  await open(world, world.console, { code: 'service-poles' });
  await expect(act(house, admin, loadIndicatorSet, { set: 'iess' })).rejects.toMatchObject(refused('code-of-another'));
  const list = await ask(house, admin, indicatorList, {});
  const named = (code: string) => list.find((one) => one.code === code)!.id;
  const { body } = await openDirectory(world);
  const { manager, agreement: signed } = await signedAgreement(world, await body({ fr: 'Commune d’essai' }));
  const parties = [await body({ fr: 'Partie une' }), await body({ fr: 'Partie deux' })];
  const { agreement } = await act(house, manager, draftAgreement, { kind: 'delegated-service', titles: { fr: 'Non signée' }, terms: {}, parties, opens: ['delegated-service'], valid_from: `${this_month}-01`, valid_until: '2099-01-01' } as never);
  await act(house, manager, concludeNegotiation, { agreement, version: 1 } as never);
  await act(house, manager, approveAgreement, { agreement, version: 1, organization: parties[0]! } as never);
  const officer = await world.as('desk_officer');
  const agreements = await read(world, officer, named('agreements-in-force'));
  expect([agreements.total.value, agreements.leftOut]).toEqual([1, [{ reason: 'not-yet', many: 1 }]]);
  await act(house, manager, terminateAgreement, { agreement: signed });
  const over = await read(world, officer, named('agreements-in-force'));
  expect([over.total.value, over.leftOut]).toEqual([0, [{ reason: 'not-yet', many: 1 }, { reason: 'not-ended', many: 1 }]]);

  // Entries of registers are nobody: whoever reads a region reads that region exactly, and no other's.
  const { indicator: visits } = await open(world, world.console, { code: 'visits-reported', unit: 'entry', events: ['registers.study-visit-reported'], sex: [], proofs: [], cuts: [] });
  const { entry } = await act(house, manager, planStudyVisit, { names: { fr: 'Séville' }, organization: parties[0]!, country: 'ES', starts_on: `${last}-02` } as never);
  await act(house, manager, takeStep, { entry, to: 'done', on: `${last}-02`, female: '4' } as never);
  await act(house, manager, takeStep, { entry, to: 'reported', on: `${last}-03`, file: Buffer.from('%PDF-1.4\n%%EOF').toString('base64') } as never);
  const overRegion = async (territory: string) => (await read(world, await world.as('regional_coordinator', { territory }), visits, { over: 'region', to: last })).total.value;
  expect([await overRegion('TN-43'), await overRegion('TN-11')]).toEqual([1, 0]);
  await receivedBefore(world, officer, persons(3).map((person) => ({ at: `${last}-05`, person })));
  const donor = await world.as('donor_viewer');
  expect((await read(world, officer, named('people-involved'), { from: last, to: last })).total.value).toBe(3);
  expect((await read(world, donor, named('people-involved'))).total).toMatchObject({ value: null, kept: true });
  // Divided by a condition, the difference to another figure would tell: it is not read over the network at all.
  expect(await read(world, donor, named('jobs-filled'))).toMatchObject({ hubOnly: true, total: { value: null } });
});

it('adds a stated number only with its proof, and context never', async () => {
  const world = await openHub({ demo: true });
  const { house } = world;
  await act(house, world.console, loadIndicatorSet, { set: 'jisr' });
  await act(house, world.console, loadIndicatorSet, { set: 'medtown' });
  const manager = await world.as('hub_manager');
  const list = await ask(house, manager, indicatorList, {});
  const [visits, rate, people] = ['job-opportunities', 'women-activity-rate', 'people-served'].map((code) => list.find((one) => one.code === code)!.id) as [string, string, string];
  const say = (indicator: string, more: object) => act(house, manager, stateValue, { indicator, value: '2', from: `${last}-01`, to: `${last}-20`, said_by: 'Rapport', ...more } as never);
  await say(visits, { proof: 'Compte rendu 12' });
  const { stated } = await say(visits, { value: '5' });
  const month = { from: last, to: last };
  expect(await read(world, manager, visits, month)).toMatchObject({ total: { value: 2 }, leftOut: [{ reason: 'no-proof', many: 1 }] });
  await act(house, manager, withdrawValue, { stated, why: 'Saisi deux fois' });
  expect((await read(world, manager, visits, month)).leftOut).toEqual([]);
  await say(rate, { value: '28', from: '2022-06-01', to: '2022-06-30' });
  await say(rate, { value: '30.5' });
  expect((await read(world, manager, rate, month)).total.value).toBe(30.5);
  await expect(say(people, {})).rejects.toMatchObject(refused('counted-here'));
  await expect(say(visits, { to: `${monthPlus(last, -1)}-01` })).rejects.toMatchObject(refused('ends-before', 'to'));
  await expect(say(visits, { from: '2011-01-01', to: '2011-02-01' })).rejects.toMatchObject(refused('value-not-in-force', 'from'));
});

it('prints a figure that walks to its first event, and names what was altered behind it', async () => {
  const world = await openHub({ demo: true });
  const { house } = world;
  const signing = signingKey(house.keyFor('chain-heads'));
  const sealer = { pool: house.worker, key: signing, headsFile: join(process.env.HADINA_TEST_HOME!, 'heads.log') };
  const manager = await world.as('hub_manager');
  const { indicator } = await open(world, manager, { proofs: [] });
  const officer = await world.as('desk_officer');
  await receivedBefore(world, officer, persons(4).map((person) => ({ at: `${last}-05`, person })));
  const sealedAll = async () => expect.poll(async () => {
    await sealEvents(sealer, 'core', true);
    const [left] = await ownerQuery<{ many: number }>(house, 'select count(*)::int as many from core.event e where network_id = $1 and not exists (select from core.seal s where s.network_id = e.network_id and s.event_id = e.id)', [world.network]);
    return left!.many;
  }, { timeout: 45_000 }).toBe(0);
  const print = () => act(house, manager, printFigure, { indicator, from: last, to: last });
  await sealedAll();
  const { figure } = await print();
  const her = await (await openDesk(world)).person();
  await receivedBefore(world, officer, [{ at: `${last}-09`, person: her }]);
  await sealedAll();
  const judge = () => judgeFigure({ house, sealer, signing }, figure);
  expect(await judge()).toMatchObject({ value: '4.0000', events: 4, broken: null, chain: { broken: null } });
  // Whoever prints prints the same: one from whom she is kept apart is counted, and no number one less tells her of it.
  const apart = await world.as('supervisor');
  await ownerQuery(house, 'insert into people.conflict (network_id, account_id, person_id, since) values ($1, $2, $3, now())', [world.network, apart.account, her]);
  const { figure: hers } = await act(house, apart, printFigure, { indicator, from: last, to: last });
  expect(await judgeFigure({ house, sealer, signing }, hers)).toMatchObject({ value: '5.0000', events: 5, broken: null });
  const web = await openWeb(world);
  const paper = async (of: string) => (await (await web.get(`/indicators/${indicator}/printed/${of}?lang=fr`, manager)).text()).includes('Moins de cinq');
  expect([await paper(figure), await paper(hers)]).toEqual([true, false]);
  expect((await read(world, manager, indicator, { from: last, to: last })).total.value).toBe(5);
  await expect(act(house, manager, printFigure, { indicator, from: '2019-01', to: '2019-01' })).rejects.toMatchObject(refused('nothing-to-print'));

  const owner = (text: string, ...values: unknown[]) => ownerQuery(house, text, values);
  await owner('update evidence.printed_figure set value = 40 where id = $1', figure);
  expect((await judge()).broken).toMatchObject({ link: 'row' });
  await owner('update evidence.printed_figure set value = 4 where id = $1', figure);
  await owner(`update evidence.indicator_version set conditions = '{"sex":["male"]}' where indicator_id = $1`, indicator);
  expect((await judge()).broken).toMatchObject({ link: 'definition' });
  await owner(`update evidence.indicator_version set conditions = '{"sex":["female"]}' where indicator_id = $1`, indicator);
  const [behind] = await ownerQuery<{ id: string }>(house, `select id from core.event where network_id = $1 and name = 'desk.client-received' order by id limit 1`, [world.network]);
  await owner(`update core.event set body = body || '{"sex":"male"}' where network_id = $1 and id = $2`, world.network, behind!.id);
  expect(await judge()).toMatchObject({ broken: { link: 'events' }, behind: true, chain: { broken: { event: behind!.id, fault: 'event-changed' } } });
});

it('says so when nothing is sealed yet', async () => {
  const world = await openHub();
  const manager = await world.as('hub_manager');
  const { indicator } = await open(world, manager);
  await ownerQuery(world.house, 'delete from core.head where network_id = $1', [world.network]);
  const printed = act(world.house, manager, printFigure, { indicator });
  await expect(printed).rejects.toMatchObject(refused('nothing-sealed'));
});

it('composes on a page without script: what counts first, its number at once, then its name', async () => {
  const world = await openHub({ demo: true });
  const manager = await world.as('hub_manager');
  const desk = await openDesk(world);
  await desk.visit(await desk.person());
  const web = await openWeb(world);
  const address = '/indicators/new?source=events&unit=person&counted=once&events=desk.client-received&sex=female&lang=fr';
  const page = await (await web.get(address, manager)).text();
  expect(page).toContain('Ce qu’il compterait ici');
  expect(page).toMatch(/name="sex" value="female"/);
  expect((await web.get('/indicators', manager)).status).toBe(200);
  const { indicator } = await open(world, manager);
  for (const part of ['', '/change', '/events']) expect([part, (await web.get(`/indicators/${indicator}${part}`, manager)).status]).toEqual([part, 200]);
});

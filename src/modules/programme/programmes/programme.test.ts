import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { suspendAgreement } from '#modules/network/agreement/end-agreement.ts';
import { setController } from '#modules/network/controller/set-controller.ts';
import { beginMembership } from '#modules/network/organization/membership.ts';
import { registerOrganization } from '#modules/network/public.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { signedAgreement } from '#tests/fixtures/signed-agreement.ts';
import { nameController } from '../controller/name-controller.ts';
import { addCost, withdrawCost } from '../cost/add-cost.ts';
import { addFunder } from '../cost/add-funder.ts';
import { changePeriod, closeProgramme, editProgramme } from '../open-programme/change-programme.ts';
import { linkPredecessor } from '../open-programme/link-predecessor.ts';
import { openProgramme } from '../open-programme/open-programme.ts';
import { endPartner } from '../partner/end-partner.ts';
import { namePartner } from '../partner/name-partner.ts';
import { listedProgramme, listedProgrammes } from '../public-pages/listed-programmes.query.ts';
import { partnerMayWrite, programmesOf, targetOf } from '../public.ts';
import '../routes.tsx';
import { setTarget } from '../target/set-target.ts';
import { programmeList } from './programme-list.query.ts';
import { programmeSheet } from './programme-sheet.query.ts';

const said_by = 'Fiche du projet';
let world: World;
let admin: Actor;
let nth = 0;

beforeAll(async () => {
  world = await openHub({ country: 'MA', kind: 'reference-incubator', territory: 'MA-LAA' });
  admin = await world.as('network_admin');
});

const open = async (more: object = {}) =>
  (await act(world.house, admin, openProgramme, { level: 'project', code: `p-${++nth}`, names: { fr: `Projet ${nth}` }, starts_on: '2022-09-01', ends_on: '2026-12-31', said_by, ...more })).programme;
const sheet = (programme: string, by: Actor = admin) => ask(world.house, by, programmeSheet, { programme });
const body = async (fr: string) => (await act(world.house, admin, registerOrganization, { names: { fr }, sector: 'civil', kind: 'association', listed: 'true' } as never)).organization;
const cost = async (programme: string, amount: string, more: object = {}) => (await act(world.house, admin, addCost, { programme, amount, currency: 'MAD', said_by, ...more })).cost;
const target = (programme: string, value: string, more: object = {}) => act(world.house, admin, setTarget, { programme, indicator: 'women-trained', sex: 'female', value, said_by, ...more });
const as = <R>(actor: Actor, work: Parameters<typeof inTransaction<R>>[2]) => inTransaction(world.house.app, beginFor(actor), work);

describe('the tree', () => {
  it('a strategy holds programmes, a programme projects; what lies outside the years of what it belongs to is flagged', async () => {
    const jisr = await open({ level: 'strategy', starts_on: '2022-01-01' });
    const tamkin = await open({ level: 'programme', parent: jisr });
    const late = await open({ parent: tamkin, ends_on: '2027-06-30' });
    await expect(open({ level: 'programme', parent: late })).rejects.toMatchObject({ code: 'programme.wrong-rung', field: 'parent' });
    await expect(open({ level: 'strategy', parent: jisr })).rejects.toMatchObject({ code: 'programme.wrong-rung' });
    await expect(open({ code: `p-${nth - 2}` })).rejects.toMatchObject({ code: 'programme.code-taken', field: 'code' });
    await expect(open({ ends_on: '2022-08-31' })).rejects.toMatchObject({ code: 'programme.ends-before-start' });
    await expect(open({ territory: 'MA-XX' })).rejects.toMatchObject({ code: 'programme.unknown-territory' });
    const rows = new Map((await ask(world.house, await world.as('hub_manager'), programmeList, {})).map((row) => [row.id, row]));
    expect([jisr, tamkin, late].map((id) => rows.get(id)!.outside)).toEqual([false, false, true]);
    expect((await sheet(jisr)).parts.map(({ id }) => id)).toEqual([tamkin]);
    await expect(act(world.house, admin, closeProgramme, { programme: jisr, on: '2023-01-01' })).rejects.toMatchObject({ code: 'programme.parts-still-open', values: { count: 1 } });
  });

  it('phase II knows phase I, once, never in a ring, and each has its own targets', async () => {
    const [one, two, three] = [await open(), await open({ starts_on: '2024-01-01' }), await open()];
    await act(world.house, admin, linkPredecessor, { programme: two, predecessor: one });
    expect([(await sheet(one)).after?.id, (await sheet(two)).before?.id]).toEqual([two, one]);
    await expect(act(world.house, admin, linkPredecessor, { programme: three, predecessor: one })).rejects.toMatchObject({ code: 'programme.already-followed' });
    await expect(act(world.house, admin, linkPredecessor, { programme: one, predecessor: two })).rejects.toMatchObject({ code: 'programme.goes-in-a-ring' });
    await target(one, '60');
    await target(two, '140');
    expect([(await sheet(one)).targets, (await sheet(two)).targets].map(([only, ...more]) => [only!.value, more.length])).toEqual([[60, 0], [140, 0]]);
  });

  it('dates that change keep the earlier plan; once closed nothing more is written', async () => {
    const programme = await open({ starts_on: '2019-09-05', ends_on: '2022-09-04' });
    const change = (more: object = {}) => act(world.house, admin, changePeriod, { programme, starts_on: '2019-09-05', ends_on: '2023-12-04', said_by: 'Avenant', reason: 'Pandémie', ...more });
    await expect(change({ ends_on: '2022-09-04' })).rejects.toMatchObject({ code: 'programme.same-period' });
    await change();
    expect(await sheet(programme)).toMatchObject({ endsOn: '2023-12-04', periods: [{ version: 1, endsOn: '2022-09-04', reason: null }, { version: 2, endsOn: '2023-12-04', reason: 'Pandémie' }] });
    await act(world.house, admin, editProgramme, { programme, names: { fr: 'Autre titre' }, sensitive: 'on' });
    expect(await sheet(programme)).toMatchObject({ names: { fr: 'Autre titre' }, sensitive: true, listed: false });
    await expect(act(world.house, admin, closeProgramme, { programme, on: '2999-01-01' })).rejects.toMatchObject({ code: 'programme.day-to-come' });
    await act(world.house, admin, namePartner, { programme, role: 'operator', partner_hub: world.hub, since: '2019-09-05', said_by });
    await act(world.house, admin, closeProgramme, { programme, on: '2023-12-04' });
    for (const late of [() => change({ ends_on: '2024-01-01' }), () => target(programme, '5'), () => cost(programme, '10')]) await expect(late()).rejects.toMatchObject({ code: 'programme.programme-closed' });
    expect(await sheet(programme)).toMatchObject({ state: 'closed', mine: false, partners: [{ until: '2023-12-04', endedReason: 'closed', now: true }] });
  });
});

describe('who pays', () => {
  it('three sources disagree and all stay; what the shares of one leave is told in per cent and in money', async () => {
    const programme = await open();
    const first = await cost(programme, '332 000 000', { said_by: 'alalam 2023' });
    await cost(programme, '٣٠٠٠٠٠٠٠٠', { approximate: 'on', said_by: 'presse' });
    const last = await cost(programme, '386000000', { said_by: 'trend' });
    const pays = (more: object) => act(world.house, admin, addFunder, { programme, cost: last, names: { fr: 'Ministère' }, ...more });
    await pays({ share: '41,2', amount: '159 000 000' });
    await pays({ names: { fr: 'Partenaires' }, share: '57.6' });
    for (const amount of ['140.5', '35', '156.5']) await pays({ cost: first, amount: `${Number(amount) * 1e6}` });
    const { costs } = await sheet(programme);
    expect(costs.map(({ amount, approximate }) => [amount, approximate])).toEqual([[33_200_000_000, false], [30_000_000_000, true], [38_600_000_000, false]]);
    expect(costs.map(({ left }) => left)).toEqual([{ share: 0, amount: 0, about: false }, null, { share: 120, amount: 466_400_000, about: true }]);
    for (const [more, code] of [
      [{ names: {} , share: '1' }, 'funder-unnamed'], [{}, 'share-or-amount'], [{ share: '100.5' }, 'share-not-understood'], [{ share: '0.001' }, 'share-not-understood'],
      [{ amount: '386000001' }, 'more-than-the-cost'], [{ amount: '1.234' }, 'too-many-decimals'],
    ] as const) await expect(pays(more)).rejects.toMatchObject({ code: `programme.${code}` });
    await act(world.house, admin, withdrawCost, { programme, cost: last, why: 'Faute de frappe' });
    await expect(pays({ share: '1' })).rejects.toMatchObject({ code: 'programme.cost-withdrawn' });
    expect((await sheet(programme)).costs[2]).toMatchObject({ withdrawnWhy: 'Faute de frappe', amount: 38_600_000_000 });
  });

  it('keeps the decimals of each currency: three for dinars, two for dirhams', async () => {
    const programme = await open();
    await cost(programme, '12.345', { currency: 'TND' });
    await expect(cost(programme, '12.345', { currency: 'MAD' })).rejects.toMatchObject({ code: 'programme.too-many-decimals', values: { scale: 2 } });
    await expect(cost(programme, '0', { currency: 'MAD' })).rejects.toMatchObject({ code: 'programme.too-many-decimals' });
    expect((await sheet(programme)).costs.map(({ amount }) => amount)).toEqual([12_345]);
  });
});

describe('who takes part', () => {
  it('a partner that takes another’s place ends it the day before, and each keeps what was done in its time', async () => {
    const programme = await open();
    const [afturd, tcse] = [await body('AFTURD'), await body('TCSE')];
    const named = (more: object) => act(world.house, admin, namePartner, { programme, role: 'partner', since: '2022-09-01', said_by, ...more });
    const { partner } = await named({ organization: afturd, country: 'TN' });
    await expect(named({ organization: afturd })).rejects.toMatchObject({ code: 'programme.partner-already' });
    await expect(named({ organization: tcse, partner_hub: world.hub })).rejects.toMatchObject({ code: 'programme.body-or-hub' });
    await expect(named({ organization: tcse, replaces: partner })).rejects.toMatchObject({ code: 'programme.ends-before-start' });
    await named({ organization: tcse, since: '2023-11-24', replaces: partner });
    await expect(named({ organization: await body('Autre'), since: '2024-01-01', replaces: partner })).rejects.toMatchObject({ code: 'programme.partner-replaced' });
    const on = (day: string) => as(admin, async (tx) => (await Promise.all([afturd, tcse].map((organization) => programmesOf(tx, { organization, on: day })))).map((rows) => rows.length));
    expect([await on('2023-11-23'), await on('2023-11-24')]).toEqual([[1, 0], [0, 1]]);
    expect((await sheet(programme)).partners.map(({ until, endedReason }) => [until, endedReason])).toEqual([['2023-11-23', 'replaced'], [null, null]]);
    await expect(act(world.house, admin, endPartner, { programme, partner, until: '2024-01-01', reason: 'Fin' })).rejects.toMatchObject({ code: 'programme.partner-ended' });
  });

  it('a hub whose agreement is over may read and no longer write', async () => {
    const own = await openHub({ country: 'TN' });
    const ruler = await own.as('network_admin');
    const { organization } = await act(own.house, ruler, registerOrganization, { names: { fr: 'Association' }, sector: 'civil', kind: 'association', listed: 'true' } as never);
    const { agreement, manager } = await signedAgreement(own, organization);
    const { programme } = await act(own.house, ruler, openProgramme, { level: 'project', code: 'under', names: { fr: 'Sous convention' }, starts_on: '2024-01-01', said_by });
    const take = (more: object) => act(own.house, ruler, namePartner, { programme, role: 'operator', since: '2024-01-01', said_by, ...more });
    await expect(take({ partner_hub: (await own.secondHub()).hub, agreement })).rejects.toMatchObject({ code: 'programme.agreement-of-others' });
    await take({ organization, agreement });
    const { partner } = await take({ partner_hub: own.hub, agreement });
    const may = () => inTransaction(own.house.app, beginFor(manager), (tx, now) => partnerMayWrite({ tx, now, network: own.network, actor: manager } as never, { programme, hub: own.hub }));
    const seen = async () => (await ask(own.house, ruler, programmeSheet, { programme })).partners.map(({ standing }) => standing?.state);
    expect([await may(), await seen()]).toEqual([true, ['in-force', 'in-force']]);
    await act(own.house, manager, suspendAgreement, { agreement });
    expect([await may(), await seen()]).toEqual([false, ['suspended', 'suspended']]);
    await act(own.house, ruler, endPartner, { programme, partner, until: '2024-06-30', reason: 'Fin de mandat' });
    await take({ partner_hub: own.hub, since: '2024-07-01', replaces: partner });
    expect(await may()).toBe(true);
  });

  it('a body answers for data of a programme at a hub where it answers already', async () => {
    const programme = await open();
    const association = await body('Association Amal');
    const name = () => act(world.house, admin, nameController, { programme, at_hub: world.hub, organization: association, since: '2024-01-01' });
    await expect(name()).rejects.toMatchObject({ code: 'programme.not-a-controller' });
    await act(world.house, admin, beginMembership, { organization: association, hub: world.hub, since: '2024-01-01' });
    await act(world.house, admin, setController, { organization: association, hub: world.hub, regime: 'association', legal_basis: 'consent', retention_months: 60, hosting_country: 'MA', declaration: 'not-made' });
    await name();
    await expect(name()).rejects.toMatchObject({ code: 'programme.controller-already' });
    expect((await sheet(programme)).controllers).toMatchObject([{ names: { fr: 'Association Amal' }, until: null }]);
  });
});

describe('what is promised', () => {
  it('a new number is a new version with its reason; none is changed, not even by two at once', async () => {
    const programme = await open();
    const pilots = (value: string, more: object = {}) => target(programme, value, { indicator: 'pilots', sex: 'all', ...more });
    await pilots('6');
    await expect(pilots('10')).rejects.toMatchObject({ code: 'programme.reason-needed', field: 'reason' });
    await expect(pilots('6', { reason: 'Rien' })).rejects.toMatchObject({ code: 'programme.same-target' });
    await expect(pilots('3', { territory: 'MA-XX' })).rejects.toMatchObject({ code: 'programme.unknown-territory' });
    await Promise.all([pilots('10', { reason: 'Fiche 2021' }), pilots('12', { reason: 'Fiche 2022' })]);
    const [{ versions }] = (await sheet(programme)).targets as never as [{ versions: { version: number; value: number }[] }];
    expect(versions.map(({ version }) => version)).toEqual([1, 2, 3]);
    expect([versions[0]!.value, new Set(versions.map(({ value }) => value))]).toEqual([6, new Set([6, 10, 12])]);
    expect(await as(admin, (tx) => targetOf(tx, { programme, indicator: 'pilots' }))).toBe(versions[2]!.value);
    await expect(as(admin, (tx) => tx.updateTable('programme.target').set({ value: 1 }).execute())).rejects.toMatchObject({ code: '42501' });
  });

  it('a region whose provinces do not add up is flagged; its coordinator reads her region, the whole, and nothing of others', async () => {
    const programme = await open();
    await target(programme, '36000');
    for (const [territory, value] of [['MA-11', '3000'], ['MA-12', '33000'], ['MA-LAA', '1800'], ['MA-BOD', '1100'], ['MA-OUD', '33000']] as const) await target(programme, value, { territory });
    expect((await sheet(programme)).flags).toMatchObject([{ kind: 'places', territory: 'MA-11', value: 3_000, sum: 2_900, parts: 2 }]);
    const coordinator = await world.as('regional_coordinator', { territory: 'MA-11' });
    expect((await sheet(programme, coordinator)).targets.map(({ territory }) => territory).sort()).toEqual(['MA-11', 'MA-BOD', 'MA-LAA', null].sort());
    const other = await world.as('regional_coordinator', { territory: 'MA-12' });
    expect((await sheet(programme, other)).flags).toEqual([]);
    expect((await sheet(programme, await world.as('donor_viewer'))).targets).toHaveLength(6);
  });
});

describe('who may', () => {
  it('only the network’s administrator writes; desks and strangers do not read; strangers read what is listed, without places and numbers where people are in danger', async () => {
    const shown = await open({ listed: 'on', code: 'shown' });
    const danger = await open({ listed: 'on', sensitive: 'on', territory: 'MA-11', code: 'danger' });
    const hidden = await open({ code: 'hidden' });
    await target(shown, '10');
    await target(danger, '10');
    for (const role of ['hub_manager', 'ministry_viewer', 'regional_coordinator'] as const) {
      const actor = await world.as(role, { territory: 'MA-11' });
      await expect(act(world.house, actor, setTarget, { programme: shown, indicator: 'pilots', sex: 'all', value: '1', said_by })).rejects.toMatchObject({ code: 'core.role-missing' });
      await expect(as(actor, (tx) => tx.insertInto('programme.target').values({ network_id: world.network, programme_id: shown, indicator: 'pilots', sex: 'all', version: 1, value: 1, since: '2024-01-01', said_by, set_at: new Date() }).execute())).rejects.toMatchObject({ code: '42501' });
    }
    await expect(sheet(shown, await world.as('desk_officer'))).rejects.toMatchObject({ code: 'core.role-missing' });
    const stranger = visitor(world.network);
    const codes = (await ask(world.house, stranger, listedProgrammes, {})).map(({ code }) => code);
    expect([codes.includes('shown'), codes.includes('danger'), codes.includes('hidden')]).toEqual([true, true, false]);
    await expect(ask(world.house, stranger, listedProgramme, { code: 'hidden' })).rejects.toThrow('not-found');
    expect((await ask(world.house, stranger, listedProgramme, { code: 'shown' })).targets).toHaveLength(1);
    expect(await ask(world.house, stranger, listedProgramme, { code: 'danger' })).toMatchObject({ targets: [], territory: null });
    expect(await as(stranger, async (tx) => (await tx.selectFrom('programme.target').select('programme_id').where('programme_id', '=', hidden).execute()).length)).toBe(0);
    const elsewhere = await openHub();
    await expect(ask(world.house, await elsewhere.as('network_admin'), programmeSheet, { programme: shown })).rejects.toThrow('not-found');
  });
});

import type { Actor } from '#core/actor.ts';
import { Vault } from '#core/crypto/vault.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { alarmList } from '#modules/people/brakes/alarm-list.query.ts';
import { layBaitFile, plantBaitFile } from '#modules/people/brakes/plant-bait-file.ts';
import { personContact } from '#modules/people/person-contact/person-contact.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { jobOf } from '#tests/fixtures/message-jobs.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';

/** What the promise says, beside the code that keeps it: three times the caseload, and nobody's caseload counts as less than fifteen. */
const LEAST = 15;
const ALARM_WITHIN_MS = 5_000;

export const insiderPromise: TrustPromise = {
  number: 10,
  name: 'insider',
  title: 'whoever opens far more files in a day than she follows shows again who she is, then is stopped and told of; bait raises an alarm',
  tooLongForAMinute: 'lives through days of an insider’s reading',
  run: async (kit) => {
    await kit.hadina();
    const town = await openTown(await openHub(), kit.rounds(64, 90));
    const [read, bait] = [await readsMany(town), await baitOpened(kit, town)];
    return noneOf('readers who were not stopped, or wrongly', read.cases + bait.cases, [...read.faults, ...bait.faults], 60, [`an alarm stood ${bait.slowest} ms after bait was tried, at most ${ALARM_WITHIN_MS}`]);
  },
  plantedFault: async (kit) => {
    await kit.hadina();
    const town = await openTown(await openHub(), 64);
    // A log of looks that forgets, and bait whose mark is gone.
    const forgets = await readsMany(town, () => ownerQuery(town.world.house, 'delete from core.look where network_id = $1', [town.world.network]));
    const unmarked = await baitOpened(kit, town, () => ownerQuery(town.world.house, 'delete from core.bait where network_id = $1', [town.world.network]));
    return forgets.faults.length > 0 && unmarked.faults.length > 0;
  },
};

interface Town { readonly world: World; readonly people: readonly string[]; readonly auditor: Actor }

/** A hub whose many persons all have something open, by another hand: nothing but the brake keeps a reader from opening them. */
async function openTown(world: World, many: number): Promise<Town> {
  const { house, network, hub } = world;
  const desk = await openDesk(world);
  const people = (await ownerQuery<{ id: string }>(house, `insert into people.person (network_id, id, code, name, norm_version, since)
    select $1, gen_random_uuid(), 'T' || n || '-' || left(gen_random_uuid()::text, 8), 'Invented ' || n, 1, now() from generate_series(1, $2::int) n returning id`, [network, many])).map(({ id }) => id);
  await ownerQuery(house, `insert into people.enrolment (network_id, id, hub_id, person_id, via, since) select $1, gen_random_uuid(), $2, p, 'registered', now() from unnest($3::uuid[]) p`, [network, hub, people]);
  await ownerQuery(house, `insert into people.access_grant (network_id, id, hub_id, person_id, basis, basis_id, from_at, until_at, granted_by)
    select $1, gen_random_uuid(), $2, p, 'need', gen_random_uuid(), now() - interval '1 hour', now() + interval '1 day', $4 from unnest($3::uuid[]) p`, [network, hub, people, desk.officer.account]);
  const vault = new Vault(house.keys, network, hub, () => {});
  const sealed = await Promise.all(people.map(async (person) => {
    const row = newId();
    return { row, person, value: await vault.seal({ person, table: 'people.person_contact', column: 'sealed', row }, 'Rue de l’Olivier 7') };
  }));
  await ownerQuery(house, `insert into people.person_contact (network_id, id, hub_id, person_id, kind, sealed, shared, set_at)
    select $1, v.row, $2, v.person, 'address', v.value, false, now() from unnest($3::uuid[], $4::uuid[], $5::bytea[]) as v (row, person, value)`,
  [network, hub, sealed.map(({ row }) => row), people, sealed.map(({ value }) => value)]);
  return { world, people, auditor: await world.as('dpo', { scope: 'network' }) };
}

type Answer = 'opened' | 'asked' | 'stopped' | string;

async function tryToOpen({ world }: Town, reader: Actor, person: string): Promise<Answer> {
  return ask(world.house, reader, personContact, { person }).then(() => 'opened', (error: Error & { code?: string }) => ({ 'core.not-fresh': 'asked', 'core.reads-stopped': 'stopped' })[error.code ?? ''] ?? error.message);
}

/** One reader with nothing of her own goes from file to file: what she meets at each is said beforehand. */
async function readsMany(town: Town, between: () => Promise<unknown> = async () => {}): Promise<{ cases: number; faults: string[] }> {
  const faults: string[] = [];
  const { world, auditor } = town;
  const reader = await world.as('supervisor');
  const stale: Actor = { ...reader, provedAt: new Date(Date.now() - 3_600_000) };
  for (const [index, person] of town.people.entries()) {
    const many = index + 1;
    if (many % 10 === 0) await between();
    const unproved = await tryToOpen(town, stale, person);
    const expected = many <= LEAST * 3 ? 'opened' : many <= LEAST * 4 ? 'asked' : 'stopped';
    if (unproved !== expected) faults.push(`file ${many} of a day: ${unproved} instead of ${expected}`);
    if (expected !== 'asked') continue;
    const proved = await tryToOpen(town, { ...reader, provedAt: new Date() }, person);
    if (proved !== 'opened') faults.push(`file ${many} of a day stays shut to one who showed who she is: ${proved}`);
  }
  const { alarms } = await ask(world.house, auditor, alarmList, {});
  if (alarms.filter(({ kind }) => kind === 'reads-stopped').length !== 1) faults.push(`${alarms.length} alarms instead of one`);
  return { cases: town.people.length + LEAST + 1, faults };
}

/** Bait planted by the auditor is opened by colleagues of three roles: each time an alarm, and nothing that tells it apart. */
async function baitOpened(kit: Kit, { world, auditor }: Town, before: () => Promise<unknown> = async () => {}): Promise<{ cases: number; faults: string[]; slowest: number }> {
  const faults: string[] = [];
  await act(world.house, auditor, plantBaitFile, { hub: world.hub, name: `Invented Bait ${kit.random.below(1_000_000)}`, birth_year: 1986, sex: 'female' });
  const jobs = await ownerQuery<{ payload: { input: { person: string } } }>(world.house,
    "select payload from graphile_worker._private_jobs where payload ->> 'action' = 'people.lay-bait-file' and payload ->> 'network' = $1", [world.network]);
  const { input } = jobs[0]!.payload;
  await act(world.house, jobOf(world.network), layBaitFile, input);
  await before();
  const ordinary = await (await openDesk(world)).person('Invented Neighbour', 1986);
  let slowest = 0;
  for (const role of ['desk_officer', 'case_worker', 'supervisor'] as const) {
    const reader = await world.as(role);
    const alarms = async () => (await ask(world.house, auditor, alarmList, {})).alarms.filter(({ kind }) => kind === 'bait-opened').length;
    const earlier = await alarms();
    const [bait, other] = [await ask(world.house, reader, personContact, { person: input.person }), await ask(world.house, reader, personContact, { person: ordinary })];
    if (JSON.stringify(bait) !== JSON.stringify(other)) faults.push('bait answers in another way than a file with nothing open');
    const began = performance.now();
    while ((await alarms()) === earlier && performance.now() - began < (kit.size === 'quick' ? 500 : ALARM_WITHIN_MS)) await new Promise((go) => setTimeout(go, 50));
    const took = Math.round(performance.now() - began);
    if ((await alarms()) !== earlier + 1) faults.push(`no alarm within ${took} ms for a ${role}`);
    slowest = Math.max(slowest, took);
    if ((await ask(world.house, await world.as('supervisor'), alarmList, {})).alarms.some(({ kind }) => kind === 'bait-opened')) faults.push('whoever leads the team learns of bait');
  }
  return { cases: 9, faults, slowest };
}

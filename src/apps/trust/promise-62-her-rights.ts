import type { Actor } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import '#modules/rights/routes.tsx';
import { writeListeningNote } from '#modules/desk/listening/write-listening-note.ts';
import { processingRegister } from '#modules/network/processing-register/processing-register.query.ts';
import { recordConsent } from '#modules/people/record-consent/record-consent.ts';
import { setContact } from '#modules/people/set-contact/set-contact.ts';
import { answerRequest } from '#modules/rights/answer-request/answer-request.ts';
import { confirmRequest } from '#modules/rights/confirm-request/confirm-request.ts';
import { keptElsewhere } from '#modules/rights/kept/kept-tables.ts';
import { openRequest } from '#modules/rights/open-request/open-request.ts';
import { personPack, type PersonPack } from '#modules/rights/pack/person-pack.query.ts';
import { recordIncident } from '#modules/rights/incident/record-incident.ts';
import { endedRetention } from '#modules/rights/retention/ended-retention.query.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { countedRows } from './her-rights/counted-rows.ts';
import type { Kit } from './kit.ts';
import { withOwner } from './owner-client.ts';
import { noneOf, type TrustPromise } from './promise.ts';

const LONGEST_SECONDS = 60;

export const herRightsPromise: TrustPromise = {
  number: 62,
  name: 'her-rights',
  title: 'a person gets everything kept of her within a minute; corrections, the end of keeping, incidents and the register leave nothing out',
  run: async (kit) => {
    const lived = await livedPerson(kit, kit.rounds(500, 5_000));
    const { pack, seconds } = lived;
    const counted = await countedRows(kit, lived.world, lived.person);
    const faults = [
      ...differences(pack, counted),
      ...(seconds > LONGEST_SECONDS ? [`her sheet took ${seconds.toFixed(1)} s`] : []),
      ...await correctionFaults(lived),
      ...await retentionFaults(kit, lived),
      ...await incidentFaults(kit, lived),
      ...await registerFaults(kit, lived),
    ];
    const rows = pack.sections.reduce((sum, section) => sum + section.rows.length, 0);
    return noneOf('rows or rights left out', counted.size + rows, faults, 100, [`${rows} rows of ${pack.sections.length} tables in ${seconds.toFixed(2)} s`]);
  },
  plantedFault: async (kit) => {
    // A module that forgets to declare one of its tables.
    const { pack, world, person } = await livedPerson(kit, 5);
    const forgetful = { ...pack, sections: pack.sections.filter(({ table }) => table !== 'desk.ticket') };
    return differences(forgetful, await countedRows(kit, world, person)).length > 0;
  },
};

interface Lived {
  readonly world: World;
  readonly desk: Awaited<ReturnType<typeof openDesk>>;
  readonly second: Actor;
  readonly person: string;
  readonly pack: PersonPack;
  readonly seconds: number;
}

/** Somebody of whom much is kept, and her sheet. */
async function livedPerson(kit: Kit, many: number): Promise<Lived> {
  await kit.hadina();
  const world = await openHub();
  const { house } = world;
  const desk = await openDesk(world);
  const person = await desk.person('حياة القاسمي');
  await act(house, desk.officer, recordConsent, { person, purpose: 'service', answer: 'given', channel: 'written', language: 'ar-TN' });
  const ticket = await desk.visit(person);
  await act(house, desk.officer, setContact, { person, phone: '+216 22 345 679', phone_owner: 'self' });
  await act(house, desk.officer, writeListeningNote, { ticket, note: 'a note' });
  await withOwner(kit, (owner) => owner.query(
    `insert into core.event (network_id, id, hub_id, app, action, name, subject_id, person_id, compartment)
     select $1, gen_random_uuid(), $2, 'job', 'people.end-consents', 'people.consent-expired', $3::uuid, $3::uuid, 'C0' from generate_series(1, $4)`, [world.network, world.hub, person, many]));
  const { request } = await act(house, desk.officer, openRequest, { person, kind: 'access', identified_by: ['paper', 'card'] });
  const second = await world.as('supervisor');
  await act(house, second, confirmRequest, { request });
  const began = performance.now();
  const pack = await ask(house, desk.officer, personPack, { request });
  return { world, desk, second, person, pack, seconds: (performance.now() - began) / 1_000 };
}

/** Tables in which her sheet and the count by the catalogue differ. */
function differences(pack: PersonPack, counted: ReadonlyMap<string, number>): string[] {
  const told = new Map(pack.sections.map(({ table, rows }) => [table, rows.length]));
  // Looks are written when the sheet is made: the count sees those of this very sheet.
  return [...counted].filter(([table, rows]) => !(table in keptElsewhere) && table !== 'core.look' && (told.get(table) ?? 0) !== rows)
    .map(([table, rows]) => `${table}: ${rows} rows are kept, ${told.get(table) ?? 0} are told`);
}

/** A correction keeps who asked, when, what was answered and why. */
async function correctionFaults({ world: { house, network }, desk, second, person }: Lived): Promise<string[]> {
  const { request } = await act(house, desk.officer, openRequest, { person, kind: 'correct', identified_by: ['paper', 'card'], wish: 'the year is wrong' });
  await act(house, desk.officer, answerRequest, { request, answer: 'refused', reason: 'not_wrong', words: 'the paper says so' });
  const again = await act(house, desk.officer, answerRequest, { request, answer: 'done' }).then(() => 'answered twice', () => null);
  const { request: toSee } = await act(house, desk.officer, openRequest, { person, kind: 'access', identified_by: ['paper', 'card'] });
  await act(house, second, confirmRequest, { request: toSee });
  const row = (await ask(house, desk.officer, personPack, { request: toSee })).sections.find(({ table }) => table === 'rights.request')?.rows.find(({ id }) => id === request);
  const complete = row && row.wish === 'the year is wrong' && row.answer === 'the paper says so' && row.reason === 'not_wrong' && row.answered_by && row.due_on;
  return [...(again ? [again] : []), ...(complete ? [] : [`the trail of a correction in network ${network} is not whole`])];
}

/** Whose time is over is on the list, whose is not is not. */
async function retentionFaults(kit: Kit, { world, person }: Lived): Promise<string[]> {
  const { house, network, hub } = world;
  const gone = newId();
  await withOwner(kit, async (owner) => {
    await owner.query(`insert into people.person (network_id, id, code, name, norm_version, since) values ($1, $2, $3, 'سامية', 1, now() - interval '10 years')`, [network, gone, `T${gone.slice(-8)}`]);
    await owner.query(`insert into people.enrolment (network_id, id, hub_id, person_id, via, since) values ($1, gen_random_uuid(), $2, $3, 'registered', now() - interval '10 years')`, [network, hub, gone]);
    await owner.query(`insert into core.event (network_id, id, at, hub_id, app, action, name, subject_id, person_id, compartment)
      values ($1, gen_random_uuid(), now() - interval '10 years', $2, 'job', 'people.end-consents', 'people.consent-expired', $3::uuid, $3::uuid, 'C0')`, [network, hub, gone]);
    await owner.query(`insert into network.organization (network_id, id, names, sector, kind, listed, registered_at) values ($1, $2, '{"fr":"Association"}', 'civil', 'association', true, now())`, [network, gone]);
    await owner.query(`insert into network.controller (network_id, hub_id, organization_id, names, regime, legal_basis, retention_months, hosting_country, declaration, version, set_at)
      values ($1, $2, $3, '{"fr":"Association"}', 'association', 'consent', 24, 'TN', 'not-made', 1, now())`, [network, hub, gone]);
  });
  const { ended } = await ask(house, await world.as('dpo'), endedRetention, {});
  const named = ended.map((each) => each.person);
  return [...(named.includes(gone) ? [] : ['somebody whose time is over is not on the list']), ...(named.includes(person) ? ['somebody who came today is on the list'] : [])];
}

/** The clock of an incident begins when it is known and runs seventy-two hours. */
async function incidentFaults(kit: Kit, { world, desk }: Lived): Promise<string[]> {
  const { incident } = await act(world.house, desk.officer, recordIncident, { kind: 'lost_device', data: ['contact'], persons: 3, hours_ago: 5, risk: 'some' });
  const { rows: [row] } = await withOwner(kit, (owner) => owner.query(`select due_at - known_at = interval '72 hours' and known_at - happened_at = interval '5 hours' as right from rights.incident where id = $1`, [incident]));
  return row.right ? [] : ['the clock of an incident does not run seventy-two hours'];
}

/** Every table that names a person stands in the register of processing, with what it is for. */
async function registerFaults(kit: Kit, { world }: Lived): Promise<string[]> {
  const { tables } = await ask(world.house, await world.as('dpo'), processingRegister, {});
  const registered = new Map(tables.map((table) => [`${table.schema}.${table.name}`, table]));
  const { rows } = await withOwner(kit, (owner) => owner.query(`select distinct n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id' and not a.attisdropped where c.relkind = 'r' and n.nspname !~ '^pg_'`));
  return rows.filter(({ name }) => registered.get(name)?.about !== 'person' || !registered.get(name)?.says).map(({ name }) => `${name} is not in the register of processing`);
}

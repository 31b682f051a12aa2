import type pg from 'pg';
import type { Actor, RoleCode } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { enrolment, type Story, type StoryGrant, type StoryRow } from '#tests/oracle/row-oracle.ts';
import type { Random } from '../random.ts';

/** A random world: what was written past row-level security, as rows and as a story, and the accounts that will look at it. */
export interface StoryWorld {
  readonly story: Story;
  readonly network: string;
  readonly hubs: readonly string[];
  readonly accounts: readonly Actor[];
}

const staffRoles: readonly RoleCode[] = ['desk_officer', 'case_worker', 'supervisor', 'hub_manager'];
const PERSONS = 24;

/** Makes a network with three hubs, persons at some of them, and whatever may be read about them. */
export async function openStoryWorld(owner: pg.Client, random: Random): Promise<StoryWorld> {
  const first = await openHub();
  const others = [await first.secondHub(), await first.secondHub()];
  const hubs = [first.hub, ...others.map(({ hub }) => hub)];
  const accounts: Actor[] = [];
  for (const role of staffRoles) accounts.push(await first.as(role));
  const { network } = first;
  const write = (table: string, values: Record<string, unknown>) => insert(owner, table, { network_id: network, ...values });
  const rows: StoryRow[] = [];
  const grants: StoryGrant[] = [];
  const enrolled = new Set<string>();
  const openVisitOf = new Map<string, string>();
  const told = async (row: Omit<StoryRow, 'network'>, table: string, values: Record<string, unknown>) => {
    await write(table, { id: row.id, ...values });
    rows.push({ ...row, network });
  };
  const anyAccount = () => random.pick(accounts).account!;
  let number = 0;
  const trained = new Set<string>();
  for (const { account } of accounts.filter(() => !random.once(3))) {
    await write('network.competence', { id: newId(), account_id: account, kind: 'protection', standing: 'held', since_on: '2020-01-01', recorded_at: past(30) });
    trained.add(account!);
  }
  // One transaction: the rows are many, and each commit would wait for the disk.
  await owner.query('begin');

  for (let i = 0; i < PERSONS; i++) {
    const person = newId();
    await told({ table: 'person', id: person, hub: null }, 'people.person', { code: person.slice(-8), name: 'خديجة العيادي', norm_version: 1, since: past(300) });
    for (const hub of hubs.filter(() => random.once(2))) {
      enrolled.add(enrolment(hub, person));
      const at = { hub_id: hub, person_id: person };
      const story = { hub, person };
      const row = newId();
      await told({ table: 'enrolment', id: row, ...story }, 'people.enrolment', { ...at, via: 'registered', since: past(300) });
      await told({ table: 'contact', id: newId(), ...story }, 'people.person_contact', { ...at, kind: 'phone', sealed: Buffer.from('00', 'hex'), owner: 'self', set_at: past(200) });
      const writer = anyAccount();
      await told({ table: 'life', id: newId(), ...story, account: writer }, 'people.person_life', { ...at, kind: 'situation', sealed: Buffer.from('00', 'hex'), written_by: writer, written_at: past(100) });
      if (!random.once(3)) {
        const state = random.pick(['live', 'expired', 'revoked', 'future'] as const);
        grants.push({ hub, person, state });
        await told({ table: 'grant', id: newId(), ...story }, 'people.access_grant', { ...at, basis: 'ticket', basis_id: newId(), ...whenOf(state) });
      }
      const [ticket, caller, ended] = [newId(), anyAccount(), random.once(2)];
      await told({ table: 'ticket', id: ticket, ...story }, 'desk.ticket', {
        hub_id: hub, day: '2026-03-02', number: ++number, via: 'walk-in', reason: 'talk', arrived_at: past(1), opened_at: past(1),
        state: ended ? 'closed' : 'in-progress', called_by: caller, person_id: person, received_at: past(1), ended_at: ended ? past(0) : null,
      });
      const [note, author] = [newId(), random.once(2) ? caller : anyAccount()];
      if (!ended) openVisitOf.set(note, caller);
      await told({ table: 'note', id: note, ...story, account: author }, 'desk.listening_note', { hub_id: hub, ticket_id: ticket, account_id: author, at: past(1), key_owner_id: person, note: Buffer.from('00', 'hex') });
      await told({ table: 'handover', id: newId(), ...story }, 'confidential.handover', {
        hub_id: hub, given_by: caller, given_at: past(1), key_owner_id: person, pointer: Buffer.from('00', 'hex'), mark: Buffer.from(row.replaceAll('-', ''), 'hex'), state: 'waiting' });
    }
    const hub = random.once(6) ? null : random.pick(hubs);
    const compartment = random.pick(['C0', 'C0', 'C1a', 'C1b'] as const);
    await told({ table: 'event', id: newId(), hub, person, compartment }, 'core.event', {
      hub_id: hub, at: past(1), account_id: anyAccount(), app: 'web', action: 'people.correct-person', name: 'people.person-corrected', subject_id: person, person_id: person, compartment });
    const looker = anyAccount();
    await told({ table: 'look', id: newId(), hub: random.pick(hubs), person, account: looker, compartment: 'C1a' }, 'core.look', {
      at: past(1), account_id: looker, app: 'web', action: 'people.person-contact', person_id: person, compartment: 'C1a', outcome: 'opened', hub_id: null });
    const last = rows.at(-1)!;
    await owner.query('update core.look set hub_id = $2 where id = $1', [last.id, last.hub]);
  }
  await owner.query('commit');
  return { story: { rows, grants, enrolled, openVisitOf, trained }, network, hubs, accounts };
}

const DAY = 86_400_000;
const past = (days: number): Date => new Date(Date.now() - (days + 0.1) * DAY);

function whenOf(state: StoryGrant['state']): Record<string, unknown> {
  const from_at = state === 'future' ? past(-2) : past(20);
  const until_at = state === 'expired' ? past(2) : past(-20);
  return { from_at, until_at, revoked_at: state === 'revoked' ? past(1) : null };
}

async function insert(owner: pg.Client, table: string, values: Record<string, unknown>): Promise<void> {
  const names = Object.keys(values);
  await owner.query(`insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`, Object.values(values));
}

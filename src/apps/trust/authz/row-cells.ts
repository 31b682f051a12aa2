import type pg from 'pg';
import { type Actor, type RoleCode, roleCodes } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import type { House } from '#core/house.ts';
import { mayRead, type Reader, type StoryRow, type StoryTable } from '#tests/oracle/row-oracle.ts';
import type { Random } from '../random.ts';
import { openStoryWorld, type StoryWorld } from './story-world.ts';

const tables: Readonly<Record<StoryTable, string>> = {
  person: 'people.person', enrolment: 'people.enrolment', contact: 'people.person_contact', life: 'people.person_life', grant: 'people.access_grant',
  ticket: 'desk.ticket', note: 'desk.listening_note', event: 'core.event', look: 'core.look', handover: 'confidential.handover',
};

/** Asks PostgreSQL, as many different readers, for every row of random worlds, and compares with what the oracle says she may read. */
export async function rowCells(house: House, owner: pg.Client, random: Random, least: number): Promise<{ cells: number; faults: string[] }> {
  const faults: string[] = [];
  let cells = 0;
  while (cells < least) {
    const [world, other] = [await openStoryWorld(owner, random), await openStoryWorld(owner, random)];
    const everything = [...world.story.rows, ...other.story.rows];
    for (let n = 0; n < 60 && cells < least; n++) {
      const reader = random.once(4) ? stranger(random, world) : await randomReader(random, world);
      for (const table of Object.keys(tables) as StoryTable[]) {
        const seen = await readIds(house, reader.actor, table);
        const rows = everything.filter((row) => row.table === table);
        cells += rows.length;
        faults.push(...rows.filter((row) => seen.has(row.id) !== mayRead(reader.story, row, row.network === world.network ? world.story : other.story)).map((row) => disagreement(reader.story, row, seen.has(row.id))));
      }
    }
  }
  return { cells, faults };
}

interface TwoReaders { readonly actor: Actor; readonly story: Reader }

/** One of the accounts of the world, or a new one, with random roles at random hubs. */
async function randomReader(random: Random, world: StoryWorld): Promise<TwoReaders> {
  const account = random.pick(world.accounts).account!;
  const holds = Array.from({ length: 1 + random.below(3) }, () => ({
    role: random.pick(roleCodes), over: random.once(6) ? ('network' as const) : ('hub' as const), hub: random.pick(world.hubs),
  }));
  const hubRoles = holds.filter(({ over }) => over === 'hub');
  const standsAt = random.once(8) ? null : random.once(4) || !hubRoles.length ? random.pick(world.hubs) : random.pick(hubRoles).hub;
  return pair(world, account, standsAt, holds);
}

/** Every role of the house at once, but where she does not stand. */
const stranger = (random: Random, world: StoryWorld): TwoReaders => {
  const [standsAt, elsewhere] = [world.hubs[random.below(2)]!, world.hubs[2]!];
  const roles = roleCodes.filter((role): role is RoleCode => role !== 'dpo');
  return pair(world, random.pick(world.accounts).account!, standsAt, roles.map((role) => ({ role, over: 'hub' as const, hub: elsewhere })));
};

const pair = (world: StoryWorld, account: string, standsAt: string | null, holds: Reader['holds']): TwoReaders => ({
  actor: {
    network: world.network, account, person: null, hub: standsAt, app: 'web', provedAt: new Date(),
    roles: holds.map(({ role, over, hub }) => ({ role, scope: over, scopeId: over === 'hub' ? hub : null, hubs: over === 'hub' ? [hub] : world.hubs })),
  },
  story: { network: world.network, account, standsAt, holds },
});

async function readIds(house: House, actor: Actor, table: StoryTable): Promise<Set<string>> {
  const client = await (table === 'handover' ? house.protected : house.app).connect();
  try {
    await client.query(beginFor(actor, { readOnly: true }));
    const { rows } = await client.query<{ id: string }>(`select id from ${tables[table]}`);
    return new Set(rows.map(({ id }) => id));
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const disagreement = ({ holds, standsAt }: Reader, row: StoryRow, seen: boolean): string =>
  `${row.table} of ${row.compartment ?? ''} hub ${row.hub?.slice(-4) ?? 'none'} is ${seen ? 'seen' : 'hidden'} for ${holds.map(({ role, over, hub }) => `${role}@${over === 'hub' ? hub.slice(-4) : 'network'}`)} standing at ${standsAt?.slice(-4) ?? 'none'}`;

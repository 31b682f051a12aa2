import type pg from 'pg';
import { type Actor, type RoleCode, roleCodes } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import type { House } from '#core/house.ts';
import { Eyes, type HouseFacts, mayReadOf, ordinaryRows, protectedRows, type Row } from '#tests/oracle/house-oracle.ts';
import type { Reader } from '#tests/oracle/row-oracle.ts';
import type { Random } from '../random.ts';
import { fillHouse, type FullHouse } from '../town/full-house.ts';
import { alterStates } from './alter-states.ts';

/** Schemas whose every table the oracle must know: what is told by or about a person, and what a hub counts and proves. */
const personal = ['people', 'desk', 'accompaniment', 'documents', 'messages', 'transfer', 'rights', 'training', 'incubation', 'funding', 'currency', 'registers', 'evidence', 'reports', 'research', 'confidential'];
/** Tables of other schemas that the oracle reads to judge. */
const besides = ['core.same_person', 'core.same_mark', 'network.competence', 'network.held_role'];
/** Tables that stay empty in this house, and why. */
const empty: Readonly<Record<string, string>> = {
  'confidential.command': 'kept for a key only', 'confidential.chain': 'written by the sealer', 'confidential.seal': 'written by the sealer', 'confidential.head': 'written by the sealer',
  'evidence.count_mark': 'counted by the worker', 'evidence.counted_cell': 'counted by the worker', 'evidence.counted_event': 'counted by the worker',
  'rights.hold': 'set by the auditor before an erasure', 'rights.certificate': 'signed when a person was forgotten', 'rights.incident': 'written down when something went wrong',
};

interface Table { readonly name: string; readonly keys: readonly string[]; readonly app: boolean; readonly guarded: boolean }

/**
 * A whole house, each of its tables filled by actions, its grants, assignments, exclusions, keys and trainings then moved in time: what
 * random readers find in every table, under the ordinary and the protected login, is compared with the oracle, row by row.
 */
export async function houseRows(owner: pg.Client, random: Random, least: number): Promise<{ cells: number; faults: string[]; tables: number }> {
  const full = await fillHouse({ words: (about, most = 4_000) => `كلمة ${about} ${random.below(1e6)}`.slice(0, most), digits: (first) => first + String(1_000_000 + random.below(8_999_999)) });
  const { house } = full.world;
  const tables = await tablesOf(owner);
  const faults = tables.flatMap(({ name, app, guarded }) => [
    ...(app && !ordinaryRows[name] && !name.startsWith('confidential.') ? [`${name} is judged by nobody: tests/oracle/house-oracle.ts does not know it`] : []),
    ...(guarded && !protectedRows[name] ? [`${name} is open to the protected login and judged by nobody`] : []),
    ...(app && name.startsWith('confidential.') ? [`${name} is open to the ordinary login`] : []),
  ]);
  let cells = 0;
  for (let round = 0; cells < least; round++) {
    await alterStates(owner, random, full);
    const facts = await factsOf(owner, full, tables);
    const bare = tables.map(({ name }) => name).filter((name) => facts.rows(name).length === 0 && !(name in empty));
    if (round === 0) faults.push(...bare.map((name) => `${name} is empty: no row of it was ever asked about`));
    for (let n = 0; n < 12 && cells < least; n++) {
      const reader = randomReader(random, full);
      const eyes = new Eyes(reader.story, facts);
      for (const login of ['app', 'protected'] as const) {
        const judges = login === 'app' ? ordinaryRows : protectedRows;
        const open = tables.filter((table) => (login === 'app' ? table.app && !table.name.startsWith('confidential.') : table.guarded) && judges[table.name]);
        const seen = await seenBy(house, reader.actor, login, open);
        for (const { name, keys } of open) {
          for (const row of facts.rows(name)) {
            cells++;
            const [is, should] = [seen.has(`${name} ${keys.map((key) => String(row[key])).join(' ')}`), mayReadOf(judges, eyes, name, row)];
            if (is !== should) faults.push(`${name} is ${is ? 'seen' : 'hidden'} under the ${login} login, trust.md says ${should ? 'seen' : 'hidden'}, for ${described(reader.story, full)}`);
          }
        }
      }
    }
  }
  return { cells, faults: [...new Set(faults)], tables: tables.length };
}

/** Every table of the personal schemas with its key, and which of the two logins can read that key at all. */
async function tablesOf(owner: pg.Client): Promise<readonly Table[]> {
  const { rows } = await owner.query<Table>(`
    select format('%I.%I', n.nspname, c.relname) as name, array_agg(a.attname::text order by a.attnum) as keys,
      bool_and(has_column_privilege('hadina_app', c.oid, a.attnum, 'select')) as app, bool_and(has_column_privilege('hadina_protected', c.oid, a.attnum, 'select')) as guarded
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_index i on i.indrelid = c.oid and i.indisprimary join pg_attribute a on a.attrelid = c.oid and a.attnum = any ((i.indkey::int2[])[0:i.indnkeyatts - 1])
    where n.nspname = any ($1) and c.relkind = 'r' group by n.nspname, c.relname, c.oid order by 1`, [personal]);
  return rows;
}

async function factsOf(owner: pg.Client, { world: { network } }: FullHouse, tables: readonly Table[]): Promise<HouseFacts> {
  const all = new Map<string, readonly Row[]>();
  for (const name of [...tables.map(({ name }) => name), ...besides]) {
    all.set(name, (await owner.query<{ row: Row }>(`select to_jsonb(t) as row from ${name} t where network_id = $1`, [network])).rows.map(({ row }) => row));
  }
  const { rows } = await owner.query<{ now: Date }>('select now() as now');
  return { rows: (table) => all.get(table) ?? [], now: rows[0]!.now };
}

/** The keys of all rows that this login shows her, table by table, in one question. */
async function seenBy(house: House, actor: Actor, login: 'app' | 'protected', tables: readonly Table[]): Promise<ReadonlySet<string>> {
  const client = await house[login].connect();
  try {
    await client.query(beginFor(actor, { readOnly: true }));
    const { rows } = await client.query<{ seen: string }>(tables.map(({ name, keys }) =>
      `select concat_ws(' ', '${name}', ${keys.map((key) => (key === 'network_id' ? key : `to_jsonb(${key}) #>> '{}'`)).join(', ')}) as seen from ${name}`).join(' union all '));
    return new Set(rows.map(({ seen }) => seen));
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** One of those who work in the house, at her hub or elsewhere, with roles of chance. */
function randomReader(random: Random, { world, there, staff, officer }: FullHouse): { actor: Actor; story: Reader } {
  const account = random.pick([officer, ...Object.values(staff)]).account!;
  const elsewhere = there.hub;
  const roles = random.once(3) ? [random.pick(protectors)] : Array.from({ length: 1 + random.below(2) }, () => random.pick(roleCodes));
  const holds = roles.map((role) => ({ role, over: random.once(7) ? ('network' as const) : ('hub' as const), hub: random.once(7) ? elsewhere : world.hub }));
  const standsAt = random.once(8) ? null : random.once(8) ? elsewhere : world.hub;
  return {
    story: { network: world.network, account, standsAt, holds },
    actor: { network: world.network, account, person: null, hub: standsAt, app: 'web', provedAt: new Date(), roles: holds.map(({ role, over, hub }) => ({ role, scope: over, scopeId: over === 'hub' ? hub : null, hubs: over === 'hub' ? [hub] : [world.hub, elsewhere] })) },
  };
}
const protectors: readonly RoleCode[] = ['protection_officer', 'supervisor', 'coach', 'dpo'];

const described = ({ account, holds, standsAt }: Reader, { world, staff }: FullHouse): string =>
  `${Object.entries(staff).find(([, actor]) => actor.account === account)?.[0] ?? 'the officer'} as ${holds.map(({ role, over, hub }) => `${role} ${over === 'network' ? 'of the network' : hub === world.hub ? 'here' : 'elsewhere'}`).join(' and ')}, standing ${standsAt === null ? 'nowhere' : standsAt === world.hub ? 'here' : 'elsewhere'}`;

import { generateKeyPairSync } from 'node:crypto';
import { appendFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { House } from '#core/house.ts';
import { newId } from '#core/id.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { testHouse } from '#tests/fixtures/test-house.ts';
import type { ChainPlace } from './chain-place.ts';
import { readHeads } from './heads-file.ts';
import { type Sealer, sealEvents } from './seal-events.ts';
import { signHead } from './signing.ts';
import { verifyChain } from './verify-chain.ts';

const { privateKey: key } = generateKeyPairSync('ed25519');

interface Chain {
  readonly place: ChainPlace;
  readonly network: string;
  readonly sealer: Sealer;
  /** The events in the order of their links. */
  readonly events: readonly string[];
}

let house: House;
let chain: Chain;

beforeAll(async () => { house = await testHouse(); });
beforeEach(async () => { chain = await sealedChain(6); });

/** Does what only somebody with the whole database in her hands can do. `$1` is the network. */
const tamper = (text: (place: string) => string, ...values: unknown[]) => ownerQuery(house, text(chain.place), [chain.network, ...values]);

/** A copy of the register's tables without row security, so that a test may do to it what it likes. */
async function sealedChain(count: number): Promise<Chain> {
  const place = `chain_${newId().replaceAll('-', '')}` as ChainPlace;
  await ownerQuery(house, `create schema ${place}; ${['event', 'chain', 'seal', 'head']
    .map((table) => `create table ${place}.${table} (like core.${table} including all);`).join(' ')}
    grant usage on schema ${place} to hadina_worker; grant all on all tables in schema ${place} to hadina_worker`);
  const network = newId();
  const sealer = { pool: house.worker, key, headsFile: join(await mkdtemp(join(tmpdir(), 'hadina-heads-')), 'heads.log') };
  for (let i = 0; i < count; i++) await happen(place, network, i);
  await settled(place);
  await sealEvents(sealer, place, true);
  const rows = await ownerQuery<{ event_id: string }>(house, `select event_id from ${place}.seal order by seq`);
  return { place, network, sealer, events: rows.map(({ event_id }) => event_id) };
}

/** Waits until no other test's open transaction stands before the events of this one: the sealer leaves out what it could precede. */
const settled = (place: string) => expect.poll(async () => (await ownerQuery<{ open: number }>(house,
  `select count(*)::int as open from ${place}.event where xid >= pg_snapshot_xmin(pg_current_snapshot())`))[0]!.open, { timeout: 20_000 }).toBe(0);

async function happen(place: string, network: string, waited: number, xid = 'pg_current_xact_id()'): Promise<string> {
  const id = newId();
  await ownerQuery(house, `insert into ${place}.event (network_id, id, at, app, action, name, subject_id, compartment, body, xid)
    values ($1, $2, now(), 'web', 'desk.call-ticket', 'desk.ticket-called', $2, 'C0', jsonb_build_object('waited_minutes', $3::int), ${xid})`, [network, id, waited]);
  return id;
}

async function verdict() {
  const { place, network, sealer } = chain;
  return verifyChain(house.worker, key, network, await readHeads(sealer.headsFile!), place);
}

describe('an untouched chain', () => {
  it('holds from its first event to its last, and further ones join it', async () => {
    expect(await verdict()).toMatchObject({ events: 6n, broken: null });
    await happen(chain.place, chain.network, 7);
    await settled(chain.place);
    expect(await sealEvents(chain.sealer, chain.place)).toBe(1);
    expect(await sealEvents(chain.sealer, chain.place)).toBe(0);
    expect(await verdict()).toMatchObject({ events: 7n, broken: null });
  });

  it('is sealed once by two sealers at once, and holds in any time zone', async () => {
    for (let i = 0; i < 5; i++) await happen(chain.place, chain.network, i);
    await settled(chain.place);
    await Promise.all([sealEvents(chain.sealer, chain.place), sealEvents(chain.sealer, chain.place)]);
    expect(await verdict()).toMatchObject({ events: 11n, broken: null });
  });

  it('publishes a head for the last events before a quiet night', async () => {
    await happen(chain.place, chain.network, 7);
    await sealEvents(chain.sealer, chain.place);
    expect((await readHeads(chain.sealer.headsFile!)).at(-1)!.seq).toBe(6n);
    await tamper((place) => `update ${place}.head set at = at - interval '1 minute' where network_id = $1`);
    await settled(chain.place);
    await sealEvents(chain.sealer, chain.place);
    expect((await readHeads(chain.sealer.headsFile!)).at(-1)!.seq).toBe(7n);
  });

  it('waits for a transaction that is still open', async () => {
    const { place, network } = chain;
    const client = await house.worker.connect();
    try {
      await client.query('begin');
      await client.query('select pg_current_xact_id()');
      await happen(place, network, 8);
      expect(await sealEvents(chain.sealer, place)).toBe(0);
      await client.query('commit');
    } finally {
      client.release();
    }
    // Other tests have transactions open on the same server too; the last of them ends soon.
    await expect.poll(() => sealEvents(chain.sealer, place), { timeout: 20_000 }).toBe(1);
  });
});

describe('names what was tampered with', () => {
  const third = () => chain.events[2]!;

  it.each([
    ['body', `'{"waited_minutes": 99}'::jsonb`], ['at', `at + interval '1 microsecond'`], ['account_id', 'gen_random_uuid()'],
    ['person_id', 'gen_random_uuid()'], ['name', `'desk.visit-closed'`], ['hub_id', 'gen_random_uuid()'], ['app', `'cli'`],
    ['subject_id', 'gen_random_uuid()'], ['typed_for', 'gen_random_uuid()'], ['compartment', `'C1a'`], ['organization_id', 'gen_random_uuid()'],
    ['action', `'desk.call-next'`], ['key', 'gen_random_uuid()'], ['input_hash', `'\\x01'::bytea`], ['person_actor_id', 'gen_random_uuid()'],
  ])('a change of %s', async (column, value) => {
    await tamper((place) => `update ${place}.event set ${column} = ${value} where network_id = $1 and id = $2`, third());
    expect((await verdict()).broken).toEqual({ seq: 3n, event: third(), fault: 'event-changed' });
  });

  it('a deleted event', async () => {
    await tamper((place) => `delete from ${place}.event where network_id = $1 and id = $2`, third());
    expect((await verdict()).broken).toEqual({ seq: 3n, event: third(), fault: 'event-missing' });
  });

  it('an event deleted with its link', async () => {
    await tamper((place) => `with gone as (delete from ${place}.event where network_id = $1 and id = $2) delete from ${place}.seal where network_id = $1 and event_id = $2`, third());
    expect((await verdict()).broken).toMatchObject({ seq: 3n, fault: 'gap' });
  });

  it('two events in each other’s place', async () => {
    await tamper((place) => `delete from ${place}.seal where network_id = $1 and seq in (3, 4)`);
    const hashes = [Buffer.alloc(32, 3), Buffer.alloc(32, 4)];
    await tamper((place) => `insert into ${place}.seal (network_id, seq, event_id, hash) values ($1, 3, $2, $4), ($1, 4, $3, $5)`, chain.events[3], third(), ...hashes);
    expect((await verdict()).broken).toMatchObject({ seq: 3n, event: chain.events[3] });
  });

  it('a changed link', async () => {
    await tamper((place) => `update ${place}.seal set hash = sha256(hash) where network_id = $1 and seq = 3`);
    expect((await verdict()).broken).toEqual({ seq: 3n, event: third(), fault: 'link-changed' });
  });

  it.each(['min', 'max'])('an event slipped in beside the %simum transaction, which the sealer then leaves alone', async (which) => {
    const slipped = await happen(chain.place, chain.network, 5, `(select ${which}(xid::text::bigint)::text::xid8 from ${chain.place}.event)`);
    expect(await sealEvents(chain.sealer, chain.place)).toBe(0);
    expect((await verdict()).broken).toEqual({ seq: 7n, event: slipped, fault: 'event-unsealed' });
  });

  it('an event slipped in and linked with an old transaction number', async () => {
    const { place, network, sealer } = chain;
    const slipped = await happen(place, network, 5);
    await settled(place);
    await sealEvents(sealer, place);
    expect((await verdict()).broken).toBeNull();
    // Whoever writes the links anew after the change gets past the hashes, not past the order of transactions.
    await tamper((at) => `update ${at}.event set xid = (select min(xid) from ${at}.event) where network_id = $1 and id = $2`, slipped);
    const { rows } = await house.worker.query<{ seq: bigint }>(`select seq from ${place}.seal where event_id = $1`, [slipped]);
    expect(rows[0]!.seq).toBe(7n);
    await relink(7n);
    expect((await verdict()).broken).toEqual({ seq: 7n, event: slipped, fault: 'event-slipped-in' });
  });

  it.each([1, 3, 6])('a tail of %i cut off with its links and stored heads', async (cut) => {
    await tamper((place) => `with old as (select event_id, seq from ${place}.seal where network_id = $1 and seq > 6 - $2::int),
      events as (delete from ${place}.event e using old where e.network_id = $1 and e.id = old.event_id),
      heads as (delete from ${place}.head where network_id = $1)
      delete from ${place}.seal s using old where s.network_id = $1 and s.seq = old.seq`, cut);
    expect((await verdict()).broken).toEqual({ seq: 6n, event: null, fault: 'tail-cut' });
    // Also when the place where the sealer stood is set back: the published file remembers.
    await tamper((place) => `update ${place}.chain set seq = 6 - $2::int, hash = coalesce((select hash from ${place}.seal where network_id = $1 and seq = 6 - $2::int), hash) where network_id = $1`, cut);
    expect((await verdict()).broken).toEqual({ seq: 6n, event: null, fault: 'tail-cut' });
  });

  it('a past written anew under a published head', async () => {
    await tamper((at) => `update ${at}.event set body = '{"waited_minutes": 0}' where network_id = $1 and id = $2`, third());
    for (let seq = 3n; seq <= 6n; seq++) await relink(seq);
    await tamper((at) => `update ${at}.chain set hash = (select hash from ${at}.seal where network_id = $1 and seq = 6) where network_id = $1`);
    expect((await verdict()).broken).toEqual({ seq: 6n, event: chain.events[5], fault: 'head-differs' });
  });

  it('a head that was signed for another network', async () => {
    const other = await sealedChain(6);
    const foreign = await readFile(other.sealer.headsFile!, 'utf8');
    await appendFile(chain.sealer.headsFile!, foreign.replace(other.network, chain.network).replace(other.place, chain.place));
    expect((await verdict()).broken).toMatchObject({ seq: 6n, fault: 'head-not-ours' });
  });

  it('two pasts, both published and signed, as after an old copy was put back', async () => {
    const { place, network, sealer } = chain;
    const hash = Buffer.alloc(32, 9);
    const line = `${place} ${network} 6 ${hash.toString('hex')} ${signHead(key, network, 6n, hash).toString('base64url')}\n`;
    await writeFile(sealer.headsFile!, line + (await readFile(sealer.headsFile!, 'utf8')));
    expect((await verdict()).broken).toMatchObject({ seq: 6n, fault: 'head-differs' });
  });
});

/** Computes one link again from what now stands in the event, as an attacker without the signing key would. */
async function relink(seq: bigint): Promise<void> {
  const { link, sealDigest, firstLink } = await import('./digest.ts');
  const { place, network } = chain;
  const before = await ownerQuery<{ hash: Buffer }>(house, `select hash from ${place}.seal where network_id = $1 and seq = $2`, [network, String(seq - 1n)]);
  const [row] = await ownerQuery<{ digest: Buffer }>(house, `select ${sealDigest('e')} as digest from ${place}.seal s join ${place}.event e on e.id = s.event_id where s.network_id = $1 and s.seq = $2`, [network, String(seq)]);
  const hash = link(before[0]?.hash ?? firstLink(network), row!.digest);
  await ownerQuery(house, `update ${place}.seal set hash = $3 where network_id = $1 and seq = $2`, [network, String(seq), hash]);
  const [last] = await ownerQuery<{ seq: string }>(house, `select max(seq)::text as seq from ${place}.seal where network_id = $1`, [network]);
  if (last!.seq === String(seq)) {
    await ownerQuery(house, `update ${place}.chain set hash = $2 where network_id = $1`, [network, hash]);
    if (seq > 6n) await ownerQuery(house, `delete from ${place}.head where network_id = $1 and seq = $2`, [network, String(seq)]);
  }
}

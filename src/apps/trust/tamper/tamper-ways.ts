import type pg from 'pg';
import { firstLink, link, sealDigest } from '#core/chain/digest.ts';
import type { Random } from '../random.ts';

interface Place {
  readonly owner: pg.Client;
  readonly network: string;
  readonly events: number;
  readonly random: Random;
}

type Way = (place: Place) => Promise<void>;

const anywhere = ({ events, random }: Place): number => 1 + random.below(events);

const changes = [
  `body = body || '{"number": -1}'`, `name = name || 's'`, `at = at + interval '1 microsecond'`, 'hub_id = gen_random_uuid()',
  'account_id = null', `app = 'cli'`, `action = action || 's'`, 'subject_id = gen_random_uuid()', 'person_id = gen_random_uuid()',
  'organization_id = gen_random_uuid()', `compartment = 'C1a'`, 'key = gen_random_uuid()', `input_hash = '\\x00'`, 'typed_for = gen_random_uuid()',
];

const edit: Way = async (place) => {
  await place.owner.query(
    `update core.event set ${place.random.pick(changes)} where network_id = $1 and id = (select event_id from core.seal where network_id = $1 and seq = $2)`,
    [place.network, anywhere(place)]);
};

const remove: Way = async (place) => {
  await place.owner.query('delete from core.event where network_id = $1 and id = (select event_id from core.seal where network_id = $1 and seq = $2)', [place.network, anywhere(place)]);
};

const removeWithItsLink: Way = async (place) => {
  await place.owner.query(
    `with gone as (delete from core.seal where network_id = $1 and seq = $2 returning event_id)
     delete from core.event where network_id = $1 and id = (select event_id from gone)`, [place.network, anywhere(place)]);
};

/** Slips an event in as if it had been there before the last seal; beside the very last it would be an event like any new one. */
const insert: Way = async (place) => {
  await place.owner.query(
    `insert into core.event (network_id, id, at, hub_id, app, action, name, subject_id, compartment, xid)
     select network_id, gen_random_uuid(), at, hub_id, app, action, name, subject_id, compartment, xid from core.event
     where network_id = $1 and id = (select event_id from core.seal where network_id = $1 and seq = $2)`, [place.network, 1 + place.random.below(place.events - 10)]);
};

const reorder: Way = async (place) => {
  const one = anywhere(place);
  const other = one === place.events ? 1 : one + 1;
  const { rows } = await place.owner.query('delete from core.seal where network_id = $1 and seq = any ($2) returning seq, event_id, hash', [place.network, [one, other]]);
  const [a, b] = rows;
  for (const [row, from] of [[a, b], [b, a]]) {
    await place.owner.query('insert into core.seal (network_id, seq, event_id, hash) values ($1, $2, $3, $4)', [place.network, row.seq, from.event_id, row.hash]);
  }
};

const changeLink: Way = async (place) => {
  await place.owner.query(`update core.seal set hash = sha256(hash) where network_id = $1 and seq = $2`, [place.network, anywhere(place)]);
};

/** Cuts the newest events off with their links and every head stored in the database; only the file outside still knows. */
const cutTail: Way = async (place) => {
  const from = anywhere(place);
  await place.owner.query(
    `with gone as (delete from core.seal where network_id = $1 and seq >= $2 returning event_id)
     delete from core.event where network_id = $1 and id in (select event_id from gone)`, [place.network, from]);
  await place.owner.query('delete from core.head where network_id = $1', [place.network]);
};

/** Changes an event and computes every link after it anew, as somebody with the program but without the key would. */
const rewrite: Way = async (place) => {
  const { owner, network } = place;
  await edit(place);
  const { rows } = await owner.query(
    `select s.seq, ${sealDigest('e')} as digest from core.seal s join core.event e on e.network_id = s.network_id and e.id = s.event_id
     where s.network_id = $1 order by s.seq`, [network]);
  let hash = firstLink(network);
  const hashes = rows.map(({ digest }) => (hash = link(hash, digest)));
  await owner.query(
    `update core.seal s set hash = n.hash from unnest($2::bigint[], $3::bytea[]) n (seq, hash) where s.network_id = $1 and s.seq = n.seq`,
    [network, rows.map(({ seq }) => seq), hashes]);
  await owner.query('delete from core.head where network_id = $1', [network]);
};

const forgeHead: Way = async ({ owner, network }) => {
  await owner.query(`update core.head set signature = sha256(signature) || sha256(hash) where network_id = $1`, [network]);
};

/** The ways in which somebody with the database's own rights may try to change what happened. */
export const tamperWays: Readonly<Record<string, Way>> = {
  edit, remove, removeWithItsLink, insert, reorder, changeLink, cutTail, rewrite, forgeHead,
};

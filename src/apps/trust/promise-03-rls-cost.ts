import pg from 'pg';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { loadMasterKey } from '#core/crypto/master-key.ts';
import { dataMigrations, runMigrations } from '#core/db/migrate.ts';
import { startDatabase } from '#core/db/start-database.ts';
import { newFolder } from './datadir/own-folder.ts';
import { livedCopy, personsOfRows } from './keeping/lived-copy.ts';
import { livedFolder } from './keeping/lived-folder.ts';
import { releases } from './keeping/releases.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { type Question, questions } from './rls-cost/questions.ts';
import { timesOf } from './rls-cost/times.ts';

const TABLES_OF_A_PERSON = 3;
const QUICK_ROWS = 50_000;

export const rlsCostPromise: TrustPromise = {
  number: 3,
  name: 'rls-cost',
  title: 'row-level security costs little more than the same filter written by hand',
  run: (kit) => onTown(kit, async ({ owner, app, begin, scope }) => {
    const rounds = kit.rounds(30, 60, 200);
    const found = [];
    for (const question of questions) found.push({ question, ...(await measure(owner, app, begin, scope, question, rounds)) });
    const faults = found.flatMap(({ question, ours, hand }) => [
      ours.median > question.bar * hand.median + JITTER_MS && `${question.name}: ${ours.median.toFixed(2)} ms, by hand ${hand.median.toFixed(2)} ms, more than ${question.bar} ×`,
    ]).filter((fault): fault is string => Boolean(fault));
    return noneOf('questions above their bar', questions.length * rounds * 2, faults, 100, [
      'middle and 95th of 100, whole transactions with their context, in milliseconds: ours | the same filter by hand, past the policies | ratio (bar)',
      ...found.map(({ question, ours, hand }) =>
        `${question.name}: ${ours.median.toFixed(2)}/${ours.late.toFixed(2)} | ${hand.median.toFixed(2)}/${hand.late.toFixed(2)} | ${(ours.median / hand.median).toFixed(2)} × (${question.bar})`),
    ]);
  }),
  plantedFault: (kit) => onTown(kit, async ({ owner, app, begin, scope }) => {
    await owner.query(`
      create function desk.may_see(hub uuid) returns boolean language plpgsql stable set search_path = pg_catalog as
        $$ begin return hub = any (current_setting('app.hubs', true)::uuid[]); end $$;
      drop policy ticket_read on desk.ticket;
      create policy ticket_read on desk.ticket for select to hadina_app using (desk.may_see(hub_id));`);
    const question = questions.find(({ name }) => name.startsWith('all tickets'))!;
    const { ours, hand } = await measure(owner, app, begin, scope, question, 8);
    return ours.median > question.bar * hand.median + JITTER_MS;
  }),
};

// Two clocks on a busy machine: questions of a fraction of a millisecond are not judged by less than this.
const JITTER_MS = 0.4;

interface TownOfRows {
  readonly owner: pg.Client;
  readonly app: pg.Client;
  readonly begin: string;
  readonly scope: { readonly network: string; readonly hub: string };
}

/** A database of so many tickets, persons and enrolments in twenty hubs, seen by its owner and by an officer of one hub. */
async function onTown<T>(kit: Kit, work: (town: TownOfRows) => Promise<T>): Promise<T> {
  const rows = kit.rounds(10_000, 1_000_000, 3_000_000);
  return work(await kit.shared('a town of rows', async () => {
    const { value: home, close } = await newFolder();
    const network = await rowsIn(kit, home, Math.ceil(rows / TABLES_OF_A_PERSON));
    const database = await startDatabase({ home, keys: await loadMasterKey(home, {}) });
    await runMigrations(database.connection('hadina_owner', 'hadina'), dataMigrations(), () => {});
    const [owner, app] = (['hadina_owner', 'hadina_app'] as const).map((login) => new pg.Client(database.connection(login, 'hadina'))) as [pg.Client, pg.Client];
    await Promise.all([owner.connect(), app.connect()]);
    await owner.query('vacuum analyze');
    const { rows: [hub] } = await owner.query<{ id: string }>('select id from network.hub order by id limit 1');
    const officer: Actor = { network, account: hub!.id, person: null, hub: hub!.id, app: 'web', roles: [{ role: 'desk_officer', scope: 'hub', scopeId: hub!.id, hubs: [hub!.id] }] };
    return {
      value: { owner, app, begin: beginFor(officer), scope: { network, hub: hub!.id } },
      close: async () => { await Promise.all([owner.end(), app.end()]); await database.stop(); await close(); },
    };
  }));
}

/** In a quick run the folder that other promises look at too; else only the tables that are asked. */
const rowsIn = (kit: Kit, home: string, persons: number): Promise<string> => (kit.size === 'quick'
  ? livedCopy(kit, home, releases[0]!, personsOfRows(QUICK_ROWS), true)
  : livedFolder(home, releases[0]!, persons, kit.seed, /^network\.|people\.(person|enrolment)|desk\.ticket/));

/** Asks both ways by turns, so that whatever else the machine does falls on both; the answers must be the same. */
async function measure(owner: pg.Client, app: pg.Client, begin: string, scope: TownOfRows['scope'], { ours, byHand }: Question, rounds: number) {
  const values = [scope.network, scope.hub];
  const ask = async (client: pg.Client, text: string, used: readonly string[]) => {
    const began = performance.now();
    await client.query(begin);
    const { rows } = await client.query({ name: text.slice(0, 60), text, values: [...used] });
    await client.query('commit');
    return { milliseconds: performance.now() - began, rows: JSON.stringify(rows) };
  };
  const [mine, hand]: [number[], number[]] = [[], []];
  for (let i = -3; i < rounds; i++) {
    const [a, b] = [await ask(app, ours, values.slice(0, 1)), await ask(owner, byHand, values)];
    if (a.rows !== b.rows) throw new Error(`the policies and the filter give different rows for: ${ours}`);
    if (i < 0) continue;
    mine.push(a.milliseconds);
    hand.push(b.milliseconds);
  }
  return { ours: timesOf(mine), hand: timesOf(hand) };
}

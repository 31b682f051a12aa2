import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { yes } from '#core/input.ts';
import { type Double, findDoubles } from '#core/text/find-doubles.ts';
import { action, type PeopleTables } from '../people.ts';
import { type FileToCompare, filesToCompare, sideBySide } from './files-to-compare.ts';

/** How long one piece of the walk compares before it is kept and the next one is asked for, and how long without letting others in, in ms. */
const pieceLasts = 4_000;
const breathAfter = 25;

/**
 * Walks through all files of the hub in search of two that may be one person. `begin` starts anew; without it the walk goes on where it
 * stopped. Each piece is kept; the next one is asked for as a job with the rights of who began. Two that were said to be two stay so.
 */
export const lookForDoubles = action({
  name: 'look-for-doubles',
  says: 'Looks through all files of the hub for two that may be one person.',
  input: z.strictObject({ begin: yes() }),
  run: async (doing, { begin }) => {
    const walk = begin ? await beginWalk(doing) : await walkUnderWay(doing);
    const files = await filesToCompare(doing);
    const from = walk.until_id === null ? 0 : firstBehind(files, walk.until_id);
    const { doubles, until } = await walkOn(files, from);
    await keepDoubles(doing, files, doubles);
    const finished = until >= files.length;
    await doing.tx.updateTable('people.double_search')
      .set({ until_id: files[until - 1]?.id ?? null, compared: until, persons: files.length, found: walk.found + doubles.length, finished_at: finished ? doing.now : null })
      .where('network_id', '=', doing.network).where('hub_id', '=', doing.hub).execute();
    await doing.record({ name: 'doubles-looked-for', subject: doing.hub, body: { compared: until, persons: files.length, found: doubles.length } });
    if (!finished) await doing.later('people.look-for-doubles', {}, { asMe: true });
    return { compared: until, persons: files.length, found: walk.found + doubles.length, finished };
  },
});

interface Walk { readonly until_id: string | null; readonly found: number }

async function beginWalk({ tx, network, hub, now, actor, absent }: Doing<PeopleTables>): Promise<Walk> {
  const fresh = { begun_at: now, begun_by: actor.account ?? absent(), until_id: null, compared: 0, found: 0, finished_at: null };
  await tx.insertInto('people.double_search').values({ network_id: network, hub_id: hub, ...fresh })
    .onConflict((same) => same.columns(['network_id', 'hub_id']).doUpdateSet(fresh)).execute();
  return { until_id: null, found: 0 };
}

/** The row is held, so that two jobs never walk the same piece at once. */
async function walkUnderWay({ tx, network, hub, absent }: Doing<PeopleTables>): Promise<Walk> {
  const row = await tx.selectFrom('people.double_search').select(['until_id', 'found'])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('finished_at', 'is', null).forUpdate().executeTakeFirst();
  return row ?? absent();
}

function firstBehind(files: readonly FileToCompare[], until: string): number {
  const at = files.findIndex(({ id }) => id > until);
  return at < 0 ? files.length : at;
}

async function walkOn(files: readonly FileToCompare[], from: number): Promise<{ doubles: readonly Double[]; until: number }> {
  const found: Double[] = [];
  const ends = performance.now() + pieceLasts;
  let [until, breath] = [from, performance.now() + breathAfter];
  for (const doubles of findDoubles(files, from, sideBySide)) {
    found.push(...doubles);
    until += 1;
    const now = performance.now();
    // Reading the files before took time too: at least a thousand are compared, or a large hub would never come to its end.
    if (now > ends && until - from >= 1_000) break;
    if (now > breath) { await setImmediate(); breath = performance.now() + breathAfter; }
  }
  return { doubles: found, until };
}

/** Keeps what was found; a pair that somebody judged is left as it is. */
async function keepDoubles({ tx, network, hub, now }: Doing<PeopleTables>, files: readonly FileToCompare[], doubles: readonly Double[]): Promise<void> {
  if (doubles.length === 0) return;
  const pairs = doubles.map(({ first, second, score, reasons }) => {
    const [a, b] = [files[first]!.id, files[second]!.id].sort() as [string, string];
    return { a, b, score, reasons: reasons.map(({ code }) => code) };
  });
  await sql`insert into people.possible_double (network_id, hub_id, first_id, second_id, score, reasons, found_at)
    select ${network}, ${hub}, (pair ->> 'a')::uuid, (pair ->> 'b')::uuid, (pair ->> 'score')::real, array(select jsonb_array_elements_text(pair -> 'reasons')), ${now}
    from jsonb_array_elements(${JSON.stringify(pairs)}::jsonb) as pair
    on conflict (network_id, hub_id, first_id, second_id) do update set score = excluded.score, reasons = excluded.reasons, found_at = excluded.found_at
    where people.possible_double.state = 'open'`.execute(tx);
}

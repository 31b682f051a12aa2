import { loadavg } from 'node:os';
import { act } from '#core/pipeline.ts';
import { newId } from '#core/id.ts';
import { Refusal } from '#core/refusal.ts';
import { normVersion } from '#core/text/skeleton.ts';
import { grantAid } from '#modules/currency/aid/grant-aid.ts';
import { proposeAid } from '#modules/currency/aid/propose-aid.ts';
import { type AidHub, openAidHub } from '#tests/fixtures/aid.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import type { Line } from '../directory-search/directory-search.ts';
import { inSeconds, watchProcessor } from '../processor.ts';
import { scratchHouse } from '../scratch-house.ts';

/** In the smallest unit: what each household gets. */
const EACH = 50;
const SIZES = [[10_000, 5], [100_000, 60]] as const;

/**
 * Aid granted to many households by the action itself: each is judged again, its wallet opened and filled, its event written, all or none. First tried without
 * keeping anything, then done; afterwards another proposal for the same households is refused whole. What stands is counted as the owner of the database.
 */
export async function householdGrants(say: (line: string) => void = () => {}, sizes: readonly (readonly [number, number])[] = SIZES): Promise<Line[]> {
  const hadina = await scratchHouse();
  try {
    process.env.HADINA_TEST_HOME = hadina.home;
    const hub = await openAidHub();
    const lines: Line[] = [];
    for (const [many, bound] of sizes) lines.push(await grantTo(hub, many, bound, say));
    return lines;
  } finally {
    await hadina.close();
  }
}

async function grantTo(hub: AidHub, many: number, bound: number, say: (line: string) => void): Promise<Line> {
  const { world: { house, network }, worker, manager, instrument, funded } = hub;
  const persons = await writePersons(hub, many);
  const programme = await funded('6000', { base: '0.05', adult: '0.01', child: '0.01', ceiling: '0.09' });
  const timed = async <R>(what: string, work: () => Promise<R>): Promise<{ seconds: number; result: R; processor: string }> => {
    const worked = await watchProcessor(house.app);
    const began = performance.now();
    const result = await work();
    const seconds = (performance.now() - began) / 1_000;
    const processor = inSeconds(worked());
    say(`${what}, ${many} households: ${seconds.toFixed(2)} s (${processor})`);
    return { seconds, result, processor };
  };
  const propose = () => act(house, worker, proposeAid, { programme, persons } as never);
  const [first, second] = [(await timed('proposed', propose)).result.batch, (await propose()).batch];
  await timed('tried without keeping', () => act(house, manager, grantAid, { batch: first }, { dryRun: true }));
  const stands = async () => (await ownerQuery<Record<string, number>>(house, `select (select count(*)::int from ledger.transfer where network_id = $1 and book_id = $2 and from_id = $3) as moved,
      (select coalesce(sum(balance_minor), 0)::float8 from ledger.account where network_id = $1 and book_id = $2 and holder_id = $3 and kind = 'wallet') as held,
      (select count(*)::int from ledger.account where network_id = $1 and book_id = $2 and holder_id = $3 and kind = 'wallet' and balance_minor = $4) as wallets,
      (select count(*)::int from currency.aid where network_id = $1 and programme_id = $3 and state = 'loaded' and granted_at is not null) as granted,
      (select count(*)::int from core.event where network_id = $1 and name = 'currency.aid-granted' and body->>'programme' = $3::text) as told`, [network, instrument, programme, EACH]))[0]!;
  const faults: string[] = [];
  const mustBe = async (when: string, count: number) => {
    const has = await stands();
    for (const [key, value] of Object.entries(has)) if (value !== count * (key === 'held' ? EACH : 1)) faults.push(`${when}: ${key} ${value}`);
  };
  await mustBe('tried', 0);
  const { seconds, processor } = await timed('granted', () => act(house, manager, grantAid, { batch: first }, { key: newId() }));
  await mustBe('granted', many);
  const refused = await act(house, manager, grantAid, { batch: second }).then(() => 'granted', (error: unknown) => (error instanceof Refusal ? error.code : String(error)));
  if (refused !== 'currency.already-granted') faults.push(`a second proposal for the same households: ${refused}`);
  await mustBe('refused', many);
  return {
    name: `aid granted to ${many.toLocaleString('en')} households by its action, all or none`, value: faults.length ? Number.POSITIVE_INFINITY : seconds, bound, unit: 's',
    detail: faults.slice(0, 4).join('; ') || `wallets, entries and events counted again, ${processor}, load ${loadavg()[0]!.toFixed(1)}`,
  };
}

/** Writes persons of the hub past the actions, as the owner: what is measured is the grant. */
async function writePersons({ world: { house, network, hub } }: AidHub, many: number): Promise<string[]> {
  const ids = Array.from({ length: many }, () => newId());
  await ownerQuery(house, `insert into people.person (network_id, id, code, name, birth_year, sex, territory_code, languages, invented, norm_version, since)
    select $1, id, upper(substr(md5(id::text), 1, 8)), 'Nadia ' || at, 1950 + at % 50, 'female', 'TN-43', '{ar}', true, $3, now() from unnest($2::uuid[]) with ordinality as p (id, at)`, [network, ids, normVersion]);
  await ownerQuery(house, `insert into people.enrolment (network_id, id, hub_id, person_id, via, since) select $1, id, $2, id, 'registered', now() from unnest($3::uuid[]) as p (id)`, [network, hub, ids]);
  for (const table of ['person', 'enrolment']) await ownerQuery(house, `vacuum analyze people.${table}`);
  return ids;
}

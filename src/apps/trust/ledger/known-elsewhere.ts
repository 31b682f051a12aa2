import { sql } from 'kysely';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import type { House } from '#core/house.ts';
import { ask } from '#core/pipeline.ts';
import { duplicateHintsQuery } from '#modules/people/matching/duplicate-hints.query.ts';
import { openAidHub } from '#tests/fixtures/aid.ts';
import { giveReadyCard } from '#tests/fixtures/paying.ts';
import type { Kit } from '../kit.ts';
import { withOwner } from '../owner-client.ts';

const first = ['Khadouja', 'Meherzia', 'Zoubeida', 'Rafika', 'Oumkalthoum', 'Beya', 'Torkia', 'Hedia', 'Salouha', 'Dalenda', 'Fattouma', 'Jamila'];
const last = ['Bouguerra', 'Chtioui', 'Ferchichi', 'Guesmi', 'Khemiri', 'Lahmar', 'Mnasri', 'Ouertani', 'Rezgui', 'Saidani', 'Toumi', 'Yahyaoui'];
const plain = (known: boolean) => JSON.stringify({ inside: [], network: known, found: [] });

/**
 * Asks the desk of a second hub of the same network whether it has to do with somebody who is known there already: with aid and a card, known only, never seen; by name, by her telephone too, in
 * another year. The answer is a yes or a no and the same bytes for everybody; and no row of the first hub that names her or her aid opens to the login of the house for whoever stands at the second.
 */
export async function askElsewhere(kit: Kit, persons: number): Promise<{ attempts: number; faults: string[] }> {
  await kit.hadina();
  const hub = await openAidHub();
  const { world: { house } } = hub;
  const there = await hub.world.secondHub({ territory: 'TN-53' });
  const desks = [await there.as('desk_officer'), await there.as('hub_manager')];
  const faults: string[] = [];
  let attempts = 0;
  const programme = await hub.funded('5000');
  const hints = async (kind: string, known: boolean, typed: Record<string, unknown>): Promise<void> => {
    attempts += 1;
    const said = JSON.stringify(await ask(house, desks[0]!, duplicateHintsQuery, typed as never));
    if (said !== plain(known)) faults.push(`${kind}: ${said}`);
  };
  for (let n = 0; n < persons; n++) {
    const name = `${first[n % first.length]} ${last[(n + Math.floor(n / first.length)) % last.length]}`;
    const [year, phone] = [1960 + kit.random.below(40), `2${String(1_000_000 + n * 17)}`];
    const her = { name, birth_year: year };
    const person = await hub.person({ ...her, phone, phone_owner: 'self', consent_answer: 'given', consent_channel: 'written' });
    if (n % 2 === 0) {
      await hub.grant(programme, [person]);
      await giveReadyCard(hub, person);
    }
    const kind = n % 2 === 0 ? 'with aid' : 'known';
    await hints(kind, true, her);
    await hints(`${kind}, by her telephone too`, true, { ...her, phone });
    await hints(`${kind}, her telephone under another name`, false, { name: 'Wassila Zghal', birth_year: 1931, phone });
    await hints(`${kind}, of another year`, false, { ...her, birth_year: year - 40 });
  }
  for (const desk of desks) {
    const { rows, tables } = await openRows(kit, house, desk, hub.world.hub);
    attempts += tables;
    faults.push(...rows);
  }
  return { attempts, faults };
}

/** The tables of persons and of money whose rows of one hub open to somebody of another. */
async function openRows(kit: Kit, house: House, by: Actor, hub: string): Promise<{ rows: string[]; tables: number }> {
  const { rows: tables } = await withOwner(kit, (owner) => owner.query<{ name: string }>(`select format('%I.%I', t.table_schema, t.table_name) as name from information_schema.columns h
    join information_schema.columns p using (table_schema, table_name) join information_schema.tables t using (table_schema, table_name)
    where h.column_name = 'hub_id' and p.column_name = 'person_id' and t.table_type = 'BASE TABLE' and t.table_schema in ('currency', 'people')
      and has_table_privilege('hadina_app', format('%I.%I', t.table_schema, t.table_name), 'select') order by 1`));
  const rows: string[] = [];
  await inTransaction(house.app, beginFor(by, { readOnly: true }), async (tx) => {
    for (const { name } of tables) {
      const { rows: [found] } = await sql<{ n: bigint }>`select count(*) as n from ${sql.raw(name)} where hub_id = ${hub}`.execute(tx);
      if (Number(found!.n) > 0) rows.push(`${name}: ${found!.n} rows of another hub open`);
    }
  });
  return { rows, tables: tables.length };
}

/** A house in which aid is read across hubs: the probe must say so. */
export const leaksElsewhere = (kit: Kit): Promise<boolean> => withOwner(kit, async (owner) => {
  await owner.query('create policy planted on currency.aid for select to hadina_app using (true)');
  try {
    return (await askElsewhere(kit, 2)).faults.some((fault) => fault.startsWith('currency.aid'));
  } finally {
    await owner.query('drop policy planted on currency.aid');
  }
});

import type pg from 'pg';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { Vault } from '#core/crypto/vault.ts';
import { act, ask } from '#core/pipeline.ts';
import { addGoal } from '#modules/accompaniment/plan/goals.ts';
import type { SharedField } from '#modules/people/consent/consent-table.ts';
import { setContact } from '#modules/people/set-contact/set-contact.ts';
import { recordConsent } from '#modules/people/record-consent/record-consent.ts';
import { destroyLateParcels } from '#modules/transfer/answer-parcel/destroy-late-parcels.ts';
import { alwaysAlong, ifSheAgrees } from '#modules/transfer/codes.ts';
import { openParcel } from '#modules/transfer/open-parcel/open-parcel.ts';
import { openedParcel } from '#modules/transfer/open-parcel/opened-parcel.query.ts';
import { openLetter } from '#modules/transfer/parcel/seal-parcel.ts';
import { drawWords, wordLanguages } from '#modules/transfer/spoken-words/spoken-words.ts';
import { withdrawTransfer } from '#modules/transfer/prepare-transfer/withdraw-transfer.ts';
import { job, type OnTheMove, openOnTheMove } from '#tests/fixtures/on-the-move.ts';
import { sql } from 'kysely';
import type { Random } from '../random.ts';

const summary = 'تريد أن تفتح مخبزا قرب البحر';
const goal = 'أبيع خبزي في سوق الجمعة';
const phone = '20 987 654';

/** Somebody with a phone and a plan, ready to move, as often as wished. */
export async function openMoving(): Promise<OnTheMove> {
  const move = await openOnTheMove();
  const { world, desk, woman } = move;
  await act(world.house, desk.officer, recordConsent, { person: woman, purpose: 'service', answer: 'given', channel: 'written', language: 'ar' });
  await act(world.house, desk.officer, setContact, { person: woman, phone, phone_owner: 'self', phone_shared: false });
  await act(world.house, move.coach, addGoal, { case: move.file, area: 'activity', words: goal });
  return move;
}

/**
 * One parcel with fields chosen by chance: what lies in the tables, what wrong words, another hub and a late hour open, and what the
 * right words show. Gives how many things were looked at and what was found wrong.
 */
export async function checkParcel(move: OnTheMove, owner: pg.Client, random: Random, guesses: number): Promise<{ cases: number; faults: string[] }> {
  const { world, there, receiver, worker } = move;
  const { house, network } = world;
  const agreed = ifSheAgrees.filter(() => random.below(2) === 1);
  await move.agrees([...alwaysAlong, ...agreed]);
  const { parcel, words } = await move.prepare({ language: wordLanguages[random.below(3)], summary });
  const faults = await bareText(owner, parcel, [summary, goal, '20987654', 'خديجة', move.woman, ...words.split(' ')]);
  const [{ sealed: letter }] = (await owner.query<{ sealed: Buffer }>('select sealed from transfer.piece where parcel_id = $1 and n = 0', [parcel])).rows as [{ sealed: Buffer }];
  const opens = (hub: string, said: readonly string[]) => openLetter(new Vault(house.keys, network, hub, () => {}), { parcel, hub, letter, words: said });
  for (let n = 0; n < guesses; n++) if (await opens(there.hub, drawWords('ar'))) faults.push(`${parcel}: wrong words open`);
  if (await opens(world.hub, words.split(' '))) faults.push(`${parcel}: the sending hub's box opens`);
  if (await act(house, receiver, openParcel, { parcel, words: drawWords('fr').join(' ') }).then(() => true, () => false)) faults.push(`${parcel}: wrong words open at the counter`);
  await act(house, receiver, openParcel, { parcel, words });
  const { content } = await ask(house, receiver, openedParcel, { parcel });
  const found = [content!.contacts.length > 0 && 'phone', content!.plans.length > 0 && 'plan', content!.documents.length > 0 && 'documents'].filter((each): each is SharedField & string => Boolean(each));
  faults.push(...found.filter((field) => !agreed.includes(field as never)).map((field) => `${parcel}: ${field} went along without her yes`));
  if (agreed.includes('phone') !== found.includes('phone')) faults.push(`${parcel}: her phone was to go along and did not`);
  await act(house, worker, withdrawTransfer, { parcel });
  faults.push(...(await left(owner, parcel)).map((table) => `${parcel}: taken back and still in ${table}`));
  return { cases: guesses + 12, faults };
}

/** A parcel whose seven days are over: what the receiving hub's own login reads of it before it is destroyed, and what is left after. */
export async function checkLate(move: OnTheMove, owner: pg.Client): Promise<{ cases: number; faults: string[] }> {
  const { world, receiver } = move;
  const { house, network } = world;
  await move.agrees(alwaysAlong);
  const { parcel } = await move.prepare();
  const seen = () => inTransaction(house.app, beginFor(receiver), async (tx) => (await sql`select n from transfer.piece where parcel_id = ${parcel}`.execute(tx)).rows.length);
  const faults = (await seen()) === 2 ? [] : [`${parcel}: not there while it waits`];
  for (const table of ['parcel', 'piece']) {
    const [from, key] = table === 'parcel' ? ['prepared_at', 'id'] : ['from_at', 'parcel_id'];
    await owner.query(`update transfer.${table} set ${from} = now() - interval '7 days 1 second', until_at = now() - interval '1 second' where ${key} = $1`, [parcel]);
  }
  if (await seen()) faults.push(`${parcel}: read after seven days`);
  await act(house, job(network), destroyLateParcels, {});
  faults.push(...(await left(owner, parcel)).map((table) => `${parcel}: late and still in ${table}`));
  return { cases: 4, faults };
}

/** Words that stand open in what another hub or a thief of the tables would see. */
async function bareText(owner: pg.Client, parcel: string, secrets: readonly string[]): Promise<string[]> {
  const { rows } = await owner.query<{ text: string; sealed: Buffer | null }>(
    `select p::text as text, null::bytea as sealed from transfer.parcel p where id = $1 union all select w::text, null from transfer.waiting w where parcel_id = $1
     union all select i.parcel_id::text, i.sealed from transfer.piece i where parcel_id = $1`, [parcel]);
  return secrets.filter((secret) => rows.some(({ text, sealed }) => text.includes(secret) || sealed?.includes(secret))).map((secret) => `${parcel}: ${secret} lies open`);
}

async function left(owner: pg.Client, parcel: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select 'waiting' as name from transfer.waiting where parcel_id = $1 union all select 'piece' from transfer.piece where parcel_id = $1 union all select 'opening' from transfer.opening where parcel_id = $1`, [parcel]);
  return rows.map(({ name }) => name);
}

import { sql } from 'kysely';
import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { id } from '#core/input.ts';
import { controllersOf } from '#modules/network/public.ts';
import { forgetKnownNames, personGroup } from '#modules/people/public.ts';
import { heldBack } from '../hold/held-back.ts';
import type { RightsTables } from '../rights-tables.ts';
import { action } from '../rights.ts';
import { certificateOf } from './certificate.ts';

/**
 * Carries out an erasure that two people decided: what tells who she is goes, in every file of hers; then her keys are destroyed, and
 * the house signs that it was so. What a court or money holds back by now is left; where the head of one hub decided and others receive
 * her too, it is handed on to the data protection officer. Interrupted anywhere it is done again from the beginning, to the same end.
 */
export const carryOutErasure = action({
  name: 'carry-out-erasure',
  says: 'Erases a person as two people decided.',
  input: z.strictObject({ request: id() }),
  login: 'rights',
  remembers: false,
  run: async (doing, { request }) => {
    const { tx, network, now, vault, record, later, absent } = doing;
    const row = (await tx.selectFrom('rights.request').selectAll()
      .where('network_id', '=', network).where('id', '=', request).where('kind', '=', 'erase').where('state', '=', 'decided').executeTakeFirst()) ?? absent();
    const group = await personGroup(tx, row.person_id);
    await reachAll(doing, request, row.hub_id, group);
    const left = (await heldBack(doing, group))?.why ?? (row.basis === 'retention' && (await stillReceived(doing, row.hub_id, group)) ? 'in_use' : null);
    const handOn = !left && row.answered_as !== 'dpo' && (await manyHubs(doing, group));
    if (left || handOn) {
      await tx.updateTable('rights.request').set(left ? { state: 'refused', reason: left } : { state: 'open', for_dpo: true, answered_at: null, answered_by: null, answered_as: null })
        .where('network_id', '=', network).where('id', '=', request).execute();
      await closeReach(doing, request);
      await record({ name: left ? 'erasure-left' : 'erasure-handed-on', subject: request, hub: row.hub_id, person: row.person_id, body: {} });
      return { request };
    }
    const owners = await keyOwners(doing, group);
    await forgetKnownNames(doing, group);
    const { rows: [scrubbed] } = await sql<{ files: number }>`select rights.scrub_person(${network}::uuid, ${[...group]}::uuid[]) as files`.execute(tx);
    if (scrubbed!.files !== group.length) throw new Error('Not every file of hers was reached; nothing is certified');
    await vault.erase({ persons: [...new Set([...group, ...owners])] });
    const body = certificateOf({ network, row, group, keys: [...new Set([...group, ...owners])], now });
    await tx.insertInto('rights.certificate').values({ network_id: network, id: request, hub_id: row.hub_id, body, signature: vault.certify(body), made_at: now }).execute();
    await tx.updateTable('rights.request').set({ state: 'erased' }).where('network_id', '=', network).where('id', '=', request).execute();
    await closeReach(doing, request);
    for (const person of group) await later('rights.settle-erasure', { person, basis: row.basis });
    await record({ name: 'person-erased', subject: request, hub: row.hub_id, person: row.person_id, body: { basis: row.basis, files: group.length } });
    return { request };
  },
});

/** Opens the rows of every file of hers to this erasure. */
async function reachAll({ tx, network, now }: Doing<RightsTables>, request: string, hub: string, group: readonly string[]): Promise<void> {
  await tx.insertInto('rights.subject').values(group.map((person) => ({
    network_id: network, request_id: request, person_id: person, hub_id: hub, reach: 'everywhere' as const, until_at: new Date(now.getTime() + 3_600_000),
  }))).onConflict((conflict) => conflict.columns(['network_id', 'request_id', 'person_id']).doUpdateSet((eb) => ({ until_at: eb.ref('excluded.until_at') }))).execute();
}

/** Closes them again. */
async function closeReach({ tx, network }: Doing<RightsTables>, request: string): Promise<void> {
  await sql`update rights.subject set until_at = now() where network_id = ${network} and request_id = ${request}`.execute(tx);
}

/** Whether more than one hub receives her, under whichever of her files. */
async function manyHubs({ tx, network }: Doing<RightsTables>, group: readonly string[]): Promise<boolean> {
  const { rows: [hubs] } = await sql<{ many: boolean }>`select count(distinct e.hub_id) > 1 as many from people.enrolment e
    where e.network_id = ${network} and e.person_id = any (${[...group]}::uuid[])`.execute(tx);
  return hubs!.many;
}

/** What else owns a key that sealed words of hers: visits in which she was heard before she was named. */
async function keyOwners({ tx, network }: Doing<RightsTables>, group: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ owner: string }>`select distinct n.key_owner_id as owner from desk.listening_note n
    where n.network_id = ${network} and n.ticket_id in (select t.id from desk.ticket t where t.network_id = ${network} and t.person_id = any (${[...group]}::uuid[]))
    union select c.key_owner_id from desk.complaint c where c.network_id = ${network} and c.person_id = any (${[...group]}::uuid[])`.execute(tx);
  return rows.map(({ owner }) => owner);
}

/** Whether anything happened with her anywhere within the time of keeping: another hub may still receive her. */
async function stillReceived({ tx, network, now }: Doing<RightsTables>, hub: string, group: readonly string[]): Promise<boolean> {
  const months = Math.max(0, ...(await controllersOf(tx, hub)).map((controller) => controller.months));
  const { rows: [found] } = await sql<{ there: boolean }>`select exists (select from core.event e where e.network_id = ${network} and e.person_id = any (${[...group]}::uuid[])
    and e.name not like 'rights.%' and e.at > ${now}::timestamptz - make_interval(months => ${months}::int)) as there`.execute(tx);
  return found!.there;
}

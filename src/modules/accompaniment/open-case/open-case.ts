import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { choice, id, maybe } from '#core/input.ts';
import { visitClient } from '#modules/desk/public.ts';
import { organizationCard } from '#modules/network/public.ts';
import { personCard } from '#modules/people/public.ts';
import { type AccompanimentTables, action } from '../accompaniment.ts';
import { aboutClient } from '../case/worked-case.ts';
import { caseKinds, openStates } from '../codes.ts';

const input = z.strictObject({
  kind: choice(caseKinds), ticket: maybe(id()), person: maybe(id()), organization: maybe(id()), acting_person: maybe(id()),
});

/**
 * Opens a file: out of a visit (what was done there last is remembered: an orientation, a talk about needs) or from her sheet. One
 * open file of a kind for each client; a second one is refused and the first is named.
 */
export const openCase = action({
  name: 'open-case',
  says: 'Opens the file of somebody who will be accompanied.',
  input,
  refuses: ['case-open-already', 'kind-of-client', 'client-missing'],
  run: async (doing, given) => {
    const { tx, network, hub, now, actor } = doing;
    const client = await clientOfFile(doing, given);
    if ((given.kind === 'organization') !== (client.organization_id !== null)) doing.refuse('kind-of-client', {}, 'kind');
    const same = await tx.selectFrom('accompaniment.case_file').select('id').where('network_id', '=', network).where('hub_id', '=', hub)
      .where(client.organization_id ? 'organization_id' : 'person_id', '=', client.organization_id ?? client.person_id)
      .where('kind', '=', given.kind).where('state', 'in', [...openStates]).executeTakeFirst();
    if (same) doing.refuse('case-open-already', {}, undefined, { case: same.id });
    const file = newId(now.getTime());
    const opened = await tx.insertInto('accompaniment.case_file').values({
      network_id: network, id: file, hub_id: hub, kind: given.kind, ...client, ticket_id: given.ticket ?? null, opened_at: now,
      opened_by: actor.account, state: 'oriented', state_at: now, approved_version: null, next_on: null,
    }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    // Somebody else opened it at the same moment, at the counter beside.
    if (!opened.numInsertedOrUpdatedRows) doing.refuse('case-open-already');
    const about = await aboutClient(doing, client);
    await doing.record({
      name: 'case-opened', subject: file, person: client.person_id, organization: client.organization_id,
      body: { ...about, towards: given.kind, from: client.opened_from },
    });
    return { case: file };
  },
});

async function clientOfFile(doing: Doing<AccompanimentTables>, given: z.output<typeof input>) {
  const { tx, network } = doing;
  if (given.ticket) {
    const visit = (await visitClient(tx, network, given.ticket)) ?? doing.absent();
    return columns(doing, { ...visit, opened_from: visit.reached });
  }
  const { person = null, organization = null, acting_person: actingPerson = null } = given;
  if (organization && !(await organizationCard(tx, organization))) doing.absent();
  return columns(doing, { person: organization ? null : person, organization, actingPerson: organization ? (actingPerson ?? person) : null, opened_from: 'file' as const });
}

interface Client { person: string | null; organization: string | null; actingPerson: string | null; opened_from: 'orientation' | 'need' | 'visit' | 'file' }

/** Makes sure that the person spoken to is known here: under her key the notes are sealed. */
async function columns(doing: Doing<AccompanimentTables>, { person, organization, actingPerson, opened_from }: Client) {
  const spokenTo = (organization ? actingPerson : person) ?? doing.refuse('client-missing', {}, 'person');
  if (!(await personCard(doing.tx, spokenTo))) doing.absent();
  return { person_id: organization ? null : person, organization_id: organization, acting_person_id: organization ? actingPerson : null, key_owner_id: spokenTo, opened_from };
}

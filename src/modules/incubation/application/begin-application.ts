import { sql, type SqlBool } from 'kysely';
import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id, maybe } from '#core/input.ts';
import { newSlipCode } from '#core/text/slip-code.ts';
import { organizationCard } from '#modules/network/public.ts';
import { personCard } from '#modules/people/public.ts';
import { standingAt } from '../call/call-window.ts';
import { ownCall } from '../call/own-call.ts';
import { applicantKinds } from '../codes.ts';
import { action } from '../incubation.ts';
import { joinPersons } from './join-persons.ts';

// Written out: a partial index is met only by the very words it was made with.
const stillStanding = sql<SqlBool>`organization_id is not null and state <> 'withdrawn'`;

/**
 * Begins an application for a person who came to the desk: alone, as the leader of a group, or for the body she acts for. It is a draft that
 * anyone at this desk may go on with, on any machine, until the call closes.
 */
export const beginApplication = action({
  name: 'begin-application',
  says: 'Begins an application to a call for somebody at the desk.',
  input: z.strictObject({ call: id(), applicant: choice(applicantKinds), person: id(), organization: maybe(id()) })
    .refine(({ applicant, organization }) => (applicant === 'organization') === (organization !== undefined), { message: 'required', path: ['organization'] }),
  refuses: ['call-not-open', 'applicant-kind-not-asked', 'already-applied'],
  run: async (doing, { call: wanted, applicant, person: typed, organization }) => {
    const { tx, network, hub, now, actor, refuse } = doing;
    const call = await ownCall(doing, wanted);
    if (standingAt(call, now) !== 'open') refuse('call-not-open');
    if (call.applicants !== 'all' && call.applicants !== `${applicant}s`) refuse('applicant-kind-not-asked', {}, 'applicant');
    const { id: person } = (await personCard(tx, typed)) ?? doing.absent();
    if (organization && !(await organizationCard(tx, organization))) doing.absent();
    const application = newId(now.getTime());
    const kept = await tx.insertInto('incubation.application').values({
      network_id: network, id: application, hub_id: hub, call_id: call.id, receipt: newSlipCode(), applicant, person_id: person,
      organization_id: organization ?? null, state: 'draft', state_at: now, reason: null, stage: null, territory_code: null, sex: null, age: null,
      typed_by: actor.account, import_id: null, import_row: null, begun_at: now, submitted_at: null, members: 1, counts_for: [], version: 0,
    }).onConflict((row) => row.columns(['network_id', 'call_id', 'organization_id']).where(stillStanding).doNothing()).executeTakeFirst();
    if (kept.numInsertedOrUpdatedRows === 0n) return refuse('already-applied', { count: 1 }, 'organization', { organizations: [organization] });
    await joinPersons(doing, { id: application, call_id: call.id, hub_id: hub }, [person], 'lead');
    await doing.record({ name: 'application-begun', subject: application, person, organization: organization ?? null, body: { call: call.id, applicant } });
    return { application };
  },
});

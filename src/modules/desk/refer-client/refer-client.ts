import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { choices, id, maybe, text, wholeNumber } from '#core/input.ts';
import { consentHolding, type HoldingConsent, openContactGrant } from '#modules/people/public.ts';
import { action, type DeskTables } from '../desk.ts';
import { type DisclosureToMake, disclosureToMake, sharingOf } from '../preview-referral/disclosure-to-make.ts';
import { type ClientToRefer, clientToRefer } from '../referral/client-to-refer.ts';
import { fieldCodes } from '../referral/disclosed-field.ts';
import { nextBestService } from '../referral/next-best-service.ts';
import { endOfDay, issueLink } from '../referral/referral-link.ts';
import { answerDays, daysLater } from '../referral/referral-state.ts';
import { returnReferral } from '../referral/return-referral.ts';
import { noteSlipStep } from '../slip/note-slip-step.ts';
import { clientSnapshot } from '../ticket/snapshot.ts';

/** What is sent: the service, the fields, and what the preview showed (`seen`, with the version of the agreement). */
const referClientInput = z.strictObject({
  ticket: id(), service: id(), fields: choices(fieldCodes), seen: text(64), after: maybe(id()),
  agreement: maybe(id()), agreement_version: maybe(wholeNumber(1, 100_000)),
});

/**
 * Sends a client to a service of another body, with exactly what she saw and agreed to. Whatever changed between preview and
 * sending stops it. `after` names the referral that this one replaces: it comes back to the sender with it.
 */
export const referClient = action({
  name: 'refer-client',
  says: 'Sends the client to a service, with exactly what was previewed.',
  purpose: 'referral',
  input: referClientInput,
  refuses: ['visit-not-open', 'consent-missing', 'agreement-ended', 'fields-changed', 'service-closed', 'already-referred'],
  run: async (doing, input) => {
    const { tx, network, hub } = doing;
    const client = await clientToRefer(doing, input, { lock: true });
    if (!client) {
      const known = await tx.selectFrom('desk.ticket').select('id')
        .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', input.ticket).executeTakeFirst();
      return known ? doing.refuse('visit-not-open') : doing.absent();
    }
    const making = (await disclosureToMake(doing, client, input)) ?? doing.absent();
    const consent = (await consentHolding(tx, client.spokenTo, 'sharing', sharingOf(making, doing.now))) ?? doing.refuse('consent-missing');
    mustStillHold(doing, making, input);
    if (client.after) await returnReferral(doing, client.after, 'another-choice');
    const referral = await keepReferral(doing, { ticket: input.ticket, client, making, consent });
    await keepDisclosure(doing, { referral, client, making, consent });
    await openContactGrant(doing, { person: client.spokenTo, basis: 'referral', basisId: referral });
    return { referral };
  },
});

type Refuser = Doing<DeskTables>;

function mustStillHold({ refuse }: Refuser, making: DisclosureToMake, input: z.output<typeof referClientInput>): void {
  const { agreement, agreementEnded, service, seen } = making;
  const sameAgreement = !input.agreement || (agreement?.id === input.agreement && agreement.version === input.agreement_version);
  if (agreementEnded || !sameAgreement) refuse('agreement-ended');
  if (service.status !== 'active') refuse('service-closed');
  if (seen !== input.seen) refuse('fields-changed');
}

async function keepReferral(
  doing: Refuser, { ticket, client, making, consent }: { ticket: string; client: ClientToRefer; making: DisclosureToMake; consent: HoldingConsent },
): Promise<string> {
  const { tx, network, hub, now, actor } = doing;
  const { service, agreement } = making;
  const id = newId(now.getTime());
  const about = await clientSnapshot(tx, { person_id: client.person, organization_id: client.organization }, now);
  const next = await nextBestService(doing, { ticket, type: service.types[0]!, besides: service.id });
  const kept = await tx.insertInto('desk.referral').values({
    network_id: network, id, hub_id: hub, ticket_id: ticket, person_id: client.person, client_organization_id: client.organization,
    spoken_to_id: client.spokenTo, about, service_id: service.id, service_type: service.types[0]!,
    organization_id: service.organization, agreement_id: agreement?.id ?? null, agreement_version: agreement?.version ?? null,
    after_id: client.after, state: 'sent', sent_at: now, sent_by: actor.account, due_at: daysLater(now, answerDays),
    shut_at: null, shut_why: null, until_at: consent.until, reminded_at: null, escalated_at: null, answered_at: null, answered_via: null, answered_by: null, decline_reason: null,
    decline_words: null, next_service_id: next, served_at: null, service_outcome: null, closed_at: null, outcome: null,
  }).onConflict((row) => row.doNothing()).executeTakeFirst();
  if (kept.numInsertedOrUpdatedRows === 0n) doing.refuse('already-referred');
  await issueLink(doing, { referral: { id, hub_id: hub }, kind: 'answer', at: now, notAfter: agreement && endOfDay(agreement.until) });
  await noteSlipStep(doing, ticket, 'sent');
  await doing.record({
    name: 'referral-sent', subject: id, person: client.person, organization: client.organization,
    body: { ...about, ticket, service: service.id, service_type: service.types[0]!, organization: service.organization },
  });
  return id;
}

interface Disclosed {
  readonly referral: string;
  readonly client: ClientToRefer;
  readonly making: DisclosureToMake;
  readonly consent: HoldingConsent;
}

async function keepDisclosure({ tx, network, hub, now, vault }: Refuser, { referral, client, making, consent }: Disclosed): Promise<void> {
  const id = newId(now.getTime());
  const place = { person: client.spokenTo, table: 'desk.disclosure', column: 'sealed', row: id };
  await tx.insertInto('desk.disclosure').values({
    network_id: network, id, hub_id: hub, referral_id: referral, person_id: client.spokenTo,
    organization_id: making.service.organization, purpose: 'referral', fields: [...new Set(making.lines.map(({ field }) => field))], consent_id: consent.id,
    sealed: await vault.seal(place, making.body), disclosed_at: now, until_at: consent.until,
  }).execute();
}

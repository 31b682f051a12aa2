import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { ageAt } from '#core/text/age-band.ts';
import { accountsAt, hubCard, organizationCard } from '#modules/network/public.ts';
import type { PeopleTables } from '../people.ts';
import { consentLengths, daysAfter, endOfDay, mostDays } from './consent-length.ts';
import type { ConsentChannel, ConsentPurpose, Guardian, SharedField } from './consent-table.ts';
import { minorObstacle } from './minor-law.ts';
import { noticeToTell } from './notice-told.ts';

/** Reasons for which an answer is not taken; a refusal by her is always taken. */
export const consentRefusals = [
  'witness-needed', 'witness-is-asker', 'witness-not-here', 'minor-needs-guardian', 'minor-path-unchecked', 'until-past', 'until-too-far',
] as const;
/** Reasons that concern sharing alone. */
export const sharingRefusals = ['partner-needed', 'partner-unknown', 'fields-needed'] as const;

export interface Answer {
  readonly purpose: ConsentPurpose;
  readonly answer: 'given' | 'refused';
  readonly channel: ConsentChannel;
  readonly witness?: string | undefined;
  readonly companion_witness: boolean;
  readonly guardian?: Guardian | null | undefined;
  readonly language: string;
  readonly recipient?: string | undefined;
  readonly recipient_hub?: string | undefined;
  readonly fields?: readonly SharedField[] | undefined;
  /** Last day it holds; as long as the network's usual time when absent. */
  readonly until?: string | undefined;
}

/** Writes down what she answered to one purpose. Answering yes aloud needs a witness other than the asker; saying no needs nothing. */
export async function keepConsent(doing: Doing<PeopleTables>, { person, birthYear }: { person: string; birthYear: number | null }, answer: Answer): Promise<string> {
  const { tx, network, hub, now, actor } = doing;
  const given = answer.answer === 'given';
  if (given) await mustHold(doing, birthYear, answer);
  const until = given ? await lastMoment(doing, answer) : null;
  const notice = await noticeToTell(tx, network, hub, answer.purpose);
  const id = newId(now.getTime());
  const shared = answer.purpose === 'sharing';
  await tx.insertInto('people.consent').values({
    network_id: network, id, hub_id: hub, person_id: person, purpose: answer.purpose, answer: answer.answer, channel: answer.channel,
    witness_id: answer.witness === actor.account ? null : (answer.witness ?? null), companion_witness: answer.companion_witness,
    guardian: answer.guardian ?? null, notice_version: notice.version, notice_id: notice.id, language: answer.language, answered_at: now,
    recorded_by: actor.account, withdrawn_at: null, until_at: until,
    recipient_id: (shared && answer.recipient) || null, recipient_hub_id: (shared && answer.recipient_hub) || null,
    fields: shared && given ? [...(answer.fields ?? [])] : null,
  }).execute();
  await doing.record({
    name: 'consent-recorded', subject: id, person, body: { purpose: answer.purpose, answer: answer.answer, channel: answer.channel },
  });
  return id;
}

async function mustHold(doing: Doing<PeopleTables>, birthYear: number | null, answer: Answer): Promise<void> {
  const { tx, hub, actor, now } = doing;
  const { channel, witness, companion_witness } = answer;
  if (channel !== 'written' && !witness && !companion_witness) doing.refuse('witness-needed', {}, 'witness');
  if (witness && witness === actor.account) doing.refuse('witness-is-asker', {}, 'witness');
  if (witness && !(await accountsAt(tx, hub)).some(({ account }) => account === witness)) doing.refuse('witness-not-here', {}, 'witness');
  if (answer.purpose === 'sharing') await mustNamePartner(doing, answer);
  const age = ageAt({ birthYear: birthYear ?? undefined }, now.toISOString().slice(0, 10));
  if (age === undefined || age >= 18) return;
  // Rule 5: only the paper waits; she is served all the same, and handing her over for protection asks for no consent.
  const country = (await hubCard(tx, hub))?.country ?? doing.absent();
  const obstacle = minorObstacle(country, answer.guardian ?? null);
  if (obstacle) doing.refuse(obstacle, {}, 'guardian');
}

/** Sharing is always with somebody named, and of things named. */
async function mustNamePartner(doing: Doing<PeopleTables>, { recipient, recipient_hub, fields = [] }: Answer): Promise<void> {
  if (Number(recipient !== undefined) + Number(recipient_hub !== undefined) !== 1) doing.refuse('partner-needed', {}, 'recipient');
  const known = recipient ? await organizationCard(doing.tx, recipient) : recipient_hub !== doing.hub && (await hubCard(doing.tx, recipient_hub!));
  if (!known) doing.refuse('partner-unknown', {}, 'recipient');
  if (fields.length === 0) doing.refuse('fields-needed', {}, 'fields');
}

/** The moment from which the yes is over: the end of the day she named, else as long as usual in this network. */
export async function lastMoment({ tx, network, now, refuse }: Doing<PeopleTables>, { purpose, until }: Pick<Answer, 'purpose' | 'until'>): Promise<Date> {
  if (!until) return daysAfter(now, (await consentLengths(tx, network))[purpose]);
  if (until < now.toISOString().slice(0, 10)) refuse('until-past', {}, 'until');
  if (endOfDay(until) > daysAfter(now, mostDays)) refuse('until-too-far', {}, 'until');
  return endOfDay(until);
}

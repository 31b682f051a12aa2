import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { ageAt } from '#core/text/age-band.ts';
import { accountsAt, hubCard } from '#modules/network/public.ts';
import type { PeopleTables } from '../people.ts';
import type { ConsentChannel, ConsentPurpose, ConsentTable } from './consent-table.ts';

/** The notice read out to her; its words stand under `notice_*` in the locales. */
export const noticeVersion = '2026-11';

/** Reasons for which an answer is not taken; a refusal by her is always taken. */
export const consentRefusals = ['witness-needed', 'witness-is-asker', 'witness-not-here', 'minor-needs-guardian'] as const;

export interface Answer {
  readonly purpose: ConsentPurpose;
  readonly answer: 'given' | 'refused';
  readonly channel: ConsentChannel;
  readonly witness?: string | undefined;
  readonly companion_witness: boolean;
  readonly guardian?: ConsentTable['guardian'] | undefined;
  readonly language: string;
}

/** Writes down what she answered to one purpose. Answering yes aloud needs a witness other than the asker; saying no needs nothing. */
export async function keepConsent(doing: Doing<PeopleTables>, { person, birthYear }: { person: string; birthYear: number | null }, answer: Answer): Promise<string> {
  const { tx, network, hub, now, actor } = doing;
  if (answer.answer === 'given') await mustHold(doing, birthYear, answer);
  const id = newId(now.getTime());
  await tx.insertInto('people.consent').values({
    network_id: network, id, hub_id: hub, person_id: person, purpose: answer.purpose, answer: answer.answer, channel: answer.channel,
    witness_id: answer.witness === actor.account ? null : (answer.witness ?? null), companion_witness: answer.companion_witness,
    guardian: answer.guardian ?? null, notice_version: noticeVersion, language: answer.language, answered_at: now,
    recorded_by: actor.account, withdrawn_at: null,
  }).execute();
  await doing.record({
    name: 'consent-recorded', subject: id, person, body: { purpose: answer.purpose, answer: answer.answer, channel: answer.channel },
  });
  return id;
}

async function mustHold(doing: Doing<PeopleTables>, birthYear: number | null, { channel, witness, companion_witness, guardian }: Answer): Promise<void> {
  const { tx, hub, actor, now } = doing;
  if (channel !== 'written' && !witness && !companion_witness) doing.refuse('witness-needed', {}, 'witness');
  if (witness && witness === actor.account) doing.refuse('witness-is-asker', {}, 'witness');
  if (witness && !(await accountsAt(tx, hub)).some(({ account }) => account === witness)) doing.refuse('witness-not-here', {}, 'witness');
  const age = ageAt({ birthYear: birthYear ?? undefined }, now.toISOString().slice(0, 10));
  if (age === undefined || age >= 18) return;
  // Rule 5: a Tunisian minor's consent needs guardian and family judge. Only the paper waits; she is served all the same.
  const needed = (await hubCard(tx, hub))?.country === 'TN' ? ['guardian-and-judge'] : ['guardian', 'guardian-and-judge'];
  if (!guardian || !needed.includes(guardian)) doing.refuse('minor-needs-guardian', {}, 'guardian');
}

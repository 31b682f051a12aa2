import type { Actor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { recordConsent } from '#modules/people/record-consent/record-consent.ts';
import type { World } from '#tests/fixtures/open-hub.ts';

/** She agrees in writing that the desk keeps what she tells; without it no phone may be noted. */
export const agree = async ({ house }: World, officer: Actor, person: string): Promise<void> => {
  await act(house, officer, recordConsent, { person, purpose: 'service', answer: 'given', channel: 'written', language: 'ar-TN' });
};

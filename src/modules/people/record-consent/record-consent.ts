import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { consentFields, consentReach } from '../consent/consent.input.ts';
import { consentPurposes } from '../consent/consent-table.ts';
import { consentRefusals, keepConsent, sharingRefusals } from '../consent/keep-consent.ts';
import { action } from '../people.ts';
import { personCard } from '../person/person-card.ts';

/**
 * Writes down what a person answered to one purpose. Her no is taken as it is and costs her no service; a no to sharing that names
 * nobody speaks of every partner. The newest answer about a partner takes the place of the one before.
 */
export const recordConsent = action({
  name: 'record-consent',
  says: 'Writes down what a person answered when asked for her consent.',
  input: z.strictObject({ person: id(), purpose: choice(consentPurposes), ...consentFields, ...consentReach }),
  refuses: [...consentRefusals, ...sharingRefusals],
  run: async (doing, { person, ...answer }) => {
    const card = (await personCard(doing.tx, person)) ?? doing.absent();
    const consent = await keepConsent(doing, { person, birthYear: card.birthYear }, answer);
    if (answer.purpose === 'sharing') await doing.later('desk.return-unshared-referrals', { person });
    return { consent };
  },
});

import { defineWords } from '#core/words/words.ts';
import ar from './locales/referral.ar.json' with { type: 'json' };
import en from './locales/referral.en.json' with { type: 'json' };
import fr from './locales/referral.fr.json' with { type: 'json' };

/** The words of referrals, faces, complaints and unmet needs. */
export const referralWords = defineWords('desk', { en, ar, fr });

import { defineWords } from '#core/words/words.ts';
import ar from '../locales/vouchers.ar.json' with { type: 'json' };
import en from '../locales/vouchers.en.json' with { type: 'json' };
import fr from '../locales/vouchers.fr.json' with { type: 'json' };

/** The words of paper vouchers, of a local currency that is bought and of conversions into it. */
export const voucherWords = defineWords('currency', { en, ar, fr });

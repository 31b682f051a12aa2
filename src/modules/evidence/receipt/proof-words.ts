import { defineWords } from '#core/words/words.ts';
import ar from '../locales/proof.ar.json' with { type: 'json' };
import en from '../locales/proof.en.json' with { type: 'json' };
import fr from '../locales/proof.fr.json' with { type: 'json' };

/** The words of samples, receipts and figures of several networks. */
export const proofWords = defineWords('evidence', { ar, en, fr });

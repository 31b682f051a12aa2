import { defineWords } from '#core/words/words.ts';
import ar from '../locales/message.ar.json' with { type: 'json' };
import en from '../locales/message.en.json' with { type: 'json' };
import fr from '../locales/message.fr.json' with { type: 'json' };

/** The words of text messages and of the pages about them. What is sent (`sms.`) names neither aid nor anybody. */
export const messageWords = defineWords('currency', { en, ar, fr });

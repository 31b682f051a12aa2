import { choice, id, maybe, yes } from '#core/input.ts';
import { spokenLanguages } from '../person/spoken-language.ts';
import { consentChannels } from './consent-table.ts';

/** An answer to one purpose: what she said, how, before whom, in which language it was explained. */
export const consentFields = {
  answer: choice(['given', 'refused']),
  channel: choice(consentChannels),
  witness: maybe(id()),
  companion_witness: yes(),
  guardian: maybe(choice(['guardian', 'guardian-and-judge'])),
  language: choice(spokenLanguages),
};

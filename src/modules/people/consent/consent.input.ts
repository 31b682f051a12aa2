import { choice, choices, id, isoDate, maybe, yes } from '#core/input.ts';
import { spokenLanguages } from '../person/spoken-language.ts';
import { deskChannels, guardians, sharedFields } from './consent-table.ts';

/** An answer to one purpose: what she said, how, before whom, in which language it was explained. */
export const consentFields = {
  answer: choice(['given', 'refused']),
  channel: choice(deskChannels),
  witness: maybe(id()),
  companion_witness: yes(),
  guardian: maybe(choice(guardians)),
  language: choice(spokenLanguages),
};

/** For sharing: with which partner (or other hub), which fields; for any purpose: until which day, when not as long as usual. */
export const consentReach = {
  recipient: maybe(id()),
  recipient_hub: maybe(id()),
  fields: choices(sharedFields),
  until: maybe(isoDate()),
};

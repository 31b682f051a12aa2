import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { ageAt } from '#core/text/age-band.ts';
import { organizationCard } from '#modules/network/public.ts';
import { consentReach } from '../consent/consent.input.ts';
import { consentPurposes } from '../consent/consent-table.ts';
import { daysAfter } from '../consent/consent-length.ts';
import { lastMoment } from '../consent/keep-consent.ts';
import { noticeToTell } from '../consent/notice-told.ts';
import { action } from '../people.ts';
import { personCard } from '../person/person-card.ts';
import { spokenLanguages } from '../person/spoken-language.ts';
import { askDays, askHash, newToken } from './ask-link.ts';

const { recipient_hub: _, ...reach } = consentReach;

/**
 * Leaves a question of consent with a person, to be answered by herself on a page of her own that opens once. The link is the answer
 * of this action and is kept nowhere. A minor does not answer alone.
 */
export const askConsent = action({
  name: 'ask-consent',
  says: 'Leaves a question of consent with a person, as a link that she answers by herself.',
  input: z.strictObject({ person: id(), purpose: choice(consentPurposes), language: choice(spokenLanguages), ...reach }),
  refuses: ['partner-needed', 'partner-unknown', 'fields-needed', 'until-past', 'until-too-far', 'not-for-minors'],
  remembers: false,
  run: async (doing, { person, purpose, language, recipient, fields, until }) => {
    const { tx, network, hub, now, actor, refuse } = doing;
    const card = (await personCard(tx, person)) ?? doing.absent();
    const age = ageAt({ birthYear: card.birthYear ?? undefined }, now.toISOString().slice(0, 10));
    if (age !== undefined && age < 18) refuse('not-for-minors');
    const shared = purpose === 'sharing';
    if (shared && !recipient) refuse('partner-needed', {}, 'recipient');
    if (shared && !(await organizationCard(tx, recipient!))) refuse('partner-unknown', {}, 'recipient');
    if (shared && fields.length === 0) refuse('fields-needed', {}, 'fields');
    const notice = await noticeToTell(tx, network, hub, purpose);
    const ask = newId(now.getTime());
    const token = newToken();
    await tx.insertInto('people.consent_ask').values({
      network_id: network, id: ask, hub_id: hub, person_id: card.id, purpose, recipient_id: shared ? recipient! : null, fields: shared ? fields : null,
      until_at: await lastMoment(doing, { purpose, until }), notice_id: notice.id, notice_version: notice.version, language, asked_at: now,
      asked_by: actor.account, hash: askHash(token), expires_at: daysAfter(now, askDays), answered_at: null,
    }).execute();
    await doing.record({ name: 'consent-asked', subject: ask, person: card.id, body: { purpose } });
    return { token, until: daysAfter(now, askDays) };
  },
});

import { z } from 'zod';
import { hubCard, organizationsByIds } from '#modules/network/public.ts';
import { query } from '../people.ts';
import { askHash, askToken } from './ask-link.ts';

/** What a link asks: the hub, the purpose, the notice; never who is asked. An answered or late one shows only that it is over. */
export const askedConsent = query({
  name: 'asked-consent',
  says: 'Shows the question of consent behind a link.',
  input: z.strictObject({ token: askToken() }),
  link: ({ token }) => askHash(token),
  run: async ({ tx, network, now, absent }, { token }) => {
    const ask = (await tx.selectFrom('people.consent_ask').selectAll()
      .where('network_id', '=', network).where('hash', '=', askHash(token)).executeTakeFirst()) ?? absent();
    const hub = (await hubCard(tx, ask.hub_id)) ?? absent();
    const notice = ask.notice_id ? await tx.selectFrom('people.notice').select('texts').where('network_id', '=', network).where('id', '=', ask.notice_id).executeTakeFirst() : null;
    const [partner] = ask.recipient_id ? await organizationsByIds(tx, [ask.recipient_id]) : [];
    return {
      hub, open: ask.answered_at === null && ask.expires_at > now, purpose: ask.purpose, until: ask.until_at, fields: ask.fields ?? [],
      partner: partner?.names ?? null, told: { id: ask.notice_id, version: ask.notice_version, texts: notice?.texts ?? null }, language: ask.language,
    };
  },
});

import { z } from 'zod';
import { id } from '#core/input.ts';
import { accountName, hubCard, hubsOf, organizationsByIds } from '#modules/network/public.ts';
import { asAnswered } from '../consent/consent-in-force.ts';
import { stateOfAnswer } from '../consent/consent-state.ts';
import { query } from '../people.ts';
import { personCard } from '../person/person-card.ts';

/** One answer as she takes it home: what she was told, what she said, to whom it may go, until when. */
export const consentReceipt = query({
  name: 'consent-receipt',
  says: 'Shows one answer as a person takes it home.',
  input: z.strictObject({ person: id(), consent: id() }),
  run: async ({ tx, network, hub, now, absent }, { person, consent }) => {
    const row = (await tx.selectFrom('people.consent').selectAll()
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', consent).executeTakeFirst()) ?? absent();
    const card = (await personCard(tx, row.person_id)) ?? absent();
    if (![row.person_id, card.id].includes(person)) absent();
    const notice = row.notice_id ? await tx.selectFrom('people.notice').select(['id', 'texts']).where('network_id', '=', network).where('id', '=', row.notice_id).executeTakeFirst() : null;
    const recipient = row.recipient_id ? (await organizationsByIds(tx, [row.recipient_id]))[0] : (await hubsOf(tx)).find((each) => each.id === row.recipient_hub_id);
    return {
      card, hub: (await hubCard(tx, hub)) ?? absent(), purpose: row.purpose, state: stateOfAnswer(asAnswered(row), now), language: row.language,
      channel: row.channel, answeredAt: row.answered_at, until: row.until_at, withdrawnAt: row.withdrawn_at, fields: row.fields ?? [], guardian: row.guardian,
      witness: row.witness_id ? ((await accountName(tx, row.witness_id)) ?? null) : null, companion: row.companion_witness,
      partner: recipient?.names ?? null, told: { id: row.notice_id, version: row.notice_version, texts: notice?.texts ?? null },
    };
  },
});

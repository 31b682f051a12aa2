import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id, maybe, text } from '#core/input.ts';
import { countries } from '#core/words/locale.ts';
import { action } from '../currency.ts';

/**
 * Writes on what law an instrument may circulate in a country; left empty, the question waits again and nothing more is loaded. What was written
 * before stays. The network answers for it, never the hub that would spend (domain.md section 4).
 */
export const nameLegalBasis = action({
  name: 'name-legal-basis',
  says: 'Names the law on which an instrument may circulate in a country.',
  input: z.strictObject({ instrument: id(), country: choice(countries), basis: maybe(text(500)) }),
  refuses: ['basis-too-short'],
  run: async ({ tx, network, now, actor, refuse, absent, record }, { instrument, country, basis }) => {
    const row = await tx.selectFrom('currency.instrument').select(['id', 'hub_id']).where('network_id', '=', network).where('id', '=', instrument).executeTakeFirst();
    if (!row) return absent();
    if (basis !== undefined && basis.length < 5) refuse('basis-too-short', {}, 'basis');
    await tx.insertInto('currency.legal_basis').values({
      network_id: network, id: newId(now.getTime()), instrument_id: instrument, country, state: basis ? 'named' : 'pending', basis: basis ?? null, set_at: now, set_by: actor.account,
    }).execute();
    await record({ name: 'legal-basis-named', subject: instrument, hub: row.hub_id, body: { country, named: basis !== undefined } });
    return { instrument };
  },
});

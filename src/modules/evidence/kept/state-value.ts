import { z } from 'zod';
import { id, isoDate, maybe, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { decimal } from '#core/money.ts';
import { keepingHub } from '#modules/network/public.ts';
import { action } from '../evidence.ts';
import { keptIndicators } from './kept-indicators.ts';

/** Writes a number that is not counted here, with who says it. Of one's own work it counts only with its proof. */
export const stateValue = action({
  name: 'state-value',
  says: 'Writes a number that comes from outside or is kept elsewhere, with who says it and where its proof lies.',
  input: z.strictObject({ indicator: id(), value: decimal(), from: isoDate(), to: isoDate(), said_by: text(300), proof: maybe(text(500)) }),
  refuses: ['counted-here', 'ends-before', 'value-not-in-force'],
  run: async (doing, { indicator, value, from, to, said_by, proof }) => {
    const { tx, network, now, actor, refuse, absent, record } = doing;
    const [kept] = await keptIndicators(tx, network, indicator);
    if (!kept) return absent();
    const hub = keepingHub(doing);
    if (to < from) refuse('ends-before', {}, 'to');
    const version = kept.versions.filter(({ since, until }) => since <= to && (until === null || until >= from)).at(-1) ?? refuse('value-not-in-force', {}, 'from');
    if (version.source === 'events') refuse('counted-here');
    const stated = newId(now.getTime());
    await tx.insertInto('evidence.stated_value').values({
      network_id: network, id: stated, hub_id: hub, indicator_id: indicator, version: version.version, from_on: from, to_on: to, value, said_by, proof: proof ?? null, set_at: now, set_by: actor.account,
    }).execute();
    await record({ name: 'value-stated', subject: stated, hub, body: { indicator, version: version.version, from, to, value, proven: proof !== undefined } });
    return { indicator, stated };
  },
});

/** Takes back a number that was mistyped; it stays to be seen with the reason and counts no more. */
export const withdrawValue = action({
  name: 'withdraw-value',
  says: 'Takes back a number that was stated wrongly, with the reason.',
  input: z.strictObject({ stated: id(), why: text(500) }),
  run: async (doing, { stated, why }) => {
    const { tx, network, now, absent, record } = doing;
    const row = await tx.updateTable('evidence.stated_value').set({ withdrawn_at: now, withdrawn_why: why })
      .where('network_id', '=', network).where('id', '=', stated).where('withdrawn_at', 'is', null).returning(['indicator_id as indicator', 'hub_id as hub']).executeTakeFirst() ?? absent();
    await record({ name: 'value-withdrawn', subject: stated, hub: row.hub, body: { indicator: row.indicator } });
    return { indicator: row.indicator };
  },
});

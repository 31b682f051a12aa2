import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id, isoDate, text } from '#core/input.ts';
import { action } from '../currency.ts';
import { knownInstrument } from './known-instrument.ts';

/** Publishes a new version of the rules, in all three languages; versions before it stay readable. `too-early` when it would be in force before it was published last. */
export const publishRulebook = action({
  name: 'publish-rulebook',
  says: 'Publishes a version of the rules of an instrument.',
  input: z.strictObject({ instrument: id(), rules: z.strictObject({ ar: text(20_000), fr: text(20_000), en: text(20_000) }), in_force_on: isoDate() }),
  refuses: ['too-early'],
  run: async (doing, { instrument: of, rules, in_force_on }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const instrument = await knownInstrument(doing, of);
    const last = await tx.selectFrom('currency.rulebook').select(['version', 'in_force_on']).where('network_id', '=', network).where('instrument_id', '=', of).orderBy('version', 'desc').limit(1).executeTakeFirst();
    if (last && in_force_on < last.in_force_on) refuse('too-early', {}, 'in_force_on');
    const [rulebook, version] = [newId(now.getTime()), (last?.version ?? 0) + 1];
    await tx.insertInto('currency.rulebook').values({
      network_id: network, id: rulebook, hub_id: instrument.hub_id, instrument_id: of, version, rules, in_force_on, published_at: now, published_by: actor.account,
    }).execute();
    await record({ name: 'rulebook-published', subject: of, body: { version } });
    return { instrument: of, version };
  },
});

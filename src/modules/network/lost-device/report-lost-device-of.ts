import { sql } from 'kysely';
import { z } from 'zod';
import { id } from '#core/input.ts';
import { managesNetwork } from '../managed-hub.ts';
import { action } from '../network.ts';
import { endWhatItOpens } from './end-what-it-opens.ts';

/** A colleague calls because her phone or computer is gone: all that it may open ends. Nothing of it can be seen or set up for her. */
export const reportLostDeviceOf = action({
  name: 'report-lost-device-of',
  says: 'Ends everything that a lost phone or computer of a colleague may open.',
  input: z.strictObject({ account: id() }),
  run: async (doing, { account }) => {
    const { tx, network, actor, absent, record } = doing;
    const managed = actor.hub ?? '00000000-0000-0000-0000-000000000000';
    const her = await tx.selectFrom('network.account').select('id').where('network_id', '=', network).where('id', '=', account).where('closed_at', 'is', null)
      .$if(!managesNetwork(actor), (q) => q.where(sql<boolean>`home_hub_id = ${managed}`)).executeTakeFirst();
    if (!her || account === actor.account) absent();
    const ended = await endWhatItOpens(doing, account, { except: null, keep: [] });
    await record({ name: 'device-lost', subject: account, body: { ...ended } });
    return { ...ended };
  },
});

import { z } from 'zod';
import { id } from '#core/input.ts';
import { hubCard } from '#modules/network/public.ts';
import { query } from '../currency.ts';
import { circulationOf, respentOf, velocityOf } from './circulation-of.ts';
import { headAt } from './sums-at.ts';

/** How far back circulation is looked at. */
const DAYS = 90;
/** What lies on fewer accounts than these is kept back: it would tell of somebody's own. */
const LEAST = 5;

/** How an instrument circulated in the last ninety days, for everybody: how often units change hands, what shops spend again, what lies still, what money stands behind it. */
export const circulation = query({
  name: 'circulation',
  says: 'Shows to anyone how an instrument circulates: velocity, what shops spend again, what lies still.',
  input: z.strictObject({ instrument: id() }),
  run: async ({ tx, network, now, absent }, { instrument: of }) => {
    const row = await tx.selectFrom('currency.instrument').select(['hub_id', 'kind', 'names', 'currency']).where('network_id', '=', network).where('id', '=', of).executeTakeFirst();
    if (!row) return absent();
    const hub = (await hubCard(tx, row.hub_id)) ?? absent();
    const before = await headAt(tx, network, of, new Date(now.getTime() - DAYS * 86_400_000));
    const { stuck, stuckAccounts, payments, ...moved } = await circulationOf(tx, network, of, before?.entry ?? 0);
    const whole = { ...moved, stuck, stuckAccounts, payments };
    return {
      id: of, names: row.names, kind: row.kind, currency: row.currency, hub: { names: hub.names, country: hub.country, timeZone: hub.timeZone }, days: DAYS, at: now, head: await headAt(tx, network, of, now), moved,
      velocity: velocityOf(whole), respent: respentOf(whole), payments: payments >= LEAST ? payments : null,
      // Nothing lies still: that is told. Something on few accounts is somebody's own, and is not.
      stuck: stuckAccounts === 0 ? 0 : stuckAccounts >= LEAST ? stuck : null,
    };
  },
});

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { id } from '#core/input.ts';
import { agreementInForce, hubCard, organizationsByIds } from '#modules/network/public.ts';
import { query } from '../currency.ts';

/** More are shown by their hub itself. */
const MOST = 300;

/** The shops where a card of a hub pays today: active, by an agreement in force. Their name, where they are, what they sell, when they are open, their number in messages. An absent hub has none. */
export const shopsHere = query({
  name: 'shops-here',
  says: 'Lists for anyone the shops where a card of this hub pays today.',
  input: z.strictObject({ hub: id() }),
  // Agreements of shops are read by whoever brings something (0074); here it is the hub whose shops are asked for.
  link: ({ hub }) => createHash('sha256').update(`shops ${hub}`).digest(),
  run: async ({ tx, network, now, absent }, { hub: of }) => {
    const hub = (await hubCard(tx, of)) ?? absent();
    const rows = await tx.selectFrom('currency.merchant').select(['organization_id', 'categories', 'opens_at', 'closes_at', 'code']).where('network_id', '=', network).where('hub_id', '=', of).where('state', '=', 'active').orderBy('code').limit(MOST).execute();
    const bodies = new Map((await organizationsByIds(tx, rows.map(({ organization_id }) => organization_id))).map((body) => [body.id, body]));
    const inForce = await Promise.all(rows.map(({ organization_id }) => agreementInForce(tx, { opens: 'merchant', organization: organization_id, hub: of, at: now })));
    const shops = rows.flatMap(({ organization_id, categories, opens_at, closes_at, code }, place) => {
      const body = bodies.get(organization_id);
      return body && inForce[place] ? [{ code, names: body.names, address: body.address, territory: body.territoryCode, categories, opens: opens_at?.slice(0, 5) ?? null, closes: closes_at?.slice(0, 5) ?? null }] : [];
    });
    return { hub: { id: hub.id, names: hub.names, country: hub.country, timeZone: hub.timeZone }, shops };
  },
});

import { z } from 'zod';
import { hubsOf, organizationsByIds } from '#modules/network/public.ts';
import { paidParts, programmesWithEnded } from '#modules/programme/public.ts';
import { funderShares } from '../attribution/attributed-to.ts';
import { query } from '../evidence.ts';
import { looksOverNetwork, readingsOf } from '../reading/reading.ts';

/** The boards that the reader may open. */
export const boardList = query({
  name: 'board-list',
  says: 'Lists the boards of figures you may open.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, network, actor } = asking;
    const whole = looksOverNetwork(actor);
    const hers = actor.roles.flatMap(({ role, scope, scopeId }) => (role === 'regional_coordinator' && scope === 'region' && scopeId ? [scopeId] : []));
    const regions = whole ? (await hubsOf(tx)).flatMap(({ regionCode }) => regionCode ?? []) : hers;
    const payers = whole ? [...(await paidParts(tx, network)).map(({ organization }) => organization), ...(await funderShares(asking, {})).map(({ funder }) => funder)] : [];
    return {
      network: whole, hub: readingsOf(actor).some(({ exact }) => exact), regions: [...new Set(regions)].sort(),
      programmes: (await programmesWithEnded(tx)).map(({ id, names }) => ({ id, names })),
      funders: (await organizationsByIds(tx, payers)).map(({ id, names }) => ({ id, names })),
    };
  },
});

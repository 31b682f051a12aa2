import { z } from 'zod';
import { id } from '#core/input.ts';
import { organizationsByIds } from '#modules/network/public.ts';
import { query } from '../desk.ts';
import { madeOrientation } from './made-orientation.ts';
import { readFacts } from './read-facts.ts';
import { weighServices } from './weigh-services.ts';

/**
 * Every service weighed for the client of a visit, in order, each with the rules met, failed and unknown, its places and wait,
 * the smallest change that would make a refused one fit, and what may be lost. Also what is known of her, and what was decided.
 */
export const orientationOptions = query({
  name: 'orientation-options',
  says: 'Ranks the services for the client of a visit, with the reasons.',
  input: z.strictObject({ ticket: id() }),
  run: async (asking, { ticket }) => {
    const { tx, network, hub } = asking;
    const row = await tx.selectFrom('desk.ticket').select(['id', 'person_id', 'organization_id', 'acting_person_id', 'state'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', ticket).executeTakeFirst();
    if (!row) return asking.absent();
    const made = await madeOrientation(asking, ticket);
    if (!row.person_id && !row.organization_id) return { client: null, matches: [], providers: new Map<string, never>(), made };
    const client = await readFacts(asking, { ticket, person: row.person_id, organization: row.organization_id }, { sealed: true });
    const matches = await weighServices(asking, client);
    const bodies = await organizationsByIds(tx, matches.map(({ service }) => service.organization));
    return { client, matches, providers: new Map(bodies.map((body) => [body.id, body.names])), made };
  },
});

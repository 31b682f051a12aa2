import { z } from 'zod';
import { choice, id, maybe } from '#core/input.ts';
import { serviceTypeCodes, servicesForMatching } from '#modules/directory/public.ts';
import { organizationsByIds } from '#modules/network/public.ts';
import { query } from '../desk.ts';
import { clientToRefer } from '../referral/client-to-refer.ts';
import { chosenInOrientation } from '../referral/next-best-service.ts';

/**
 * The services one may send her to: those chosen in her orientation, in that order; the one proposed after a refusal; and, when
 * a kind is asked for, every open service of that kind, the shortest wait first. Those she was already sent to are marked.
 */
export const servicesToRefer = query({
  name: 'services-to-refer',
  says: 'Lists the services to which the client of a visit may be sent.',
  input: z.strictObject({ ticket: id(), after: maybe(id()), type: maybe(choice(serviceTypeCodes)) }),
  run: async (asking, { ticket, after, type }) => {
    const { tx, network } = asking;
    if (!(await clientToRefer(asking, { ticket, after }))) asking.absent();
    const sent = await tx.selectFrom('desk.referral').select(['id', 'service_id', 'state', 'next_service_id'])
      .where('network_id', '=', network).where('ticket_id', '=', ticket).orderBy('sent_at').execute();
    const proposed = sent.find((row) => row.id === after)?.next_service_id ?? null;
    const chosen = await chosenInOrientation(asking, ticket);
    const wanted = [...new Set([...(proposed ? [proposed] : []), ...chosen])];
    const known = wanted.length ? await servicesForMatching(asking, { only: wanted }) : [];
    const ofKind = type ? await servicesForMatching(asking, { types: [type] }) : [];
    const bodies = await organizationsByIds(tx, [...known, ...ofKind].map((service) => service.organization));
    const drawn = (service: (typeof known)[number]) => ({
      id: service.id, names: service.names, type: service.types[0]!, waitingDays: service.waitingDays, freePlaces: service.freePlaces,
      organization: bodies.find((body) => body.id === service.organization)?.names ?? null,
      proposed: service.id === proposed,
      sent: sent.find((row) => row.service_id === service.id && row.state !== 'returned')?.state ?? null,
    });
    return {
      chosen: wanted.flatMap((one) => known.filter((service) => service.id === one)).map(drawn),
      ofKind: ofKind.filter((service) => service.status === 'active' && !wanted.includes(service.id))
        .sort((a, b) => (a.waitingDays ?? 9_999) - (b.waitingDays ?? 9_999)).map(drawn),
      sent: sent.map((row) => ({ id: row.id, service: row.service_id, state: row.state })),
    };
  },
});

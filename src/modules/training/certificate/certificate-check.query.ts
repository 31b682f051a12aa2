import { z } from 'zod';
import { foldDigits } from '#core/text/fold.ts';
import { text } from '#core/input.ts';
import { hubCard } from '#modules/network/public.ts';
import { query } from '../training.ts';

/** Whether a certificate is true: for anyone who holds its number. It gives the course, the days and the hub, never a name. */
export const certificateCheck = query({
  name: 'certificate-check',
  says: 'Says whether a certificate with this number was given.',
  input: z.strictObject({ number: text(30) }),
  run: async ({ tx, network, absent }, { number }) => {
    const plain = foldDigits(number).toUpperCase().replace(/[^A-Z0-9]/g, '');
    const paper = await tx.selectFrom('training.certificate').selectAll().where('network_id', '=', network).where('number', '=', plain).executeTakeFirst();
    if (!paper) return { number: plain, given: null };
    const session = await tx.selectFrom('training.session').select(['names', 'topic', 'starts_at', 'ends_at']).where('network_id', '=', network).where('id', '=', paper.session_id).executeTakeFirst();
    const hub = (await hubCard(tx, paper.hub_id)) ?? absent();
    return { number: plain, given: { present: paper.present, halfDays: paper.half_days, issuedAt: paper.issued_at, session: session ?? null, hub: hub.names } };
  },
});

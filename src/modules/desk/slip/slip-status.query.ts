import { z } from 'zod';
import { text } from '#core/input.ts';
import { hubCard } from '#modules/network/public.ts';
import { query } from '../desk.ts';
import { nextStepOf } from './next-step.ts';
import { readSlipCode } from '#core/text/slip-code.ts';
import { passHash } from './slip-door.ts';

/** Where she stands, in neutral steps, and the next one: no name, no reason, nothing of what was said. Null without a live pass. */
export const slipStatus = query({
  name: 'slip-status',
  says: 'Shows how far the visit of a slip has come.',
  input: z.strictObject({ code: text(40), pass: text(60) }),
  link: ({ pass }) => passHash(pass),
  run: async (asking, { code }) => {
    const { tx, network } = asking;
    const slip = await tx.selectFrom('desk.slip').select(['ticket_id', 'hub_id', 'service_id', 'location_id', 'made_at'])
      .where('network_id', '=', network).where('code', '=', readSlipCode(code)).executeTakeFirst();
    if (!slip) return null;
    const steps = await tx.selectFrom('desk.slip_step').select(['step', 'at'])
      .where('network_id', '=', network).where('ticket_id', '=', slip.ticket_id).orderBy('at').orderBy('id').execute();
    const hub = await hubCard(tx, slip.hub_id);
    const said = await tx.selectFrom('desk.assessment').select('id')
      .where('network_id', '=', network).where('ticket_id', '=', slip.ticket_id).where('referral_id', 'is', null).executeTakeFirst();
    return {
      steps: [{ step: 'received' as const, at: slip.made_at }, ...steps.filter(({ step }) => step !== 'received')],
      next: await nextStepOf(asking, slip),
      assessed: said !== undefined,
      desk: hub ? { names: hub.names, address: hub.address, phone: hub.phone } : null,
    };
  },
});

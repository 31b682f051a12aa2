import { z } from 'zod';
import { id, isoDate, text } from '#core/input.ts';
import { ownProgramme } from '../own-programme.ts';
import { action } from '../programme.ts';

/** Notes the last day of a partner and why; what it did until then stays its own. */
export const endPartner = action({
  name: 'end-partner',
  says: 'Notes the last day of a partner and why it ended.',
  input: z.strictObject({ programme: id(), partner: id(), until: isoDate(), reason: text(500) }),
  refuses: ['programme-closed', 'partner-ended', 'ends-before-start'],
  run: async (doing, { programme, partner, until, reason }) => {
    const { tx, network, refuse, absent, record } = doing;
    await ownProgramme(doing, programme);
    const row = await tx
      .selectFrom('programme.partner').select(['since', 'until', 'organization_id', 'hub_id'])
      .where('network_id', '=', network).where('programme_id', '=', programme).where('id', '=', partner).executeTakeFirst() ?? absent();
    if (row.until !== null) refuse('partner-ended');
    if (until < row.since) refuse('ends-before-start', {}, 'until');
    await tx.updateTable('programme.partner').set({ until, ended_reason: reason }).where('network_id', '=', network).where('id', '=', partner).execute();
    await record({ name: 'partner-ended', subject: partner, organization: row.organization_id, hub: row.hub_id, body: { programme } });
    return { programme };
  },
});

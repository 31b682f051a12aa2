import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../funding.ts';
import { knownFund } from './known-fund.ts';

/** Closes a fund: nothing more is granted from it. Refused while something granted waits to be paid (`fund-owes`). */
export const closeFund = action({
  name: 'close-fund',
  says: 'Closes a fund, when nothing granted from it waits to be paid.',
  input: z.strictObject({ fund: id() }),
  refuses: ['fund-owes', 'fund-closed'],
  run: async (doing, { fund: of }) => {
    const { tx, network, refuse, record } = doing;
    const fund = await knownFund(doing, of, true);
    if (fund.state === 'closed') refuse('fund-closed');
    if (Number(fund.committed_minor) > 0) refuse('fund-owes');
    await tx.updateTable('funding.fund').set({ state: 'closed' }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'fund-closed', subject: of, body: { amount_minor: fund.free, currency: fund.currency } });
    return { fund: of };
  },
});

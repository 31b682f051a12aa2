import { z } from 'zod';
import { id } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { managesNetwork } from '../managed-hub.ts';
import { action } from '../network.ts';
import { atScreen } from '../sign-in/at-screen.ts';
import { holdsBeyondHub } from '../staff/holds-beyond-hub.ts';

const HOURS_TO_CONFIRM = 24;

/** Asks for a new second step for a colleague who lost hers. Another officer confirms it; what was asked before is replaced. */
export const askRecovery = action({
  name: 'ask-recovery',
  says: 'Asks for a new second step for a colleague who lost hers.',
  input: z.strictObject({ account: id() }),
  refuses: ['not-to-yourself', 'role-beyond-hub', 'no-second-step', 'only-at-a-screen'],
  run: async (doing, { account }) => {
    const { tx, network, actor, now, refuse, absent, record } = doing;
    atScreen(doing);
    if (account === actor.account) refuse('not-to-yourself');
    const her = await tx.selectFrom('network.account').select(['home_hub_id', 'second_step_at'])
      .where('network_id', '=', network).where('id', '=', account).where('kind', '=', 'staff').where('closed_at', 'is', null).executeTakeFirst();
    if (!her || (!managesNetwork(actor) && her.home_hub_id !== actor.hub)) return absent();
    if (await holdsBeyondHub(doing, account)) refuse('role-beyond-hub');
    if (!her.second_step_at) refuse('no-second-step');
    await tx.updateTable('network.recovery').set({ cancelled_at: now })
      .where('network_id', '=', network).where('account_id', '=', account).where('used_at', 'is', null).where('cancelled_at', 'is', null).execute();
    const recovery = newId(now.getTime());
    await tx.insertInto('network.recovery')
      .values({
        network_id: network, id: recovery, account_id: account, hub_id: her.home_hub_id, asked_by: actor.account, asked_at: now,
        until_at: new Date(now.getTime() + HOURS_TO_CONFIRM * 3_600_000),
      })
      .execute();
    await record({ name: 'recovery-asked', subject: account, ...(her.home_hub_id ? { hub: her.home_hub_id } : {}) });
    return { recovery };
  },
});

import { z } from 'zod';
import { id, isoDate } from '#core/input.ts';
import { controllersOf } from '#modules/network/public.ts';
import { ownProgramme } from '../own-programme.ts';
import { action } from '../programme.ts';

/** Says which body answers for personal data of a programme at a hub; its duties are those it has there (domain.md rule 6). */
export const nameController = action({
  name: 'name-controller',
  says: 'Says which body answers for personal data of a programme at a hub.',
  input: z.strictObject({ programme: id(), at_hub: id(), organization: id(), since: isoDate() }),
  refuses: ['programme-closed', 'not-a-controller', 'controller-already'],
  run: async (doing, { programme, at_hub, organization, since }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    await ownProgramme(doing, programme);
    if (!(await controllersOf(tx, at_hub)).some((one) => one.organization === organization)) refuse('not-a-controller', {}, 'organization');
    const there = await tx
      .selectFrom('programme.controller').select('organization_id')
      .where('network_id', '=', network).where('programme_id', '=', programme).where('hub_id', '=', at_hub).where('until', 'is', null).executeTakeFirst();
    if (there?.organization_id === organization) refuse('controller-already', {}, 'organization');
    if (there) await tx.updateTable('programme.controller').set({ until: since }).where('network_id', '=', network).where('programme_id', '=', programme).where('hub_id', '=', at_hub).where('until', 'is', null).execute();
    await tx.insertInto('programme.controller').values({ network_id: network, programme_id: programme, hub_id: at_hub, organization_id: organization, since, set_at: now, set_by: actor.account }).execute();
    await record({ name: 'controller-named', subject: programme, organization, hub: at_hub, body: {} });
    return { programme };
  },
});

import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choices, id, maybe, text, wholeNumber } from '#core/input.ts';
import { accountsAt } from '#modules/network/public.ts';
import { action } from '../incubation.ts';
import { mentorLanguages, ventureSectors } from '../path/venture-codes.ts';

/** Writes a mentor into the pool: a colleague with an account, or somebody by her name, with how many she takes at a time. */
export const addMentor = action({
  name: 'add-mentor',
  says: 'Adds a mentor and how many she takes at a time.',
  input: z.strictObject({ account: maybe(id()), name: maybe(text(120)), sectors: choices(ventureSectors), languages: choices(mentorLanguages), territory: maybe(text(20)), most: wholeNumber(1, 20) }),
  refuses: ['account-or-name', 'coach-not-here', 'mentor-there-already'],
  run: async (doing, { account, name, sectors, languages, territory, most }) => {
    const { tx, network, hub, now } = doing;
    if ((account === undefined) === (name === undefined)) doing.refuse('account-or-name', {}, 'name');
    if (account && !(await accountsAt(tx, hub)).some((one) => one.account === account)) doing.refuse('coach-not-here', {}, 'account');
    const mentor = newId(now.getTime());
    const added = await tx.insertInto('incubation.mentor').values({
      network_id: network, id: mentor, hub_id: hub, account_id: account ?? null, name: name ?? null, sectors, languages, territory_code: territory ?? null, most, from_at: now, left_at: null,
    }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    if (!Number(added.numInsertedOrUpdatedRows)) doing.refuse('mentor-there-already', {}, 'account');
    await doing.record({ name: 'mentor-added', subject: mentor, body: { most, account: account !== undefined } });
    return { mentor };
  },
});

/** Takes a mentor out of the pool; whom she accompanies is free for another. */
export const endMentor = action({
  name: 'end-mentor',
  says: 'Takes a mentor out of the pool.',
  input: z.strictObject({ mentor: id() }),
  refuses: ['mentor-left'],
  run: async (doing, { mentor }) => {
    const { tx, network, hub, now } = doing;
    const row = (await tx.selectFrom('incubation.mentor').select('left_at').where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', mentor).forUpdate().executeTakeFirst()) ?? doing.absent();
    if (row.left_at) doing.refuse('mentor-left');
    await tx.updateTable('incubation.mentoring').set({ state: 'ended', ended_at: now }).where('network_id', '=', network).where('mentor_id', '=', mentor).where('state', 'in', ['proposed', 'accepted']).execute();
    await tx.updateTable('incubation.mentor').set({ left_at: now }).where('network_id', '=', network).where('id', '=', mentor).execute();
    await doing.record({ name: 'mentor-left', subject: mentor, body: {} });
    return { mentor };
  },
});


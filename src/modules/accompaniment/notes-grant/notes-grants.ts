import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id, wholeNumber } from '#core/input.ts';
import { accountsAt } from '#modules/network/public.ts';
import { action } from '../accompaniment.ts';
import { clientOf, workedCase } from '../case/worked-case.ts';
import { grantPurposes } from '../codes.ts';

/** Lets a colleague read the notes of a file for some days, at most 90, for a purpose; never oneself. */
export const grantNotes = action({
  name: 'grant-notes',
  says: 'Lets a colleague read the notes of a file for some days.',
  input: z.strictObject({ case: id(), account: id(), purpose: choice(grantPurposes), days: wholeNumber(1, 90) }),
  refuses: ['case-over', 'grant-to-oneself', 'reader-not-here'],
  run: async (doing, { case: file, account, purpose, days }) => {
    const { tx, network, hub, now, actor } = doing;
    const row = await workedCase(doing, file);
    if (account === actor.account) doing.refuse('grant-to-oneself', {}, 'account');
    const may = await accountsAt(tx, hub, ['coach', 'case_worker', 'supervisor', 'hub_manager']);
    if (!may.some((one) => one.account === account)) doing.refuse('reader-not-here', {}, 'account');
    const grant = newId(now.getTime());
    await tx.insertInto('accompaniment.life_grant').values({
      network_id: network, id: grant, hub_id: hub, case_id: file, account_id: account, purpose, granted_by: actor.account ?? doing.absent(),
      from_at: now, until_at: new Date(now.getTime() + days * 86_400_000), revoked_at: null,
    }).execute();
    await doing.record({ name: 'notes-opened', subject: file, ...clientOf(row), body: { purpose, days } });
    return { grant, case: file };
  },
});

/** Takes back that a colleague may read notes; at once. */
export const endNotesGrant = action({
  name: 'end-notes-grant',
  says: 'Takes back that a colleague may read notes.',
  input: z.strictObject({ grant: id() }),
  run: async (doing, { grant }) => {
    const { tx, network, hub, now } = doing;
    const ended = (await tx.updateTable('accompaniment.life_grant').set({ revoked_at: now })
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', grant).where('revoked_at', 'is', null)
      .returning(['case_id']).executeTakeFirst()) ?? doing.absent();
    await doing.record({ name: 'notes-closed', subject: ended.case_id });
    return { case: ended.case_id };
  },
});

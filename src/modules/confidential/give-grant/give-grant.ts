import { z } from 'zod';
import { choice, id, wholeNumber } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { grantPurposes } from '../codes.ts';
import { action } from '../confidential.ts';
import { heldFile } from '../held-file.ts';
import { sameMarks } from '../marks.ts';

const DAY_MS = 86_400_000;

/** Lets another protection officer of the hub into a file that I hold, for thirty days at most. Nobody lets herself in, nor whom she keeps out. */
export const giveGrant = action({
  name: 'give-grant',
  says: 'Lets a colleague into a protected file until a day.',
  input: z.strictObject({ file: id(), account: id(), actions: choice(['read', 'write']), purpose: choice(grantPurposes), days: wholeNumber(1, 30) }),
  refuses: ['read-only', 'file-closed', 'to-oneself', 'no-officer', 'kept-out'],
  run: async (doing, { file, account, actions, purpose, days }) => {
    const { tx, network, now, actor, record, refuse } = doing;
    const row = await heldFile(doing, file);
    if (account === actor.account) refuse('to-oneself', {}, 'account');
    const officer = await tx.selectFrom('confidential.officer').select('account_id')
      .where('network_id', '=', network).where('hub_id', '=', row.hub_id).where('account_id', '=', account).executeTakeFirst();
    if (!officer) refuse('no-officer', {}, 'account');
    const kept = await tx.selectFrom('confidential.exclusion').select('id')
      .where('network_id', '=', network).where('mark', 'in', await sameMarks(doing, row.mark)).where('account_id', '=', account).where('ended_at', 'is', null).executeTakeFirst();
    if (kept) refuse('kept-out', {}, 'account');
    const until = new Date(now.getTime() + days * DAY_MS);
    await tx.insertInto('confidential.file_grant').values({
      network_id: network, id: newId(now.getTime()), file_id: file, hub_id: row.hub_id, code: row.code, mark: row.mark, account_id: account,
      actions: actions === 'write' ? ['read', 'write'] : ['read'], purpose, basis: 'colleague', granted_by: actor.account!, from_at: now, until_at: until,
    }).execute();
    await record({ name: 'grant-given', subject: file, body: { account, actions, purpose, until: until.toISOString() } });
    return { file };
  },
});

import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { choice, id, isoDate, maybe } from '#core/input.ts';
import { accountsAt } from '#modules/network/public.ts';
import { workers } from '../access.ts';
import { type AccompanimentTables, action } from '../accompaniment.ts';
import { workedCase } from '../case/worked-case.ts';
import { assignmentParts } from '../codes.ts';

/** Asks a colleague to accompany somebody. She sees whom, and says yes or no herself; a main worker who agrees follows the one before. */
export const proposeAssignment = action({
  name: 'propose-assignment',
  says: 'Asks a colleague to accompany somebody.',
  input: z.strictObject({ case: id(), account: id(), part: choice(assignmentParts).default('main'), until: maybe(isoDate()) }),
  refuses: ['case-over', 'worker-not-here', 'already-asked', 'assignment-to-oneself'],
  run: async (doing, { case: file, account, part, until }) => {
    const { tx, network, hub, now, actor } = doing;
    const row = await workedCase(doing, file);
    if (!(await accountsAt(tx, hub, workers)).some((one) => one.account === account)) doing.refuse('worker-not-here', {}, 'account');
    // Her notes open to whoever accompanies her: once others did, nobody opens them to herself (trust.md 2.1).
    if (account === actor.account && (await othersAccompanied(doing, file))) doing.refuse('assignment-to-oneself', {}, 'account');
    if (part === 'main') {
      const mains = tx.updateTable('accompaniment.assignment').where('network_id', '=', network).where('case_id', '=', file).where('part', '=', 'main');
      // One is asked at a time, and with her yes the one before ends: only who is named here may end it.
      await mains.set({ state: 'ended', ended_at: now }).where('state', '=', 'proposed').where('account_id', '<>', account).execute();
      await mains.set({ successor_id: account }).where('state', '=', 'accepted').execute();
    }
    const assignment = newId(now.getTime());
    const asked = await tx.insertInto('accompaniment.assignment').values({
      network_id: network, id: assignment, hub_id: hub, case_id: file, person_id: row.person_id, account_id: account, part, state: 'proposed',
      proposed_by: actor.account, proposed_at: now, answered_at: null, decline_reason: null,
      until_at: until ? new Date(`${until}T23:59:59Z`) : null, ended_at: null, successor_id: null,
    }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    if (!asked.numInsertedOrUpdatedRows) doing.refuse('already-asked', {}, 'account');
    await doing.record({ name: 'assignment-proposed', subject: file, person: row.person_id, organization: row.organization_id, body: { part } });
    return { assignment };
  },
});

const othersAccompanied = async ({ tx, network, actor }: Doing<AccompanimentTables>, file: string): Promise<boolean> =>
  Boolean(await tx.selectFrom('accompaniment.assignment').select('id').where('network_id', '=', network).where('case_id', '=', file)
    .where('account_id', '<>', actor.account!).where('state', 'in', ['accepted', 'ended']).executeTakeFirst());

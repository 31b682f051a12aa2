import { sql } from 'kysely';
import { z } from 'zod';
import { id } from '#core/input.ts';
import { ownCall } from '../../call/own-call.ts';
import { action } from '../../incubation.ts';
import { judgedStates } from '../selection-codes.ts';

/** Ends the scoring of a call: from now on no point changes. Every application must have been judged for every criterion; of two who close at once the second is told. */
export const closeScoring = action({
  name: 'close-scoring',
  says: 'Ends the scoring of a call.',
  input: z.strictObject({ call: id() }),
  refuses: ['scoring-over', 'call-not-closed', 'not-all-scored'],
  run: async (doing, { call: wanted }) => {
    const { tx, network, hub, now, refuse } = doing;
    const call = await ownCall(doing, wanted);
    if (['draft', 'published', 'open'].includes(call.state)) refuse('call-not-closed');
    const { rows: [left] } = await sql<{ missing: bigint; applications: bigint }>`
      select count(*) filter (where exists (select from incubation.criterion c where c.network_id = a.network_id and c.call_id = a.call_id and c.kind = 'jury'
          and not exists (select from incubation.rubric_score s join incubation.jury_member j on j.network_id = s.network_id and j.call_id = s.call_id and j.account_id = s.account_id and j.left_at is null
            where s.network_id = a.network_id and s.application_id = a.id and s.criterion = c.code
            and not exists (select from incubation.conflict k where k.network_id = s.network_id and k.application_id = s.application_id and k.account_id = s.account_id)))) as missing,
        count(*) as applications
      from incubation.application a where a.network_id = ${network} and a.hub_id = ${hub} and a.call_id = ${call.id} and a.state = any (${[...judgedStates]})`.execute(tx);
    if (call.state === 'closed' && Number(left!.missing) > 0) refuse('not-all-scored', { missing: Number(left!.missing) });
    const closed = await tx.updateTable('incubation.call').set({ state: 'scored', state_at: now })
      .where('network_id', '=', network).where('id', '=', call.id).where('state', '=', 'closed').executeTakeFirst();
    if (closed.numUpdatedRows === 0n) refuse('scoring-over');
    await doing.record({ name: 'scoring-closed', subject: call.id, body: { applications: Number(left!.applications) } });
    return { call: call.id };
  },
});

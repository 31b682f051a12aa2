import { sql } from 'kysely';
import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { action } from '../people.ts';
import { findings } from './alarm-list.query.ts';

/** Says what an alarm was about. `explained`: the colleague did her work, and for the rest of the day she is not stopped again. */
export const answerAlarm = action({
  name: 'answer-alarm',
  says: 'Answers an alarm about a colleague’s reading.',
  input: z.strictObject({ alarm: id(), finding: choice(findings) }),
  refuses: ['alarm-answered'],
  run: async ({ tx, network, now, actor, record, refuse, absent }, { alarm, finding }) => {
    const { rows } = await sql<{ answered_at: Date | null; account_id: string }>`select answered_at, account_id from core.alarm where network_id = ${network} and id = ${alarm}`.execute(tx);
    const found = rows[0] ?? absent();
    if (found.account_id === actor.account) absent();
    if (found.answered_at) refuse('alarm-answered');
    const { numAffectedRows } = await sql`update core.alarm set answered_at = ${now}, answered_by = ${actor.account}, finding = ${finding}
      where network_id = ${network} and id = ${alarm} and answered_at is null`.execute(tx);
    if (numAffectedRows === 0n) refuse('alarm-answered');
    await record({ name: 'alarm-answered', subject: alarm, body: { finding } });
    return { alarm };
  },
});

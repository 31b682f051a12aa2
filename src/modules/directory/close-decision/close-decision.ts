import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { action } from '../directory.ts';
import { optionalTexts } from '../entry/optional-texts.ts';
import { written } from '../entry/row-of-typed.ts';

/** Done, or dropped, and what came of it. */
export const closeDecisionInput = z.strictObject({
  decision: id(),
  state: choice(['done', 'dropped']),
  outcome: optionalTexts(600),
});

const day = 86_400_000;

/** Closes a decision of the committee. Two colleagues at once: the second is told that it was closed already. */
export const closeDecision = action({
  name: 'close-decision',
  says: 'Close a decision of the coordination committee',
  input: closeDecisionInput,
  refuses: ['already-closed', 'say-why-dropped'],
  run: async ({ tx, now, hub, network, record, refuse, absent }, { decision, state, outcome }) => {
    const said = written(outcome);
    if (state === 'dropped' && Object.keys(said).length === 0) refuse('say-why-dropped', {}, 'outcome');
    const row = await tx
      .selectFrom('directory.committee_decision')
      .select(['state', 'due_on', 'version'])
      .where('network_id', '=', network)
      .where('hub_id', '=', hub)
      .where('id', '=', decision)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return absent();
    if (row.state !== 'open') refuse('already-closed');
    await tx
      .updateTable('directory.committee_decision')
      .set({ state, outcome: said, closed_at: now, version: row.version + 1 })
      .where('network_id', '=', network)
      .where('id', '=', decision)
      .execute();
    const late = Math.max(0, Math.floor((now.getTime() - Date.parse(`${row.due_on}T00:00:00Z`)) / day));
    await record({ name: 'committee-decision-closed', subject: decision, body: { state, days_late: late } });
    return { decision };
  },
});

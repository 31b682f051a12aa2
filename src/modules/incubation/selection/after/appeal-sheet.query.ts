import { z } from 'zod';
import { id } from '#core/input.ts';
import { ownCall } from '../../call/own-call.ts';
import { query } from '../../incubation.ts';
import { approvedDecision } from '../decide/selection-of-call.ts';

/** One appeal with its words opened, to be answered by somebody who neither put forward nor decided. */
export const appealSheet = query({
  name: 'appeal-sheet',
  says: 'Shows one appeal with what was said in it.',
  purpose: 'complaint',
  input: z.strictObject({ call: id(), appeal: id() }),
  run: async (asking, { call: wanted, appeal }) => {
    const { tx, network, vault, actor, absent } = asking;
    const call = await ownCall(asking, wanted);
    const found = (await tx.selectFrom('incubation.appeal').selectAll().where('network_id', '=', network).where('call_id', '=', call.id).where('id', '=', appeal).executeTakeFirst()) ?? absent();
    const application = (await tx.selectFrom('incubation.application').select(['receipt', 'person_id', 'state']).where('network_id', '=', network).where('id', '=', found.application_id).executeTakeFirst()) ?? absent();
    const decided = await approvedDecision(asking, call.id);
    const standing = await tx.selectFrom('incubation.standing').select(['rank', 'adjusted', 'outcome', 'why']).where('network_id', '=', network).where('selection_id', '=', decided?.selection_id ?? appeal).where('application_id', '=', found.application_id).executeTakeFirst();
    return {
      id: appeal, call: { id: call.id, names: call.names }, application: found.application_id, receipt: application.receipt, state: application.state, standing: standing ?? null,
      ground: found.ground, filedAt: found.filed_at, outcome: found.outcome, answeredAt: found.answered_at, answer: found.words,
      said: found.sealed ? await vault.open({ person: application.person_id, table: 'incubation.appeal', column: 'sealed', row: appeal }, found.sealed) : null,
      decidedHerself: actor.account === decided?.asked_by || actor.account === decided?.decided_by,
    };
  },
});

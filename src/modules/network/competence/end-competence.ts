import { action } from '../network.ts';
import { endCompetenceInput } from './competence.input.ts';
import { keptColleague } from './record-competence.ts';

/** Ends a competence before its last day: its issuer withdrew it, or it was recorded by mistake. Nobody ends her own. */
export const endCompetence = action({
  name: 'end-competence',
  says: 'Notes that a colleague’s certificate counts no longer.',
  input: endCompetenceInput,
  refuses: ['not-your-own-competence', 'competence-already-ended'],
  run: async (doing, { competence, why }) => {
    const { tx, network, now, actor, refuse, absent, record } = doing;
    const known = await tx.selectFrom('network.competence').select(['account_id', 'kind'])
      .where('network_id', '=', network).where('id', '=', competence).executeTakeFirst() ?? absent();
    if (known.account_id === actor.account) refuse('not-your-own-competence');
    const { id: account, hub } = await keptColleague(doing, known.account_id);
    const ended = await tx.updateTable('network.competence').set({ ended_at: now, ended_why: why, ended_by: actor.account })
      .where('network_id', '=', network).where('id', '=', competence).where('ended_at', 'is', null).executeTakeFirst();
    if (ended.numUpdatedRows === 0n) refuse('competence-already-ended');
    await record({ name: 'competence-ended', subject: account, ...(hub ? { hub } : {}), body: { competence, kind: known.kind, why } });
    return { competence, account };
  },
});

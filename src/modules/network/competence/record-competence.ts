import type { Asking } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { dayHere } from '../hub/day-here.ts';
import { hubCard } from '../hub/hub-card.ts';
import { managedHub, managesNetwork } from '../managed-hub.ts';
import { action, type NetworkTables } from '../network.ts';
import { competenceFaults, faultOfCompetence } from './check-competence.ts';
import { recordCompetenceInput } from './competence.input.ts';

/** The colleague whose papers she keeps: one of her own hub for a manager, anyone of the network for an administrator. */
export async function keptColleague(asking: Asking<NetworkTables>, account: string): Promise<{ id: string; name: string; hub: string | null }> {
  const { tx, network, actor, absent } = asking;
  const known = await tx.selectFrom('network.account').select(['id', 'name', 'home_hub_id as hub'])
    .where('network_id', '=', network).where('id', '=', account).where('kind', '=', 'staff').where('closed_at', 'is', null).executeTakeFirst();
  if (!known) return absent();
  return managesNetwork(actor) || known.hub === managedHub(asking) ? known : absent();
}

/** Records a certificate or accreditation, or that none is asked of her. A newer paper of the same kind replaces the one that counted. Nobody records her own. */
export const recordCompetence = action({
  name: 'record-competence',
  says: 'Records what a colleague is trained or accredited for, seen on paper, and until when.',
  input: recordCompetenceInput,
  refuses: ['not-your-own-competence', ...competenceFaults],
  run: async (doing, { account, number = null, issuer = null, ...told }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    if (account === actor.account) refuse('not-your-own-competence');
    const { hub } = await keptColleague(doing, account);
    const fault = faultOfCompetence(told, hub && ((await hubCard(tx, hub))?.country ?? null), await dayHere(doing));
    if (fault) refuse(fault.code, { ...fault.values }, fault.field);
    // Two who record at once do it one after the other.
    await tx.selectFrom('network.account').select('id').where('network_id', '=', network).where('id', '=', account).forUpdate().execute();
    const held = told.standing === 'held';
    await tx.updateTable('network.competence').set({ ended_at: now, ended_why: 'replaced', ended_by: actor.account })
      .where('network_id', '=', network).where('account_id', '=', account).where('kind', '=', told.kind).where('ended_at', 'is', null).execute();
    const competence = newId(now.getTime());
    await tx.insertInto('network.competence').values({
      network_id: network, id: competence, account_id: account, hub_id: hub, kind: told.kind, standing: told.standing,
      number: held ? number : null, issuer: held ? issuer : null, since_on: held ? told.since! : null, until_on: held ? (told.until ?? null) : null,
      why: held ? null : told.why!, recorded_by: actor.account, recorded_at: now,
    }).execute();
    await record({ name: 'competence-recorded', subject: account, ...(hub ? { hub } : {}), body: { competence, kind: told.kind, standing: told.standing } });
    return { competence, account };
  },
});

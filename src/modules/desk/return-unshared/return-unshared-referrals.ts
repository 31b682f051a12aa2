import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { id } from '#core/input.ts';
import { consentInForce, personGroup, type SharedField } from '#modules/people/public.ts';
import { action, type DeskTables } from '../desk.ts';
import { bringBack } from '../referral/return-referral.ts';

/**
 * Brings back the open referrals of a person whose consent to sharing no longer carries them. PostgreSQL shut them to the body in
 * the same moment as her word or the end of its time (migrations 0011, 0028); this job tidies the lists and writes the events.
 */
export const returnUnsharedReferrals = action({
  name: 'return-unshared-referrals',
  says: 'Brings back the referrals of a person who no longer agrees to sharing.',
  input: z.strictObject({ person: id() }),
  run: async (doing, { person }) => {
    const { tx, network } = doing;
    const open = await tx.selectFrom('desk.referral as r').leftJoin('desk.disclosure as d', (join) =>
      join.onRef('d.network_id', '=', 'r.network_id').onRef('d.referral_id', '=', 'r.id'))
      .select(['r.id', 'r.hub_id as hub', 'r.organization_id as recipient', 'r.shut_at', 'r.until_at', 'd.fields'])
      .where('r.network_id', '=', network).where('r.spoken_to_id', 'in', [...(await personGroup(tx, person))]).where('r.state', 'in', ['sent', 'accepted', 'declined', 'served']).forUpdate('r').execute();
    let returned = 0;
    for (const referral of open) returned += Number(await bringBackUnshared(doing, person, referral));
    await doing.record({ name: 'unshared-looked-through', subject: person, person, hub: null, body: { returned } });
    return { returned };
  },
});

interface Open {
  readonly id: string;
  readonly hub: string;
  readonly recipient: string;
  readonly shut_at: Date | null;
  readonly until_at: Date | null;
  readonly fields: readonly string[] | null;
}

async function bringBackUnshared(doing: Omit<Doing<DeskTables>, 'hub'>, person: string, { id: referral, hub, recipient, ...kept }: Open): Promise<boolean> {
  const { tx, network, now } = doing;
  const over = kept.until_at !== null && kept.until_at <= now;
  const fields = (kept.fields ?? []).filter((field): field is SharedField => field !== 'need');
  if (kept.shut_at === null && !over && (await consentInForce(tx, person, 'sharing', { recipient, fields, hub, at: now }))) return false;
  if (kept.shut_at === null) {
    await tx.updateTable('desk.referral').set({ shut_at: now, shut_why: over ? 'expired' : 'refused' })
      .where('network_id', '=', network).where('id', '=', referral).execute();
  }
  return bringBack(doing, { hub, id: referral }, over ? 'consent-expired' : 'consent-withdrawn');
}

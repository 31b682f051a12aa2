import { z } from 'zod';
import { choice, id, isoDate, maybe, multilingual, text, wholeNumber, yes } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { hubCard, managesNetwork, organizationCard, territoryCard } from '#modules/network/public.ts';
import { committeeKinds } from '../codes.ts';
import { maybeMultilingual } from '../maybe-multilingual.ts';
import { action } from '../programme.ts';
import { ownCommittee, runs } from './own-committee.ts';

/** Names a committee: what it is for, whose it is, and how many voting members must be there to decide (domain.md 1.9). */
export const nameCommittee = action({
  name: 'name-committee',
  says: 'Names a committee and how many of its members must be there to decide.',
  input: z.strictObject({
    kind: choice(committeeKinds), names: multilingual(200), programme: maybe(id()), of_hub: maybe(id()), territory: maybe(text(20)),
    quorum: wholeNumber(1, 200), opened_on: isoDate(),
  }),
  refuses: ['hub-or-region', 'unknown-territory'],
  run: async (doing, { kind, names, programme, of_hub, territory, quorum, opened_on }) => {
    const { tx, network, now, actor, refuse, absent, record } = doing;
    if (of_hub && territory) refuse('hub-or-region', {}, 'territory');
    if (territory && !(await territoryCard(tx, territory))) refuse('unknown-territory', {}, 'territory');
    if (of_hub && !(await hubCard(tx, of_hub))) absent();
    const seat = ownSeat(actor, of_hub ?? null, territory ?? null);
    if (!runs(doing, seat)) absent();
    if (programme && !(await tx.selectFrom('programme.programme').select('id').where('network_id', '=', network).where('id', '=', programme).executeTakeFirst())) absent();
    const committee = newId(now.getTime());
    await tx
      .insertInto('programme.committee')
      .values({ network_id: network, id: committee, programme_id: programme ?? null, hub_id: seat.hub, territory_code: seat.territory, kind, names, quorum, opened_on, set_at: now, set_by: actor.account })
      .execute();
    await record({ name: 'committee-named', subject: committee, hub: seat.hub, body: { kind, quorum } });
    return { committee };
  },
});

/** Where nothing is said, a coordinator’s committee is her region’s and a hub’s people name their hub’s. */
function ownSeat(actor: Parameters<typeof runs>[0]['actor'], hub: string | null, territory: string | null) {
  if (hub || territory || managesNetwork(actor)) return { hub, territory };
  const region = actor.roles.find(({ role, scope }) => role === 'regional_coordinator' && scope === 'region');
  return region ? { hub: null, territory: region.scopeId } : { hub: actor.hub, territory: null };
}

/** Gives a seat to a body, to a colleague, or to both: she sits for it. */
export const nameMember = action({
  name: 'name-member',
  says: 'Gives a body or a colleague a seat in a committee.',
  input: z.strictObject({ committee: id(), organization: maybe(id()), account: maybe(id()), seat: maybeMultilingual(200), votes: yes(), since: isoDate() }),
  refuses: ['committee-closed', 'seat-unnamed', 'member-already'],
  run: async (doing, { committee, organization, account, seat, votes, since }) => {
    const { tx, network, now, actor, refuse, absent, record } = doing;
    const { hub, territory } = await ownCommittee(doing, committee);
    if (!organization && !account && Object.keys(seat).length === 0) refuse('seat-unnamed', {}, 'organization');
    if (organization && !(await organizationCard(tx, organization))) absent();
    const member = newId(now.getTime());
    const named = await tx
      .insertInto('programme.committee_member')
      .values({ network_id: network, id: member, committee_id: committee, hub_id: hub, territory_code: territory, organization_id: organization ?? null, seat, account_id: account ?? null, votes, since, set_at: now, set_by: actor.account })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (named.numInsertedOrUpdatedRows === 0n) refuse('member-already', {}, account ? 'account' : 'organization');
    await record({ name: 'member-named', subject: member, organization: organization ?? null, hub, body: { committee, votes } });
    return { committee, member };
  },
});

/** Notes the last day of a seat. */
export const endMember = action({
  name: 'end-member',
  says: 'Notes the last day of a seat in a committee.',
  input: z.strictObject({ committee: id(), member: id(), until: isoDate() }),
  refuses: ['committee-closed', 'member-ended', 'ends-before-start'],
  run: async (doing, { committee, member, until }) => {
    const { tx, network, refuse, absent, record } = doing;
    const { hub } = await ownCommittee(doing, committee);
    const row = await tx
      .selectFrom('programme.committee_member').select(['since', 'until'])
      .where('network_id', '=', network).where('committee_id', '=', committee).where('id', '=', member).executeTakeFirst() ?? absent();
    if (row.until) refuse('member-ended');
    if (until < row.since) refuse('ends-before-start', {}, 'until');
    await tx.updateTable('programme.committee_member').set({ until }).where('network_id', '=', network).where('id', '=', member).execute();
    await record({ name: 'member-ended', subject: member, hub, body: { committee } });
    return { committee };
  },
});

/** Ends a committee; its minutes and actions stay. */
export const closeCommittee = action({
  name: 'close-committee',
  says: 'Ends a committee; what it wrote stays.',
  input: z.strictObject({ committee: id(), on: isoDate() }),
  refuses: ['committee-closed', 'ends-before-start'],
  run: async (doing, { committee, on }) => {
    const { tx, network, refuse, record } = doing;
    const { hub, opened_on } = await ownCommittee(doing, committee);
    if (on < opened_on) refuse('ends-before-start', {}, 'on');
    await tx.updateTable('programme.committee').set({ closed_on: on }).where('network_id', '=', network).where('id', '=', committee).execute();
    await record({ name: 'committee-closed', subject: committee, hub, body: {} });
    return { committee };
  },
});

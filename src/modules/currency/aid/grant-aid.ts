import { sql } from 'kysely';
import { z } from 'zod';
import { holds } from '#core/actor.ts';
import { id } from '#core/input.ts';
import { dayLater } from '#core/time/wall-clock.ts';
import { openAccounts, transferAll } from '#modules/ledger/public.ts';
import { dayHere } from '#modules/network/public.ts';
import { snapshotOfCard } from '#modules/people/public.ts';
import { reasons } from '../codes.ts';
import { action } from '../currency.ts';
import { isOver, knownProgramme } from '../programme/known-programme.ts';
import { sumsOf } from '../programme/sums-of.ts';
import { householdRefusals, judgeHouseholds } from './judge-households.ts';
import { knownBatch } from './known-batch.ts';

/**
 * Grants a batch that somebody else proposed (`own-proposal`): every wallet is opened and filled, or none is. Above what a supervisor may decide it is for the
 * manager of the hub (`above-limit`). Each household is judged again: who got it meanwhile, moved away or lost a member stops the whole
 * batch, with her place in it. `fund-too-small` when the fund does not hold as much.
 */
export const grantAid = action({
  name: 'grant-aid',
  says: 'Grants aid that somebody else proposed: fills the wallets of all its households, or none.',
  input: z.strictObject({ batch: id() }),
  refuses: ['own-proposal', 'above-limit', 'batch-decided', 'programme-over', 'fund-too-small', 'household-changed', ...householdRefusals],
  run: async (doing, { batch: of }) => {
    const { tx, network, now, actor, refuse, record, recordAll } = doing;
    const batch = await knownBatch(doing, of);
    if (batch.state !== 'proposed') refuse('batch-decided');
    if (actor.account === null || batch.proposed_by === actor.account) refuse('own-proposal');
    const programme = await knownProgramme(doing, batch.programme_id);
    if (await isOver(doing, programme)) refuse('programme-over');
    if (batch.total > programme.lead && !holds(actor, ['hub_manager'])) refuse('above-limit');
    const aids = await tx.selectFrom('currency.aid').select(['id', 'person_id', 'unit_id', 'amount_minor', 'adults', 'minors']).where('network_id', '=', network).where('hub_id', '=', batch.hub_id).where('batch_id', '=', of).orderBy('id').execute();
    const lines = await judgeHouseholds(doing, programme, aids.map(({ person_id }) => person_id));
    if (lines.length < batch.households) refuse('household-changed');
    lines.forEach((line, place) => {
      if (line.against) refuse(line.against, { code: line.card.code }, undefined, { place });
      if (line.unit !== aids[place]!.unit_id || line.amount !== Number(aids[place]!.amount_minor)) refuse('household-changed', {}, undefined, { place });
    });
    const book = programme.instrument_id;
    if ((await sumsOf(tx, network, { book, programme: programme.id })).fund < batch.total) refuse('fund-too-small');
    const latest = dayLater(await dayHere(doing), programme.valid_days);
    const expires = latest < programme.ends_on ? latest : programme.ends_on;
    const filled = await sql`update currency.aid set state = 'loaded', state_at = ${now}, state_by = ${actor.account}, granted_at = ${now}, expires_on = ${expires}
      where network_id = ${network} and hub_id = ${batch.hub_id} and batch_id = ${of} and state = 'proposed'`.execute(tx);
    if (Number(filled.numAffectedRows) !== batch.households) refuse('household-changed');
    await openAccounts(doing, book, aids.map(({ id: wallet }) => ({ id: wallet, kind: 'wallet', holder: programme.id })));
    await transferAll(doing, book, aids.map(({ id: wallet, amount_minor }) => ({ kind: 'move', key: wallet, from: programme.id, to: wallet, amount: Number(amount_minor), reason: reasons.grant })));
    await tx.updateTable('currency.batch').set({ state: 'granted', decided_by: actor.account, decided_at: now }).where('network_id', '=', network).where('id', '=', of).execute();
    const money = { currency: programme.currency, programme: programme.id } as const;
    await recordAll(lines.map((line, n) => {
      const { sex, age_band, territory } = snapshotOfCard(line.card, now);
      return { name: 'aid-granted', subject: aids[n]!.id, person: line.person, body: { ...money, amount_minor: line.amount, sex: sex ?? 'unknown', age_band, territory, adults: line.adults, minors: line.minors, expires_on: expires } };
    }));
    await record({ name: 'batch-granted', subject: of, body: { ...money, amount_minor: batch.total, households: batch.households } });
    return { batch: of, households: batch.households, total: batch.total, until: expires };
  },
});

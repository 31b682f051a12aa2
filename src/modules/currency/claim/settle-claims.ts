import { z } from 'zod';
import type { Asking, Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { id, listOf } from '#core/input.ts';
import { postHold } from '#modules/ledger/public.ts';
import { action, type CurrencyTables } from '../currency.ts';
import { isTied, writeStep } from './known-claim.ts';

/**
 * Puts validated claims of one currency into a numbered run for the bank. Nothing is paid yet. Refuses `nothing-chosen`, `not-validated` (another run has it, or a
 * dispute), `one-currency`.
 */
export const makeSettlement = action({
  name: 'make-settlement',
  says: 'Puts validated claims together for the bank.',
  input: z.strictObject({ claims: listOf(id()) }),
  refuses: ['nothing-chosen', 'not-validated', 'one-currency'],
  run: async (doing, { claims }) => {
    const { tx, network, hub, now, actor, refuse, absent, record } = doing;
    const wanted = [...new Set(claims)];
    if (wanted.length === 0) refuse('nothing-chosen', {}, 'claims');
    const rows = await tx.selectFrom('currency.claim').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', 'in', wanted).where('state', '=', 'validated').where('settlement_id', 'is', null).orderBy('id').forUpdate().execute();
    if (rows.length < wanted.length) refuse('not-validated', {}, 'claims');
    const [{ currency }] = rows as [(typeof rows)[number]];
    if (rows.some((row) => row.currency !== currency)) refuse('one-currency', {}, 'claims');
    const settlement = newId(now.getTime());
    const last = await tx.selectFrom('currency.settlement').select('number').where('network_id', '=', network).where('hub_id', '=', hub).orderBy('number', 'desc').limit(1).executeTakeFirst();
    const total_minor = rows.reduce((sum, { amount_minor }) => sum + Number(amount_minor), 0);
    await tx.insertInto('currency.settlement').values({ network_id: network, id: settlement, hub_id: hub, number: (last?.number ?? 0) + 1, currency, claims: rows.length, total_minor, made_by: actor.account ?? absent(), made_at: now }).execute();
    await tx.updateTable('currency.claim').set({ settlement_id: settlement }).where('network_id', '=', network).where('id', 'in', wanted).execute();
    await record({ name: 'settlement-made', subject: settlement, body: { amount_minor: total_minor, currency, claims: rows.length } });
    return { settlement };
  },
});

/**
 * Pays a run: what was reserved leaves the shops' accounts, and the file for the bank can be taken. By somebody who neither made the run nor submitted or validated
 * one of its claims, nor is tied to one of its shops (`own-settlement`); once (`wrong-step`).
 */
export const paySettlement = action({
  name: 'pay-settlement',
  says: 'Pays the claims of a run.',
  input: z.strictObject({ settlement: id() }),
  refuses: ['wrong-step', 'own-settlement'],
  run: async (doing, { settlement: of }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const run = await openSettlement(doing, of);
    const claims = await claimsIn(doing, of);
    if (actor.account === null || run.made_by === actor.account) refuse('own-settlement');
    for (const claim of claims) if (claim.validated_by === actor.account || claim.submitted_by === actor.account || (await isTied(doing, claim))) refuse('own-settlement');
    await tx.updateTable('currency.settlement').set({ paid_by: actor.account, paid_at: now }).where('network_id', '=', network).where('id', '=', of).execute();
    for (const claim of claims) {
      const parts = await tx.selectFrom('currency.claim_part').selectAll().where('network_id', '=', network).where('claim_id', '=', claim.id).orderBy('account_id').execute();
      for (const { instrument_id, account_id, held_number } of parts) {
        const paid_number = await postHold(doing, instrument_id, { key: newId(now.getTime()), of: Number(held_number) });
        await tx.updateTable('currency.claim_part').set({ paid_number }).where('network_id', '=', network).where('claim_id', '=', claim.id).where('account_id', '=', account_id).execute();
      }
      await tx.updateTable('currency.claim').set({ state: 'paid', paid_by: actor.account, paid_at: now }).where('network_id', '=', network).where('id', '=', claim.id).execute();
      await writeStep(doing, claim, 'paid');
      await record({ name: 'claim-paid', subject: claim.id, organization: claim.organization_id, body: { amount_minor: Number(claim.amount_minor), currency: claim.currency, settlement: of } });
    }
    return { settlement: of };
  },
});

/** Drops a run that is not paid; its claims are validated still and can be put into another, or disputed. Refuses `wrong-step`. */
export const dropSettlement = action({
  name: 'drop-settlement',
  says: 'Drops a run that was not paid; its claims stay validated.',
  input: z.strictObject({ settlement: id() }),
  refuses: ['wrong-step'],
  run: async (doing, { settlement: of }) => {
    const { tx, network, now, actor, absent, record } = doing;
    const run = await openSettlement(doing, of);
    await tx.updateTable('currency.settlement').set({ dropped_by: actor.account ?? absent(), dropped_at: now }).where('network_id', '=', network).where('id', '=', of).execute();
    await tx.updateTable('currency.claim').set({ settlement_id: null }).where('network_id', '=', network).where('settlement_id', '=', of).execute();
    await record({ name: 'settlement-dropped', subject: of, body: { claims: run.claims } });
    return { settlement: of };
  },
});

async function openSettlement({ tx, network, hub, refuse, absent }: Doing<CurrencyTables>, settlement: string) {
  const row = await tx.selectFrom('currency.settlement').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', settlement).executeTakeFirst();
  if (!row) return absent();
  if (row.paid_by !== null || row.dropped_by !== null) refuse('wrong-step');
  return row;
}

/** The claims of a run, in their order. */
const claimsIn = ({ tx, network }: Asking<CurrencyTables>, settlement: string) => tx.selectFrom('currency.claim').selectAll().where('network_id', '=', network).where('settlement_id', '=', settlement).where('state', '=', 'validated').orderBy('id').forUpdate().execute();

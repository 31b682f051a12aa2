import type { Asking } from '#core/action.ts';
import { accountNames } from '#modules/network/public.ts';
import type { FundingTables } from '../funding.ts';

/** The amendments of a fund, newest first, with who asked and who decided. */
export async function readAmendments({ tx, network, actor }: Asking<FundingTables>, fund: string) {
  const rows = await tx.selectFrom('funding.amendment').selectAll().where('network_id', '=', network).where('fund_id', '=', fund).orderBy('asked_at', 'desc').orderBy('id').execute();
  const names = await accountNames(tx, rows.flatMap(({ asked_by, decided_by }) => [asked_by, ...(decided_by ? [decided_by] : [])]));
  return rows.map((row) => ({
    id: row.id, state: row.state, before: Number(row.before_minor), amount: Number(row.amount_minor), reason: row.reason, paper: row.paper, askedBy: names.get(row.asked_by) ?? null, askedAt: row.asked_at,
    decidedBy: row.decided_by ? (names.get(row.decided_by) ?? null) : null, decidedAt: row.decided_at, mine: row.asked_by === actor.account,
  }));
}

/** What its funder paid in, newest first. */
export async function readReceipts({ tx, network, actor }: Asking<FundingTables>, fund: string) {
  const rows = await tx.selectFrom('funding.receipt').selectAll().where('network_id', '=', network).where('fund_id', '=', fund).orderBy('number', 'desc').execute();
  const names = await accountNames(tx, rows.map(({ recorded_by }) => recorded_by));
  return rows.map((row) => ({
    id: row.id, number: row.number, amount: Number(row.amount_minor), receivedOn: row.received_on, paper: row.paper, by: names.get(row.recorded_by) ?? null, takenBackWhy: row.taken_back_why, mine: row.recorded_by === actor.account,
  }));
}

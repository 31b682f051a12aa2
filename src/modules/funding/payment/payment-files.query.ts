import { z } from 'zod';
import { id } from '#core/input.ts';
import { applicationsToFund } from '#modules/incubation/public.ts';
import { accountNames, organizationsByIds } from '#modules/network/public.ts';
import { query } from '../funding.ts';
import { knownFile } from './known-file.ts';
import { payableTranches } from './payable.ts';

/** The payment files of the hub, newest first, and the released tranches that wait for one. */
export const paymentFileList = query({
  name: 'payment-file-list',
  says: 'The payment files and what waits to be paid.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, network, hub } = asking;
    const files = await tx.selectFrom('funding.payment_file').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).orderBy('number', 'desc').limit(500).execute();
    const waiting = await payableTranches(asking);
    const applications = await applicationsToFund(tx, network, { ids: waiting.flatMap(({ application }) => application ?? []) });
    const bodies = await organizationsByIds(tx, waiting.flatMap(({ organization }) => organization ?? []));
    return {
      files: files.map((row) => ({ id: row.id, number: row.number, state: row.state, currency: row.currency, lines: row.lines, total: Number(row.total_minor), madeAt: row.made_at })),
      waiting: waiting.map(({ mark, print: _print, payee: _, ofPerson: __, application, organization, ...row }) => ({
        ...row, account: mark !== null, receipt: applications.find((each) => each.id === application)?.receipt ?? null, body: bodies.find((each) => each.id === organization)?.names ?? null,
      })),
    };
  },
});

/** One payment file: its payments with the ends of their accounts, who did which step, what looks the same, what the bank said. */
export const paymentFileSheet = query({
  name: 'payment-file-sheet',
  says: 'One payment file with its payments, doubles and answers.',
  input: z.strictObject({ file: id() }),
  run: async (asking, { file: of }) => {
    const { tx, network, actor } = asking;
    const row = await knownFile(asking, of, false);
    const payments = await tx.selectFrom('funding.payment as payment')
      .innerJoin('funding.grant as grant', (join) => join.onRef('grant.network_id', '=', 'payment.network_id').onRef('grant.id', '=', 'payment.grant_id'))
      .leftJoin('funding.payee as payee', (join) => join.onRef('payee.network_id', '=', 'payment.network_id').onRef('payee.grant_id', '=', 'payment.grant_id'))
      .leftJoin('funding.bank_line as line', (join) => join.onRef('line.network_id', '=', 'payment.network_id').onRef('line.payment_id', '=', 'payment.id'))
      .where('payment.network_id', '=', network).where('payment.file_id', '=', of)
      .select(['payment.id', 'payment.reference', 'payment.amount_minor as amount', 'payment.state', 'payment.grant_id as grant', 'grant.purpose', 'payee.ending', 'payee.set_by as wrote', 'line.day', 'line.reason'])
      .orderBy('payment.reference').execute();
    const doubles = await tx.selectFrom('funding.double as double')
      .innerJoin('funding.payment as one', (join) => join.onRef('one.network_id', '=', 'double.network_id').onRef('one.id', '=', 'double.payment_id'))
      .innerJoin('funding.payment as other', (join) => join.onRef('other.network_id', '=', 'double.network_id').onRef('other.id', '=', 'double.other_id'))
      .where('double.network_id', '=', network).where('double.file_id', '=', of)
      .select(['double.id', 'double.why', 'one.reference as one', 'other.reference as other', 'other.file_id as otherFile', 'double.settled_by as settledBy', 'double.settled_why as settledWhy']).orderBy('double.id').execute();
    const answers = await tx.selectFrom('funding.bank_answer').select(['id', 'paid', 'rejected', 'brought_at as at']).where('network_id', '=', network).where('file_id', '=', of).orderBy('brought_at').execute();
    const names = await accountNames(tx, [row.made_by, row.approved_by, row.executed_by, ...doubles.map(({ settledBy }) => settledBy)].filter((each) => each !== null));
    const by = (account: string | null) => (account ? (names.get(account) ?? null) : null);
    return {
      id: row.id, number: row.number, state: row.state, currency: row.currency, lines: row.lines, total: row.total, carrier: row.carrier, sha256: row.sha256?.toString('hex') ?? null,
      madeBy: by(row.made_by), madeAt: row.made_at, approvedBy: by(row.approved_by), approvedAt: row.approved_at, executedBy: by(row.executed_by), executedAt: row.executed_at,
      payments: payments.map(({ wrote: _, ...each }) => ({ ...each, amount: Number(each.amount) })), doubles: doubles.map((each) => ({ ...each, settledBy: by(each.settledBy) })), answers,
      iMade: row.made_by === actor.account, iWroteAccount: payments.some(({ wrote }) => wrote === actor.account), iApproved: row.approved_by === actor.account, iTook: row.executed_by === actor.account,
    };
  },
});

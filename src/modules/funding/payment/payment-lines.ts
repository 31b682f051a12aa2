import type { Asking } from '#core/action.ts';
import type { FundingTables } from '../funding.ts';
import { plainAmount } from '../money.ts';
import type { PaymentLine } from './carrier.ts';

interface Leaving {
  readonly id: string;
  readonly currency: string;
  readonly lines: number;
}

/** The lines of a payment file with their accounts opened, in the order of their references; nothing when an account was changed since the file was made, or one of them is not open to who asks. */
export async function paymentLines({ tx, network, vault }: Asking<FundingTables>, { id: file, currency, lines: wanted }: Leaving): Promise<readonly PaymentLine[] | undefined> {
  const rows = await tx.selectFrom('funding.payment as payment')
    .innerJoin('funding.payee as payee', (join) => join.onRef('payee.network_id', '=', 'payment.network_id').onRef('payee.grant_id', '=', 'payment.grant_id'))
    .where('payment.network_id', '=', network).where('payment.file_id', '=', file)
    .select(['payment.reference', 'payment.amount_minor as amount', 'payment.print', 'payee.print as now', 'payee.way', 'payee.sealed', 'payee.plain', 'payee.person_id as person', 'payment.grant_id as grant'])
    .orderBy('payment.reference').execute();
  if (rows.length < wanted || rows.some(({ print, now }) => !print.equals(now))) return undefined;
  const lines: PaymentLine[] = [];
  for (const { reference, amount, way, sealed, plain, person, grant } of rows) {
    const opened = sealed && person ? (JSON.parse(await vault.open({ person, table: 'funding.payee', column: 'sealed', row: grant }, sealed)) as { holder: string; number: string }) : plain!;
    lines.push({ reference, holder: opened.holder, number: opened.number, way, amount: plainAmount(Number(amount), currency), currency });
  }
  return lines;
}

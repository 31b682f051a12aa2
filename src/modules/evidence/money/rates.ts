import { type AnyTx, within } from '#core/db/transaction.ts';
import type { EvidenceTables } from '../evidence.ts';

/** What one unit of a currency was worth in another on a day, by a source. */
export interface Rate {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly rate: string;
  readonly saidBy: string;
}

/** Money with its currency, in smallest units, and the decimals of that unit. */
export interface Sum {
  readonly amount: bigint;
  readonly currency: string;
  readonly scale: number;
}

/** The rates in use, newest day first. */
export async function rates(tx: AnyTx, network: string): Promise<Rate[]> {
  return within<EvidenceTables>(tx).selectFrom('evidence.exchange_rate')
    .select(['id', 'from_currency as from', 'to_currency as to', 'on_day as on', 'rate', 'said_by as saidBy'])
    .where('network_id', '=', network).where('withdrawn_at', 'is', null).orderBy('on_day', 'desc').orderBy('id', 'desc').execute();
}

/**
 * The one rule of conversion: the newest rate of the day or before it, in the direction in which its source states it or, failing that, turned
 * round. Undefined when there is none: then nothing is converted and nothing is guessed.
 */
export function rateFor(known: readonly Rate[], { from, to, on }: { from: string; to: string; on: string }): { rate: Rate; turned: boolean } | undefined {
  const before = known.filter((one) => one.on <= on);
  const straight = before.find((one) => one.from === from && one.to === to);
  const turned = before.find((one) => one.from === to && one.to === from);
  if (straight) return { rate: straight, turned: false };
  return turned && { rate: turned, turned: true };
}

const DECIMALS = 8;
const UNIT = 10n ** BigInt(DECIMALS);

/** An amount in another currency, rounded to its smallest unit, half up; undefined without a rate. */
export function convert(known: readonly Rate[], { amount, currency, scale }: Sum, { to, scale: into, on }: { to: string; scale: number; on: string }): { amount: bigint; by: Rate | null } | undefined {
  if (currency === to) return { amount, by: null };
  const found = rateFor(known, { from: currency, to, on });
  if (!found) return undefined;
  const worth = inUnits(found.rate.rate);
  const [over, under] = found.turned ? [amount * UNIT, worth] : [amount * worth, UNIT];
  const [up, down] = [over * 10n ** BigInt(into), under * 10n ** BigInt(scale)];
  return { amount: (2n * up + down) / (2n * down), by: found.rate };
}

function inUnits(rate: string): bigint {
  const [whole = '0', part = ''] = rate.split('.');
  return BigInt(whole + part.slice(0, DECIMALS).padEnd(DECIMALS, '0'));
}

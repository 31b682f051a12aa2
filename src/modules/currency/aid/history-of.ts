import type { Asking } from '#core/action.ts';
import { statementOf } from '#modules/ledger/public.ts';
import { reasons } from '../codes.ts';
import type { CurrencyTables } from '../currency.ts';

/** One line of a wallet as its holder reads it. */
export interface WalletLine {
  readonly number: number;
  readonly at: Date;
  readonly what: 'granted' | 'paid' | 'refunded' | 'reserved' | 'let_go' | 'expired' | 'revoked' | 'on_paper' | 'off_paper';
  /** In the smallest unit: negative when it left. What is only reserved or let go changes nothing. */
  readonly change: number;
  readonly amount: number;
  readonly after: number;
}

/** The newest movements of a wallet, told from what the ledger wrote. */
export async function historyOf(asking: Pick<Asking<CurrencyTables>, 'tx' | 'network'>, book: string, wallet: string, most = 50): Promise<readonly WalletLine[]> {
  const lines = await statementOf(asking, book, wallet, { most });
  return lines.map(({ number, at, kind, reason, change, amount, after }) => {
    const what = kind === 'reverse' ? 'refunded' : kind === 'reserve' ? 'reserved' : kind === 'void' || kind === 'expire' ? 'let_go'
      : reason === reasons.grant ? 'granted' : reason === reasons.expired ? 'expired' : reason === reasons.revoked ? 'revoked' : reason === reasons.drawn ? 'on_paper' : reason === reasons.rest ? 'off_paper' : 'paid';
    return { number, at, what, change, amount, after };
  });
}

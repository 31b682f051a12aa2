import type { AnyTx } from '#core/db/transaction.ts';
import { accountsWith } from '#modules/network/public.ts';
import { readerRoles } from '../codes.ts';

/** May this account be handed reports now: does it hold a role that reads figures of others, and is it open? */
export const readerStands = async (tx: AnyTx, account: string): Promise<boolean> => (await accountsWith(tx, readerRoles)).some((one) => one.account === account);

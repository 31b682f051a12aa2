import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, multilingual, text } from '#core/input.ts';
import { currencies, scaleOf } from '#core/money.ts';
import { FARTHEST, openAccounts, openBook } from '#modules/ledger/public.ts';
import { instrumentKinds } from '../codes.ts';
import { action } from '../currency.ts';
import { openAccountsIn } from '../merchant/open-accounts-of.ts';

/**
 * Opens an instrument and its one book. A hub keeps one set of accounts for each kind and currency (`second-accounts`): what was paid beside the books is
 * how a municipal currency ended in court (domain.md 3.7). `code-taken` when another book of the network is called so.
 */
export const openInstrument = action({
  name: 'open-instrument',
  says: 'Opens an aid instrument or a local currency, with its one book.',
  input: z.strictObject({ kind: choice(instrumentKinds), names: multilingual(120), code: text(40).pipe(z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/)), currency: choice(currencies) }),
  refuses: ['second-accounts', 'code-taken'],
  run: async (doing, { kind, names, code, currency }) => {
    const { tx, network, hub, now, actor, refuse, record } = doing;
    const there = await tx.selectFrom('currency.instrument').select('code').where('network_id', '=', network).where('hub_id', '=', hub).where('kind', '=', kind).where('currency', '=', currency).executeTakeFirst();
    if (there) refuse('second-accounts', {}, 'currency');
    const taken = await tx.selectFrom('currency.instrument').select('id').where('network_id', '=', network).where('code', '=', code).executeTakeFirst();
    if (taken) refuse('code-taken', {}, 'code');
    const instrument = newId(now.getTime());
    await openBook(doing, { id: instrument, instrument: kind, code, currency });
    // Money comes in from outside by this account: what it lacks is what circulates.
    await openAccounts(doing, instrument, [{ id: instrument, kind: 'source', creditLimit: FARTHEST }]);
    await tx.insertInto('currency.instrument').values({ network_id: network, id: instrument, hub_id: hub, kind, code, names, currency, scale: scaleOf(currency), opened_at: now, opened_by: actor.account }).execute();
    await openAccountsIn(doing, instrument);
    await record({ name: 'instrument-opened', subject: instrument, body: { kind, currency } });
    return { instrument };
  },
});

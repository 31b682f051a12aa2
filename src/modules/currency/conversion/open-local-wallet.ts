import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id, text } from '#core/input.ts';
import { openAccounts } from '#modules/ledger/public.ts';
import { personsByCodes } from '#modules/people/public.ts';
import { action } from '../currency.ts';
import { knownInstrument } from '../instrument/known-instrument.ts';

/** Opens the account of a person in a local currency, empty: what she gets for money of her own or from shops stands there, apart from every aid. Refuses `not-currency`, `nobody`, `wallet-there`. */
export const openLocalWallet = action({
  name: 'open-local-wallet',
  says: 'Opens a person’s account in a local currency.',
  input: z.strictObject({ instrument: id(), person: text(40) }),
  refuses: ['not-currency', 'nobody', 'wallet-there'],
  run: async (doing, { instrument: of, person: code }) => {
    const { tx, network, hub, now, actor, refuse, record } = doing;
    if ((await knownInstrument(doing, of)).kind !== 'currency') refuse('not-currency', {}, 'instrument');
    const person = (await personsByCodes(tx, code)).persons[0] ?? refuse('nobody', {}, 'person');
    const there = await tx.selectFrom('currency.local_wallet').select('id').where('network_id', '=', network).where('instrument_id', '=', of).where('person_id', '=', person).executeTakeFirst();
    if (there) refuse('wallet-there', {}, 'person');
    const wallet = newId(now.getTime());
    await openAccounts(doing, of, [{ id: wallet, kind: 'wallet', holder: null }]);
    await tx.insertInto('currency.local_wallet').values({ network_id: network, id: wallet, hub_id: hub, instrument_id: of, person_id: person, opened_at: now, opened_by: actor.account }).execute();
    await record({ name: 'local-wallet-opened', subject: wallet, person, body: { instrument: of } });
    return { instrument: of, wallet };
  },
});

import { z } from 'zod';
import { choice, id, text } from '#core/input.ts';
import { applicationsToFund } from '#modules/incubation/public.ts';
import { action } from '../funding.ts';
import { isAccount, plainNumber } from './account-number.ts';
import { knownGrant } from './known-grant.ts';

/**
 * Writes the account a grant is paid to. Of a person it is sealed under her key, of a body it stands open; its last four characters and
 * keyed fingerprints stay readable. Who wrote it does not approve its payment. `account-wrong` when its check digits do not fit. A change after a payment file was made is
 * noticed before the file leaves.
 */
export const setPayee = action({
  name: 'set-payee',
  says: 'Writes down the account that a grant is paid to.',
  input: z.strictObject({ grant: id(), way: choice(['bank', 'mobile']), holder: text(120), number: text(60) }),
  refuses: ['account-wrong', 'wrong-step'],
  run: async (doing, { grant: of, way, holder, number: typed }) => {
    const { tx, network, hub, now, actor, vault, blind, refuse, record } = doing;
    const grant = await knownGrant(doing, of);
    if (grant.state === 'cancelled' || grant.state === 'closed' || grant.state === 'proposed') refuse('wrong-step');
    const number = plainNumber(typed);
    if (!isAccount(way, number)) refuse('account-wrong', {}, 'number');
    const [application] = grant.application_id ? await applicationsToFund(tx, network, { ids: [grant.application_id] }) : [];
    const person = grant.organization_id ? null : (application?.person ?? null);
    const plain = { holder, number };
    const kept = {
      way, mark: blind('payee', number), print: blind('payee', `${way} ${number} ${holder}`), ending: number.slice(-4), set_at: now, set_by: actor.account!,
      sealed: person ? await vault.seal({ person, table: 'funding.payee', column: 'sealed', row: of }, JSON.stringify(plain)) : null, plain: person ? null : plain,
    };
    await tx.insertInto('funding.payee').values({ network_id: network, hub_id: hub, grant_id: of, person_id: person, organization_id: grant.organization_id, ...kept })
      .onConflict((conflict) => conflict.columns(['network_id', 'grant_id']).doUpdateSet(kept)).execute();
    await record({ name: 'payee-set', subject: of, body: { way } });
    return { grant: of };
  },
});

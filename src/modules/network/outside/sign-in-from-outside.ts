import { authorizationCodeGrant, type IDToken } from 'openid-client';
import { z } from 'zod';
import type { Asking, Before } from '#core/action.ts';
import { houseTime } from '#core/time/house-clock.ts';
import { action, type NetworkTables } from '../network.ts';
import { openFor } from '../second-step/sealed.ts';
import { atScreen } from '../sign-in/at-screen.ts';
import { openSession } from '../sign-in/open-session.ts';
import { loginOf } from '../staff/login.ts';
import { configOf, publishedEndpoints } from './provider-config.ts';
import { comesBackTo } from './outside-doors.query.ts';
import { openState } from './outside-state.ts';

const AT_ONCE = 4;
let asking = 0;

interface Input { readonly came: string; readonly bound: string }

/** Whom the other house vouches for, and where she was going. */
interface Vouched { readonly provider: string; readonly claims: IDToken; readonly next: string }

/**
 * Signs a colleague in whom another house vouches for. It gives no right: she was invited here before, and her roles are those she has
 * here. At her first time she is bound to her account there by its login; after that only the same account there opens the same here.
 * Her second step is asked as always.
 */
export const signInFromOutside = action({
  name: 'sign-in-from-outside',
  says: 'Signs in with an account of one’s own body.',
  input: z.strictObject({ came: z.string().min(1).max(6_000), bound: z.string().max(100) }),
  refuses: ['outside-not-known', 'only-at-a-screen'],
  remembers: false,
  around: async (before, run) => {
    const vouched = asking < AT_ONCE ? await vouchedFor(before) : null;
    return run(vouched);
  },
  run: async (doing) => {
    const { tx, network, now, blind, brought, refuse, record } = doing;
    atScreen(doing);
    const vouched = brought as Vouched | null;
    const account = vouched && (await accountOf(doing, vouched));
    if (!vouched || !account) return refuse('outside-not-known');
    const subject_hash = blind('outside-subject', `${vouched.provider} ${vouched.claims.sub}`);
    if (account.isNew) {
      const bound = await tx.insertInto('network.outside_identity')
        .values({ network_id: network, provider_id: vouched.provider, subject_hash, account_id: account.id, linked_at: now })
        .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
      if (bound.numInsertedOrUpdatedRows === 0n) refuse('outside-not-known');
      await record({ name: 'outside-account-bound', subject: account.id, body: { provider: vouched.provider } });
    }
    const { session, ...entered } = await openSession(doing, { account: account.id, login: account.login!, by: 'outside' });
    await record({ name: 'signed-in', subject: session, hub: entered.hub, body: { account: account.id } });
    return { ...entered, account: account.id, next: vouched.next };
  },
});

/** Takes the code to the other house and checks what it says; null when anything is wrong or it is silent. Before any transaction. */
async function vouchedFor({ actor, input, blind, look, outbound }: Before<Input>): Promise<Vouched | null> {
  const came = new URL(`${actor.door?.origin ?? 'http://nowhere.invalid'}${comesBackTo}?${input.came}`);
  const state = await openState(blind, came.searchParams.get('state') ?? '', input.bound, houseTime());
  if (!state) return null;
  const provider = await look((at: Asking<NetworkTables>) => at.tx.selectFrom('network.identity_provider').select(['id', 'client_id', 'client_secret', 'endpoints'])
    .where('network_id', '=', at.network).where('id', '=', state.provider).where('closed_at', 'is', null).executeTakeFirst());
  if (!provider) return null;
  const secret = provider.client_secret && openFor(blind, { label: 'provider-secret', whose: provider.id }, provider.client_secret).toString('utf8');
  const config = configOf(outbound, publishedEndpoints.parse(provider.endpoints), provider.client_id, secret);
  asking++;
  const claims = await authorizationCodeGrant(config, came, {
    pkceCodeVerifier: state.verifier, expectedState: came.searchParams.get('state')!, expectedNonce: state.nonce, idTokenExpected: true,
  }).then((tokens) => tokens.claims(), () => undefined).finally(() => { asking--; });
  return claims ? { provider: provider.id, claims, next: state.next } : null;
}

/** Her account here: the one bound before, or the invited one whose login the other house names, within the domains it speaks for. */
async function accountOf({ tx, network, blind }: Asking<NetworkTables>, { provider, claims }: Vouched): Promise<{ id: string; login: string | null; isNew: boolean } | null> {
  const open = tx.selectFrom('network.account').select(['id', 'login']).where('network_id', '=', network).where('kind', '=', 'staff').where('closed_at', 'is', null);
  const bound = await tx.selectFrom('network.outside_identity').select('account_id')
    .where('network_id', '=', network).where('provider_id', '=', provider).where('subject_hash', '=', blind('outside-subject', `${provider} ${claims.sub}`)).executeTakeFirst();
  if (bound) {
    const known = await open.where('id', '=', bound.account_id).executeTakeFirst();
    return known ? { ...known, isNew: false } : null;
  }
  const { claim, domains } = await tx.selectFrom('network.identity_provider').select(['claim', 'domains']).where('network_id', '=', network).where('id', '=', provider).executeTakeFirstOrThrow();
  const named = claims[claim];
  if (typeof named !== 'string' || (claim === 'email' && claims.email_verified === false)) return null;
  const login = loginOf(named);
  if (domains.length && !domains.some((domain) => login.endsWith(`@${domain}`))) return null;
  const invited = await open.where('login', '=', login).executeTakeFirst();
  return invited ? { ...invited, isNew: true } : null;
}

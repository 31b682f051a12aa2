import { calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier } from 'openid-client';
import { z } from 'zod';
import { query } from '../network.ts';
import { publishedEndpoints } from './provider-config.ts';
import { sealState } from './outside-state.ts';

/** Where the other house sends her back to. */
export const comesBackTo = '/sign-in/outside';

/** The houses whose accounts may sign in here, each with the address that leads there from this browser. */
export const outsideDoors = query({
  name: 'outside-doors',
  says: 'The bodies whose own accounts may sign in here.',
  input: z.strictObject({ bound: z.string().max(100), next: z.string().max(500).optional() }),
  run: async ({ tx, network, actor, blind, now }, { bound, next = '' }) => {
    const providers = await tx.selectFrom('network.identity_provider').select(['id', 'names', 'client_id', 'endpoints'])
      .where('network_id', '=', network).where('closed_at', 'is', null).orderBy('opened_at').execute();
    return Promise.all(providers.map(async ({ id, names, client_id, endpoints }) => {
      const [verifier, nonce] = [randomPKCECodeVerifier(), randomNonce()];
      const href = new URL(publishedEndpoints.parse(endpoints).authorization_endpoint);
      const asked = {
        client_id, redirect_uri: `${actor.door?.origin ?? ''}${comesBackTo}`, scope: 'openid email profile', nonce, response_type: 'code',
        code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
        state: sealState(blind, { provider: id, verifier, nonce, bound, next, at: now.getTime() }),
      };
      for (const [name, value] of Object.entries(asked)) href.searchParams.set(name, value);
      return { id, names, href: href.href };
    }));
  },
});

/** The same houses as their administrators see them; never their secret. */
export const providerList = query({
  name: 'provider-list',
  says: 'The bodies whose accounts may sign in, with their settings.',
  input: z.strictObject({}),
  run: async ({ tx, network }) =>
    tx.selectFrom('network.identity_provider').select(['id', 'names', 'issuer', 'client_id as clientId', 'claim', 'domains', 'opened_at as openedAt'])
      .where('network_id', '=', network).where('closed_at', 'is', null).orderBy('opened_at').execute(),
});

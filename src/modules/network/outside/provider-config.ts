import { allowInsecureRequests, ClientSecretBasic, ClientSecretPost, Configuration, customFetch, enableNonRepudiationChecks, None } from 'openid-client';
import { z } from 'zod';
import type { Outbound } from '#core/outbound/outbound.ts';
import { guardedFetch } from './guarded-fetch.ts';

/** What a provider publishes of itself, as far as it is used here. Everything is on its own addresses. */
export const publishedEndpoints = z.object({
  issuer: z.url(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
  authorization_response_iss_parameter_supported: z.boolean().optional(),
  id_token_signing_alg_values_supported: z.array(z.string()).optional(),
});
export type PublishedEndpoints = z.output<typeof publishedEndpoints>;

/** Reads what a provider publishes at its own address; null when it does not answer, or calls itself by another name. */
export async function readEndpoints(outbound: Outbound, issuer: string): Promise<PublishedEndpoints | null> {
  const answer = await guardedFetch(outbound)(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, { method: 'GET', headers: {}, body: undefined, redirect: 'manual' })
    .then((response) => response.json() as Promise<unknown>).catch(() => null);
  const read = publishedEndpoints.safeParse(answer);
  return read.success && read.data.issuer === issuer ? read.data : null;
}

/** How this house speaks with a provider: by the guarded way, checking the signature of what it says. */
export function configOf(outbound: Outbound, endpoints: PublishedEndpoints, clientId: string, secret: string | null): Configuration {
  const byPost = endpoints.token_endpoint_auth_methods_supported?.includes('client_secret_post') ?? false;
  const config = new Configuration(endpoints, clientId, {}, secret === null ? None() : byPost ? ClientSecretPost(secret) : ClientSecretBasic(secret));
  config[customFetch] = guardedFetch(outbound);
  enableNonRepudiationChecks(config);
  // The guarded way lets plain http through nowhere but to a receiver that a test named.
  if (endpoints.issuer.startsWith('http:')) allowInsecureRequests(config);
  return config;
}

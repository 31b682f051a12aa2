import { z } from 'zod';
import { choice, id, maybe, multilingual, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action } from '../network.ts';
import { sealFor } from '../second-step/sealed.ts';
import { atScreen } from '../sign-in/at-screen.ts';
import { publishedEndpoints, readEndpoints } from './provider-config.ts';

const domains = () =>
  z.preprocess((given) => (typeof given === 'string' ? given.toLowerCase().split(/[\s,]+/).filter(Boolean) : given), z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)).max(40).optional());

/** Lets the accounts of another house sign in here: only colleagues invited before, and with the roles they have here. */
export const openProvider = action({
  name: 'open-provider',
  says: 'Lets colleagues sign in with the accounts of their own body.',
  input: z.strictObject({
    names: multilingual(120), issuer: z.url({ protocol: /^https?$/ }).max(300), client_id: text(200), client_secret: maybe(z.string().max(500)),
    claim: choice(['email', 'preferred_username']), domains: domains(),
  }),
  refuses: ['provider-silent', 'provider-needs-domains', 'provider-known', 'only-at-a-screen'],
  remembers: false,
  // Read before the transaction: nothing of the database waits for another house.
  around: async ({ input, outbound }, run) => run(await readEndpoints(outbound, input.issuer)),
  run: async (doing, { names, issuer, client_id, client_secret, claim, domains: spoken = [] }) => {
    const { tx, network, now, blind, brought, refuse, record } = doing;
    atScreen(doing);
    const endpoints = publishedEndpoints.safeParse(brought).data;
    if (!endpoints) return refuse('provider-silent', {}, 'issuer');
    if (claim === 'email' && !spoken.length) refuse('provider-needs-domains', {}, 'domains');
    const provider = newId(now.getTime());
    const secret = client_secret ? sealFor(blind, { label: 'provider-secret', whose: provider }, Buffer.from(client_secret)) : null;
    const opened = await tx.insertInto('network.identity_provider')
      .values({
        network_id: network, id: provider, names: JSON.stringify(names) as never, issuer, client_id, client_secret: secret, claim, domains: spoken,
        endpoints: JSON.stringify(endpoints), checked_at: now, opened_at: now,
      })
      .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    if (opened.numInsertedOrUpdatedRows === 0n) refuse('provider-known', {}, 'issuer');
    await record({ name: 'provider-opened', subject: provider });
    return { provider };
  },
});

/** Closes the way in for the accounts of another house; screens that are open end by themselves. */
export const closeProvider = action({
  name: 'close-provider',
  says: 'Ends signing in with the accounts of another body.',
  input: z.strictObject({ provider: id() }),
  run: async ({ tx, network, now, absent, record }, { provider }) => {
    const closed = await tx.updateTable('network.identity_provider').set({ closed_at: now })
      .where('network_id', '=', network).where('id', '=', provider).where('closed_at', 'is', null).executeTakeFirst();
    if (closed.numUpdatedRows === 0n) absent();
    await record({ name: 'provider-closed', subject: provider });
    return { provider };
  },
});

import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { query } from '../network.ts';
import { addressForApp, secretForHand } from './code.ts';
import { openText, sealFor } from './sealed.ts';

const SECRET_BYTES = 20;

/**
 * A secret for her authenticator app, not kept anywhere yet: as a picture's address, as letters to type, and sealed, to be sent back
 * with the first code. Given a sealed one, it shows the same again.
 */
export const newCode = query({
  name: 'new-code',
  says: 'A new secret for an authenticator app.',
  input: z.strictObject({ again: z.string().max(500).optional() }),
  run: async ({ tx, network, actor, blind, absent }, { again }) => {
    const account = await tx.selectFrom('network.account').select(['id', 'login'])
      .where('network_id', '=', network).where('id', '=', actor.account ?? absent()).executeTakeFirst();
    if (!account) return absent();
    const purpose = { label: 'new-code', whose: account.id } as const;
    const secret = (again ? await openText(blind, purpose, again) : null) ?? randomBytes(SECRET_BYTES);
    return { address: addressForApp(secret, account.login!), letters: secretForHand(secret), sealed: sealFor(blind, purpose, secret).toString('base64url') };
  },
});

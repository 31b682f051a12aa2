import { z } from 'zod';
import { id } from '#core/input.ts';
import { hubCard } from '#modules/network/public.ts';
import { query } from '../rights.ts';
import type { ErasureCertificate } from './certificate.ts';

/** The certificate of one erasure: what it says, and as it was signed, for whoever checks it. */
export const erasureCertificate = query({
  name: 'erasure-certificate',
  says: 'Shows the signed certificate of an erasure.',
  input: z.strictObject({ request: id() }),
  run: async ({ tx, network, absent }, { request }) => {
    const row = (await tx.selectFrom('rights.certificate').selectAll().where('network_id', '=', network).where('id', '=', request).executeTakeFirst()) ?? absent();
    return {
      said: JSON.parse(row.body) as ErasureCertificate, hub: (await hubCard(tx, row.hub_id)) ?? absent(),
      file: { certificate: row.body, signature: row.signature.toString('base64url') },
    };
  },
});

import { z } from 'zod';
import { id } from '#core/input.ts';
import { controllersOf, hubCard } from '#modules/network/public.ts';
import { consentLengths } from '#modules/people/public.ts';
import { query } from '../portal.ts';

/** What one hub says of personal data: who answers for it, and how long each yes lasts. */
export const hubDataNotice = query({
  name: 'hub-data-notice',
  says: 'What personal data a hub collects and why, and who answers for it.',
  input: z.strictObject({ hub: id() }),
  run: async ({ tx, network, absent }, { hub: wanted }) => {
    const hub = (await hubCard(tx, wanted)) ?? absent();
    return { hub, controllers: await controllersOf(tx, hub.id), days: await consentLengths(tx, network) };
  },
});

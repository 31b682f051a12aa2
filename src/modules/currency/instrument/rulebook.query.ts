import { z } from 'zod';
import { id, maybe, wholeNumber } from '#core/input.ts';
import { hubCard } from '#modules/network/public.ts';
import { query } from '../currency.ts';
import { basisOf } from './legal-basis.ts';

/** The rules of an instrument for everybody: the version asked for or the newest, on what law it stands, and which versions there are. */
export const rulebook = query({
  name: 'rulebook',
  says: 'Shows the published rules of an aid instrument or a local currency.',
  input: z.strictObject({ instrument: id(), version: maybe(wholeNumber(1, 10_000)) }),
  run: async (asking, { instrument: of, version }) => {
    const { tx, network, absent } = asking;
    const instrument = await tx.selectFrom('currency.instrument').select(['id', 'hub_id', 'kind', 'names', 'currency']).where('network_id', '=', network).where('id', '=', of).executeTakeFirst();
    if (!instrument) return absent();
    const versions = await tx.selectFrom('currency.rulebook').select(['version', 'in_force_on', 'published_at']).where('network_id', '=', network).where('instrument_id', '=', of).orderBy('version', 'desc').execute();
    const shown = version ?? versions[0]?.version;
    const text = shown === undefined ? undefined : await tx.selectFrom('currency.rulebook').select(['version', 'rules', 'in_force_on', 'published_at']).where('network_id', '=', network).where('instrument_id', '=', of).where('version', '=', shown).executeTakeFirst();
    if (!text) return absent();
    const hub = (await hubCard(tx, instrument.hub_id)) ?? absent();
    return {
      instrument: { id: of, kind: instrument.kind, names: instrument.names, currency: instrument.currency }, hub: { id: hub.id, names: hub.names, country: hub.country, timeZone: hub.timeZone },
      version: text.version, rules: text.rules, inForceOn: text.in_force_on, publishedAt: text.published_at, basis: (await basisOf(asking, of, hub.country))?.basis ?? null,
      versions: versions.map((each) => ({ version: each.version, inForceOn: each.in_force_on })),
    };
  },
});

import { z } from 'zod';
import { id, maybe, text } from '#core/input.ts';
import { commonTerms } from '../hub-terms.ts';
import { managedHub } from '../managed-hub.ts';
import { action } from '../network.ts';

const codes = Object.keys(commonTerms) as [string, ...string[]];
const ownWords = z.partialRecord(z.enum(codes), maybe(text(60)));

/** The hub's own words by language and term code; an empty word gives the usual one back. */
export const setHubTermsInput = z.strictObject({ hub: maybe(id()), ar: ownWords.optional(), fr: ownWords.optional(), en: ownWords.optional() });

/** Lets a hub use its own words on its screens ("CitESS", "حاضنة", "cluster"). */
export const setHubTerms = action({
  name: 'set-hub-terms',
  says: 'Sets the hub’s own words.',
  input: setHubTermsInput,
  run: async (doing, { hub: wanted, ...languages }) => {
    const { tx, network, now, record } = doing;
    const hub = managedHub(doing, wanted);
    const terms = Object.fromEntries(
      Object.entries(languages).map(([lang, words]) => [lang, Object.fromEntries(Object.entries(words ?? {}).filter(([, word]) => word))]),
    );
    const row = { terms: JSON.stringify(terms), set_at: now };
    await tx
      .insertInto('network.hub_terms')
      .values({ network_id: network, hub_id: hub, ...row })
      .onConflict((conflict) => conflict.columns(['network_id', 'hub_id']).doUpdateSet(row))
      .execute();
    const own = Object.values(terms).reduce((count, words) => count + Object.keys(words).length, 0);
    await record({ name: 'hub-terms-set', subject: hub, hub, body: { own } });
    return { hub };
  },
});

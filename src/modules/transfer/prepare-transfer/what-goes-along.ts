import type { Asking } from '#core/action.ts';
import { consentHolding, type SharedField } from '#modules/people/public.ts';
import { alwaysAlong, ifSheAgrees } from '../codes.ts';

/** What she agreed that this hub may be told, and until when; undefined when she agreed to nothing or not to what always goes along. */
// biome-ignore lint/suspicious/noExplicitAny: read by actions of this module and its pages.
export async function whatGoesAlong({ tx, hub, now }: Asking<any>, person: string, to: string): Promise<{ fields: SharedField[]; until: Date | null } | undefined> {
  const wish = { recipient: to, hub, at: now };
  const base = await consentHolding(tx, person, 'sharing', { ...wish, fields: alwaysAlong });
  if (!base) return undefined;
  const fields: SharedField[] = [...alwaysAlong];
  for (const field of ifSheAgrees) if (await consentHolding(tx, person, 'sharing', { ...wish, fields: [field] })) fields.push(field);
  return { fields, until: base.until };
}

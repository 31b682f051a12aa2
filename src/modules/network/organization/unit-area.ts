import type { Actor } from '#core/actor.ts';
import { type AnyTx, within } from '#core/db/transaction.ts';
import type { Named } from '#core/words/named.ts';
import { inNetwork } from '../in-network.ts';
import type { NetworkTables } from '../network.ts';

/** What a department may look after. Social cases are not among them and cannot be added (domain.md 0.8). */
export const unitAreas = ['bookings', 'library', 'events', 'learning', 'market', 'figures'] as const;
export type UnitArea = (typeof unitAreas)[number];

/** What lists call each area. */
export const unitAreaNames: Readonly<Record<UnitArea, Named>> = {
  bookings: { ar: 'حجز الفضاءات', fr: 'réservations d’espaces', en: 'bookings of spaces' },
  library: { ar: 'المكتبة', fr: 'bibliothèque', en: 'library' },
  events: { ar: 'التظاهرات', fr: 'événements', en: 'events' },
  learning: { ar: 'التكوين', fr: 'formations', en: 'learning' },
  market: { ar: 'السوق', fr: 'marché', en: 'market' },
  figures: { ar: 'الأرقام', fr: 'chiffres', en: 'figures' },
};

/** The areas a user of departments may see now: those of the open units in which she holds a role; nothing outside them. */
export async function areasOf(tx: AnyTx, actor: Actor): Promise<ReadonlySet<UnitArea>> {
  const units = actor.roles.flatMap(({ scope, scopeId }) => (scope === 'org' && scopeId ? [scopeId] : []));
  if (units.length === 0) return new Set();
  const rows = await within<NetworkTables>(tx)
    .selectFrom('network.org_unit').select('areas')
    .where('network_id', '=', inNetwork).where('id', 'in', units).where('closed_on', 'is', null)
    .execute();
  return new Set(rows.flatMap(({ areas }) => areas as UnitArea[]));
}

import type { Named } from '#core/words/named.ts';
import type { TerritoryCountry, TerritoryLevel } from './territory.ts';

/** One rung of a country's ladder of territories, in its own words. */
export interface LevelWords {
  readonly level: TerritoryLevel;
  readonly one: Named;
  readonly many: Named;
  /** Whether Hadina ships the places of this level; the others are typed or imported by the network. */
  readonly shipped: boolean;
}

const rung = (
  level: TerritoryLevel,
  one: readonly [ar: string, fr: string, en: string],
  many: readonly [ar: string, fr: string, en: string],
  shipped = true,
): LevelWords => ({
  level,
  one: { ar: one[0], fr: one[1], en: one[2] },
  many: { ar: many[0], fr: many[1], en: many[2] },
  shipped,
});

/**
 * What each country calls its levels, widest first (domain.md section 4).
 * In Tunisia ولاية is a governorate; in Morocco a ولاية is a wilaya, another thing, and never stands here.
 */
export const levelWords: Readonly<Record<TerritoryCountry, readonly LevelWords[]>> = {
  TN: [
    rung('country', ['بلد', 'pays', 'country'], ['بلدان', 'pays', 'countries']),
    rung('governorate', ['ولاية', 'gouvernorat', 'governorate'], ['ولايات', 'gouvernorats', 'governorates']),
    rung('delegation', ['معتمدية', 'délégation', 'delegation'], ['معتمديات', 'délégations', 'delegations'], false),
    rung('municipality', ['بلدية', 'commune', 'municipality'], ['بلديات', 'communes', 'municipalities'], false),
  ],
  MA: [
    rung('country', ['بلد', 'pays', 'country'], ['بلدان', 'pays', 'countries']),
    rung('region', ['جهة', 'région', 'region'], ['جهات', 'régions', 'regions']),
    rung('prefecture', ['عمالة', 'préfecture', 'prefecture'], ['عمالات', 'préfectures', 'prefectures']),
    rung('province', ['إقليم', 'province', 'province'], ['أقاليم', 'provinces', 'provinces']),
    rung('commune', ['جماعة', 'commune', 'commune'], ['جماعات', 'communes', 'communes'], false),
  ],
};

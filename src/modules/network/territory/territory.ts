import type { Named } from '#core/words/named.ts';

/** A country of the territory tables (ISO 3166-1 alpha-2). */
export type TerritoryCountry = 'TN' | 'MA';

/** A step of the ladder of territories; delegation, municipality and commune are filled by the network itself. */
export type TerritoryLevel =
  | 'country'
  | 'region'
  | 'governorate'
  | 'prefecture'
  | 'province'
  | 'delegation'
  | 'municipality'
  | 'commune';

/** What a reader of a name or a code must know before relying on it. */
export interface TerritoryMarks {
  /** `corrected`: changed from the named source; `to-confirm`: commonly used, a person must still confirm it. */
  readonly nameStatus?: 'corrected' | 'to-confirm';
  /** ISO 3166-2 notes that the place lies wholly (`EH`) or partly in the entry it keeps for Western Sahara. */
  readonly isoMark?: 'EH' | 'EH-partial';
}

/** One place of the ladder, known by its ISO 3166-2 code (the country by its ISO 3166-1 code). */
export interface Territory extends TerritoryMarks {
  readonly code: string;
  readonly country: TerritoryCountry;
  readonly level: TerritoryLevel;
  /** Code of the place it lies in; only a country has none. */
  readonly parent: string | null;
  readonly names: Named;
  /** Given only where a source says so: no source read for governorates, regions or provinces does. */
  readonly urbanRural?: 'urban' | 'rural';
}

/** Writes a country into the table: code, then its names in Arabic, French, English. */
export const country = (code: TerritoryCountry, ar: string, fr: string, en: string): Territory => ({
  code,
  country: code,
  level: 'country',
  parent: null,
  names: { ar, fr, en },
});

/** Prepares the writing of many places of one level under one parent: code, then names in Arabic, French, English. */
export const territoryMaker =
  (countryCode: TerritoryCountry, level: TerritoryLevel, parent: string) =>
  (code: string, ar: string, fr: string, en: string, marks: TerritoryMarks = {}): Territory => ({
    code,
    country: countryCode,
    level,
    parent,
    names: { ar, fr, en },
    ...marks,
  });

import { derivedId } from '../hsds/derived-id.ts';
import type { ForeignOrganization } from './foreign-service.ts';
import { foreignId } from './foreign-id.ts';
import type { HsdsRecord } from './mend-record.ts';
import { byLanguage, type TextLanguage } from './text-language.ts';

/** Where a record arrives: the hub that takes it, its country, the language of texts that do not tell their own, today. */
export interface Arrival {
  readonly hub: string;
  readonly country: string;
  readonly language: TextLanguage;
  readonly today: string;
  /** The territory behind a name or a code as a file writes it; null when none is meant. */
  readonly territory: (written: string) => string | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim() : null);

/** The words of nobody: what is shown where a file names no body. */
const unnamed = { ar: 'هيئة لم يذكرها الملف', fr: 'Organisme que le fichier ne nomme pas', en: 'Body that the file does not name' };

/** An HSDS organization in our own terms; a record without one, or with its id only, gives a body without a name of its own. */
export function organizationOfRecord(record: HsdsRecord | null, reference: string | null, arrival: Arrival): ForeignOrganization {
  const sourceId = record ? String(record.id) : reference;
  const names = record ? byLanguage(arrival.language, record.name, record.alternate_name) : {};
  const year = Number(record?.year_incorporated);
  const [phone] = (record?.phones as HsdsRecord[] | undefined) ?? [];
  const kind = kindOf(`${text(record?.legal_status) ?? ''} ${Object.values(names).join(' ')}`);
  return {
    id: sourceId ? foreignId(arrival.hub, 'organization', sourceId) : derivedId(arrival.hub, 'organization that no file names'),
    sourceId: record || reference ? sourceId : null,
    names: Object.keys(names).length ? names : unnamed,
    descriptions: byLanguage(arrival.language, record?.description),
    ...kind,
    email: text(record?.email),
    website: text(record?.website),
    phone: text(phone?.number)?.slice(0, 40) ?? null,
    legalStatus: text(record?.legal_status)?.slice(0, 120) ?? null,
    foundedYear: Number.isInteger(year) && year >= 1800 && year <= 2200 ? year : null,
    address: {}, territory: null, supportBody: false,
    source: record, bare: !record,
  };
}

const kinds: readonly (readonly [RegExp, string, string])[] = [
  [/coop[ée]rative|تعاضدية|تعاونية/iu, 'cooperative', 'sse'],
  [/mutuelle|mutual/iu, 'mutual', 'sse'],
  [/commune|municipal|بلدية|جماعة ترابية/iu, 'municipality', 'public'],
  [/minist|وزارة/iu, 'ministry', 'public'],
  [/universit|جامعة/iu, 'university', 'public'],
  [/agence nationale|public (agency|body)|government|établissement public|وكالة/iu, 'public-agency', 'public'],
  [/company|limited|sarl|société|\bsa\b|inc\.?$|شركة/iu, 'company', 'private'],
  [/union|syndicat|نقابة/iu, 'union', 'civil'],
  [/associat|fondation|foundation|charity|ngo|ong|جمعية/iu, 'association', 'civil'],
];

/** What kind of body it most likely is, by its legal form and its name. */
function kindOf(words: string): { sector: string; kind: string } {
  const found = kinds.find(([pattern]) => pattern.test(words));
  return found ? { kind: found[1], sector: found[2] } : { kind: 'other', sector: 'civil' };
}

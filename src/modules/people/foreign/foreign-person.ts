import { checkIdNumber, type IdKind, isNoPaper } from '#core/text/id-number.ts';
import { checkText } from '#core/text/clean-text.ts';
import { ageAt } from '#core/text/age-band.ts';
import type { ReadContact } from '../contact/read-contact.ts';
import { readPhone } from '../contact/phone-number.ts';

/** A person as a row of a file tells of her; every value still as it was written, dates as ISO days. */
export interface PersonRow {
  readonly name: string;
  readonly nameOther?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly birthYear?: number | undefined;
  readonly sex?: 'female' | 'male' | 'unknown' | undefined;
  readonly territory?: string | undefined;
  readonly phone?: string | undefined;
  readonly phoneOwner?: 'self' | 'household' | undefined;
  readonly address?: string | undefined;
  readonly idNumber?: string | undefined;
  readonly idKind?: IdKind | undefined;
}

/** What was found of a row; with `fatal` she is not taken. */
export interface PersonRemark {
  readonly field: string;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly fatal?: true;
}

/** A person ready to be compared and written. */
export interface ForeignPerson {
  readonly name: string;
  readonly nameOther: string | null;
  readonly birthDate: string | null;
  readonly birthYear: number | null;
  readonly sex: 'female' | 'male' | 'unknown' | null;
  readonly territory: string | null;
  readonly contacts: readonly ReadContact[];
  readonly remarks: readonly PersonRemark[];
}

/** Where persons of a file arrive. */
export interface PersonArrival {
  readonly country: string;
  readonly today: string;
  /** They agreed in writing that the hub keeps how to reach them. */
  readonly consent: boolean;
}

const usualIdKind: Readonly<Record<string, IdKind>> = { TN: 'tn-cin', MA: 'ma-cnie' };

/**
 * Reads a row by the desk's own rules. Only the name must be right; a contact that cannot be read is left out with a remark, and
 * without consent, or for a minor whose guardian was not heard, none is kept (domain.md rules 2 and 5).
 */
export function readPersonRow(row: PersonRow, arrival: PersonArrival): ForeignPerson | { readonly refused: PersonRemark } {
  const name = checkText(row.name, 'name');
  if (!name.ok || name.value === '') return { refused: { field: 'name', code: row.name.trim() ? 'name-not-readable' : 'name-missing', fatal: true } };
  const remarks: PersonRemark[] = [];
  const birthYear = row.birthDate ? Number(row.birthDate.slice(0, 4)) : (row.birthYear ?? null);
  if ((row.birthDate ?? '') > arrival.today || (birthYear ?? 0) > Number(arrival.today.slice(0, 4))) {
    return { refused: { field: 'birth_date', code: 'born-in-the-future', fatal: true } };
  }
  const other = row.nameOther ? checkText(row.nameOther, 'name') : null;
  if (other && !other.ok) remarks.push({ field: 'name_other', code: 'name-not-readable' });
  const age = ageAt({ birthYear: birthYear ?? undefined }, arrival.today);
  const said = readContacts(row, arrival, remarks);
  const keep = said.length === 0 ? null : !arrival.consent ? 'contact-without-consent' : age !== undefined && age < 18 ? 'minor-without-guardian' : null;
  if (keep) remarks.push({ field: 'phone', code: keep });
  return {
    name: name.value, nameOther: other?.ok ? other.value : null, birthDate: row.birthDate ?? null, birthYear,
    sex: row.sex ?? null, territory: row.territory ?? null, contacts: keep ? [] : said, remarks,
  };
}

function readContacts(row: PersonRow, { country }: PersonArrival, remarks: PersonRemark[]): ReadContact[] {
  const plain = { owner: null, shared: false, id_kind: null, country: null };
  const contacts: ReadContact[] = [];
  const phone = row.phone ? readPhone(row.phone, country) : undefined;
  const owner = row.phoneOwner ?? 'household';
  if (phone) contacts.push({ ...plain, kind: 'phone', value: phone, owner, shared: owner !== 'self' });
  else if (row.phone) remarks.push({ field: 'phone', code: 'phone-not-readable', values: { value: row.phone.slice(0, 30) } });
  if (row.address) contacts.push({ ...plain, kind: 'address', value: row.address.slice(0, 300) });
  if (row.birthDate) contacts.push({ ...plain, kind: 'birth-date', value: row.birthDate });
  const kind = row.idKind ?? usualIdKind[country];
  const id = row.idNumber && kind ? checkIdNumber({ country, kind, typed: row.idNumber }) : null;
  if (id?.ok && kind && !isNoPaper(kind)) contacts.push({ ...plain, kind: 'id-number', value: id.value, id_kind: kind, country });
  else if (row.idNumber) remarks.push({ field: 'id_number', code: 'id-not-readable' });
  return contacts;
}

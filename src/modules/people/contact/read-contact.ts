import type { Asking } from '#core/action.ts';
import { checkIdNumber, type IdKind, isNoPaper } from '#core/text/id-number.ts';
import { hubCard } from '#modules/network/public.ts';
import type { PeopleTables } from '../people.ts';
import type { PersonContactTable } from './contact-tables.ts';
import { readPhone } from './phone-number.ts';

/** Reasons for which a phone, an ID number or an address is not taken. */
export const contactRefusals = [
  'phone-not-readable', 'phone-owner-missing', 'email-owner-missing', 'id-kind-missing', 'id-number-missing', 'id-number-malformed',
  'id-number-of-another-country', 'id-number-not-expected', 'id-kind-of-another-country',
] as const;

interface Given {
  readonly phone?: string | undefined;
  readonly phone_owner?: NonNullable<PersonContactTable['owner']> | undefined;
  readonly phone_shared: boolean;
  readonly email?: string | undefined;
  readonly email_owner?: NonNullable<PersonContactTable['owner']> | undefined;
  readonly email_shared?: boolean | undefined;
  readonly address?: string | undefined;
  readonly birth_date?: string | undefined;
  readonly id_kind?: IdKind | undefined;
  readonly id_number?: string | undefined;
  readonly id_seen?: boolean | undefined;
}

/** A value ready to be sealed: in its plain form, with what may stand beside it unsealed. */
export interface ReadContact extends Pick<PersonContactTable, 'kind' | 'owner' | 'id_kind' | 'country'> {
  readonly value: string;
  readonly shared: boolean;
  /** The paper was seen and the number read on it. */
  readonly seen?: boolean;
}

/** Checks contact and identity as the country of the hub writes them. Nothing is required; what is given must be right. */
export async function readContacts(asking: Asking<PeopleTables>, given: Given): Promise<ReadContact[]> {
  const plain = { owner: null, shared: false, id_kind: null, country: null };
  const country = (await hubCard(asking.tx, asking.hub))?.country ?? asking.absent();
  const id = readId(asking, country, given);
  return [
    ...(given.phone ? [{ ...plain, kind: 'phone' as const, ...readOwnedPhone(asking, country, given) }] : []),
    ...(given.email ? [{ ...plain, kind: 'email' as const, ...readOwnedEmail(asking, given) }] : []),
    ...(given.address ? [{ ...plain, kind: 'address' as const, value: given.address }] : []),
    ...(given.birth_date ? [{ ...plain, kind: 'birth-date' as const, value: given.birth_date }] : []),
    ...(id ? [{ ...plain, kind: 'id-number' as const, ...id, country }] : []),
  ];
}

function readOwnedPhone(asking: Asking<PeopleTables>, country: string, { phone, phone_owner, phone_shared }: Given) {
  const value = readPhone(phone!, country) ?? asking.refuse('phone-not-readable', {}, 'phone');
  // Rule 2: a phone belongs to a household; who picks it up is asked, never assumed.
  const owner = phone_owner ?? asking.refuse('phone-owner-missing', {}, 'phone_owner');
  return { value, owner, shared: phone_shared || owner !== 'self' };
}

function readOwnedEmail(asking: Asking<PeopleTables>, { email, email_owner, email_shared = false }: Given) {
  const owner = email_owner ?? asking.refuse('email-owner-missing', {}, 'email_owner');
  return { value: email!, owner, shared: email_shared || owner !== 'self' };
}

/** A paper with its number; "none" and "not shown" are kept as answers, sealed like a number. */
function readId(asking: Asking<PeopleTables>, country: string, { id_kind, id_number, id_seen }: Given) {
  if (!id_kind) return id_number ? asking.refuse('id-kind-missing', {}, 'id_kind') : undefined;
  const read = checkIdNumber({ country, kind: id_kind, typed: id_number ?? '' });
  if (!read.ok) return asking.refuse(read.code, read.params, read.code === 'id-kind-of-another-country' ? 'id_kind' : 'id_number');
  return isNoPaper(id_kind) ? { value: id_kind, id_kind } : { value: read.value, id_kind, seen: id_seen ?? false };
}

/** The kinds that leave a fingerprint; an address is written in too many ways to be compared, a mailbox is no sign of a double. */
export const isMarked = (contact: ReadContact): contact is ReadContact & { kind: 'phone' | 'birth-date' | 'id-number' } =>
  contact.kind !== 'address' && contact.kind !== 'email' && !isAnswerOnly(contact);

/** Nothing but the answer that she has no paper or showed none: without her yes to keeping data it is heard and not kept. */
export const isAnswerOnly = ({ id_kind }: Pick<ReadContact, 'id_kind'>): boolean => id_kind !== null && isNoPaper(id_kind);


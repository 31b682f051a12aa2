import type { Asking } from '#core/action.ts';
import { type IdKind, isForLife } from '#core/text/id-number.ts';

/** A value of identity or contact in its plain, comparable form. */
export interface ContactValue {
  readonly kind: 'phone' | 'id-number' | 'birth-date';
  readonly value: string;
}

/** The keyed fingerprint by which two equal values meet without being opened. */
export const markOf = (blind: Asking<unknown>['blind'], { kind, value }: ContactValue): Buffer => blind(`contact-${kind}`, value);

/** Of what a fingerprint is. A number for life (`id-number`) tells two persons apart where it differs; another paper does not. */
export type MarkKind = 'phone' | 'email' | 'id-number' | 'other-paper' | 'birth-date';

/** Of what the fingerprint of this value is. */
export const markKindOf = (contact: { readonly kind: 'phone' | 'id-number' | 'birth-date'; readonly id_kind: IdKind | null }): MarkKind =>
  contact.kind === 'id-number' && !(contact.id_kind && isForLife(contact.id_kind)) ? 'other-paper' : contact.kind;

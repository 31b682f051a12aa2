import type { Asking } from '#core/action.ts';

/** A value of identity or contact in its plain, comparable form. */
export interface ContactValue {
  readonly kind: 'phone' | 'id-number' | 'birth-date';
  readonly value: string;
}

/** The keyed fingerprint by which two equal values meet without being opened. */
export const markOf = (blind: Asking<unknown>['blind'], { kind, value }: ContactValue): Buffer => blind(`contact-${kind}`, value);

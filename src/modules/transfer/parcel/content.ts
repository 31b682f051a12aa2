import type { OpenPlan } from '#modules/accompaniment/public.ts';
import type { MovedDocument } from '#modules/documents/public.ts';
import type { MovedContact, PersonCard, SharedField } from '#modules/people/public.ts';
import type { MoveKind } from '../codes.ts';

/** What is written in a parcel: only what she agreed to, and which pieces hold her documents. */
export interface ParcelContent {
  readonly kind: MoveKind;
  readonly fields: readonly SharedField[];
  readonly card: Omit<PersonCard, 'id'>;
  /** Written with her for the receiving hub. */
  readonly summary: string | null;
  readonly contacts: readonly MovedContact[];
  readonly plans: readonly OpenPlan[];
  readonly documents: readonly (MovedDocument & { readonly n: number; readonly bytes: number })[];
}

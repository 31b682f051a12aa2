import type { SharedField } from '#modules/people/public.ts';

/** She moves there with her open files; or she goes there for one thing and goes on being accompanied here. */
export const moveKinds = ['move', 'referral'] as const;
export type MoveKind = (typeof moveKinds)[number];

/** Why a hub sends a parcel back; nothing of hers is asked. */
export const refusalReasons = ['did_not_come', 'no_place', 'not_our_field', 'she_stays', 'other'] as const;

/** What goes along whenever somebody moves: without it nobody would know who stands at the counter. */
export const alwaysAlong = ['need', 'name', 'birth-year', 'sex', 'territory', 'languages'] as const satisfies readonly SharedField[];
/** What goes along only when she agrees to each. */
export const ifSheAgrees = ['phone', 'plan', 'documents'] as const satisfies readonly SharedField[];

/** How long a parcel waits at most. */
export const waitDays = 7;
export const mostDocuments = 10;
/** Of all documents of one parcel together. */
export const mostParcelBytes = 12 * 1024 ** 2;

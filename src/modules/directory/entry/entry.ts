import type { Multilingual } from '#core/input.ts';
import type { ClientTest } from '../eligibility/client-test.ts';

/** A name in several languages with the status of each: written first, translated by a person, or by a machine. */
export type TextStatus = Readonly<Record<string, string>>;

/** What everyone may know of a service in one look. Dates are moments; `waitingDays` is in days. */
export interface ServiceCard {
  readonly id: string;
  readonly version: number;
  /** The hub that keeps the entry true. */
  readonly hub: string;
  /** The body that gives it. */
  readonly organization: string;
  readonly names: Multilingual;
  readonly descriptions: Multilingual;
  readonly textStatus: TextStatus;
  /** Kinds of service (LEG, FIN …), the main one first. */
  readonly types: readonly string[];
  readonly modes: readonly string[];
  /** Empty means any stage. */
  readonly stages: readonly string[];
  readonly languages: readonly string[];
  /** Territories covered; empty means wherever its places are. */
  readonly areas: readonly string[];
  readonly status: string;
  readonly listed: boolean;
  /** Its name alone would tell too much on a paper that somebody else may find: slips and their status never name it. */
  readonly delicate: boolean;
  readonly url: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly childcare: boolean;
  readonly transportHelp: boolean;
  readonly capacityPlaces: number | null;
  readonly freePlaces: number | null;
  readonly waitingDays: number | null;
  readonly capacityAt: Date | null;
  readonly verifiedAt: Date;
  /** The last check or the last person served, whichever is later. */
  readonly freshAt: Date;
  readonly stale: boolean;
  readonly bornOf: Multilingual;
  readonly bornOfReference: string | null;
  readonly updatedAt: Date;
}

export interface Place {
  /** Id of the service at this place. */
  readonly id: string;
  readonly location: string;
  readonly names: Multilingual;
  readonly kind: string;
  readonly address: Multilingual;
  readonly locality: string | null;
  readonly postalCode: string | null;
  readonly territory: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly url: string | null;
  readonly accessibility: readonly string[];
}

export interface Opening {
  readonly id: string;
  readonly location: string | null;
  readonly season: 'ordinary' | 'ramadan';
  /** ISO day: 1 Monday to 7 Sunday. */
  readonly weekday: number;
  /** "09:00", the hub's own time. */
  readonly opens: string;
  readonly closes: string;
  readonly byAppointment: boolean;
}

export interface Cost {
  readonly id: string;
  /** In the currency's smallest unit; 0 is free. */
  readonly amountMinor: number;
  readonly currency: string;
  readonly names: Multilingual;
}

export interface NamedItem {
  readonly id: string;
  readonly names: Multilingual;
}

/** A service with everything that hangs on it, as orientation, pages and HSDS need it. */
export interface ServiceEntry extends ServiceCard {
  readonly rules: readonly ClientTest[];
  /** Groups that come first where places are few; they never shut anyone out (rule 7). */
  readonly priorities: readonly (ClientTest & { readonly weight: number })[];
  readonly places: readonly Place[];
  readonly openings: readonly Opening[];
  readonly documents: readonly NamedItem[];
  readonly costs: readonly Cost[];
  readonly mayLose: readonly (NamedItem & { readonly kind: string })[];
  readonly audio: readonly { readonly id: string; readonly variety: string; readonly hub: string }[];
  /** How its users assessed it: how many, and their mean face from 1 to 5. */
  readonly assessed: { readonly count: number; readonly mean: number | null };
  /** Persons and organizations served so far, as told by the desks. */
  readonly served: number;
}

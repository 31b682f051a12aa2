import type { Multilingual } from '#core/input.ts';
import type { TakenOrganization } from '#modules/network/public.ts';

/** A body as another directory or a table names it. */
export type ForeignOrganization = TakenOrganization;

/** A place as another directory names it, with the link that says a service is given there. */
export interface ForeignPlace {
  readonly id: string;
  readonly sourceId: string | null;
  readonly linkId: string;
  readonly linkSourceId: string | null;
  readonly names: Multilingual;
  readonly kind: string;
  readonly address: Multilingual;
  readonly locality: string | null;
  readonly postalCode: string | null;
  readonly territory: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly url: string | null;
  readonly source: Record<string, unknown> | null;
  readonly linkSource: Record<string, unknown> | null;
}

/** A service as another directory or a table tells it, in our own terms, with the record it came as. */
export interface ForeignService {
  readonly id: string;
  readonly sourceId: string | null;
  readonly organization: ForeignOrganization;
  readonly names: Multilingual;
  readonly descriptions: Multilingual;
  readonly types: readonly string[];
  readonly modes: readonly string[];
  readonly stages: readonly string[];
  readonly languages: readonly string[];
  readonly areas: readonly string[];
  readonly status: string;
  readonly listed: boolean;
  readonly url: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly childcare: boolean;
  readonly transportHelp: boolean;
  readonly capacityPlaces: number | null;
  readonly freePlaces: number | null;
  readonly waitingDays: number | null;
  /** When the publisher last said it was right; null: today. */
  readonly verifiedAt: string | null;
  readonly places: readonly ForeignPlace[];
  readonly openings: readonly { readonly weekday: number; readonly opens: string; readonly closes: string }[];
  readonly documents: readonly Multilingual[];
  readonly costs: readonly { readonly amountMinor: number; readonly currency: string; readonly names: Multilingual }[];
  readonly ages: { readonly lowest: number | null; readonly highest: number | null } | null;
  /** The HSDS record it came as; null for a row of a table. */
  readonly source: Record<string, unknown> | null;
}

import type { Asking } from '#core/action.ts';
import type { Multilingual } from '#core/input.ts';
import type { NetworkTables } from '../network.ts';
import type { AgreementState } from './agreement-state.ts';
import { readAgreements } from './read-agreements.ts';

/** Where an agreement stands today, between whom, and until which day. */
export interface AgreementStanding {
  readonly id: string;
  readonly titles: Multilingual;
  readonly parties: readonly string[];
  /** The hub that keeps it; null: the whole network. */
  readonly hub: string | null;
  readonly state: AgreementState;
  /** Last day, included (YYYY-MM-DD). */
  readonly until: string;
}

/** The agreements the reader may see, or one of them, with where each stands today by the calendar of its hub. */
// biome-ignore lint/suspicious/noExplicitAny: public functions take any module's transaction.
export async function agreementsStanding(asking: Asking<any>, only?: string): Promise<AgreementStanding[]> {
  const read = await readAgreements(asking as Asking<NetworkTables>, only);
  return read.map(({ id, hub, parties, state, shown }) => ({ id, hub, parties, state, titles: shown.titles, until: shown.validUntil }));
}

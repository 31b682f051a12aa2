import type { Doing } from '#core/action.ts';
import type { Multilingual } from '#core/input.ts';
import { dayHere } from '../hub/day-here.ts';
import type { NetworkTables } from '../network.ts';

/** A wording as typed. */
export interface Wording {
  readonly titles: Multilingual;
  readonly terms: Multilingual;
  readonly parties: readonly string[];
  readonly opens: readonly string[];
  readonly valid_from: string;
  readonly valid_until: string;
}

/** The codes `checkWording` may refuse with. */
export const wordingRefusals = ['parties-too-few', 'ends-before-start', 'already-over'] as const;

/** Checks a wording: two parties or more whom the writer can see, an end after the start and not yet past. */
export async function checkWording(doing: Doing<NetworkTables>, wording: Wording): Promise<string[]> {
  const { tx, network, refuse, absent } = doing;
  const parties = [...new Set(wording.parties)];
  if (parties.length < 2) refuse('parties-too-few', {}, 'parties');
  if (wording.valid_until < wording.valid_from) refuse('ends-before-start', {}, 'valid_until');
  if (wording.valid_until < (await dayHere(doing))) refuse('already-over', {}, 'valid_until');
  const known = await tx.selectFrom('network.organization').select('id').where('network_id', '=', network).where('id', 'in', parties).execute();
  if (known.length < parties.length) absent();
  return parties;
}

interface Place { readonly agreement: string; readonly version: number; readonly hub: string | null }

/** Writes one version as a draft with its parties, none of whom has approved or signed it yet. */
export async function writeVersion({ tx, network, now, actor }: Doing<NetworkTables>, { agreement, version, hub }: Place, wording: Wording, parties: string[]): Promise<void> {
  await tx
    .insertInto('network.agreement_version')
    .values({
      network_id: network, agreement_id: agreement, version, hub_id: hub, organization_ids: parties, titles: wording.titles, terms: wording.terms,
      opens: [...wording.opens], valid_from: wording.valid_from, valid_until: wording.valid_until, signed_at: null, made_at: now, made_by: actor.account,
    })
    .execute();
  await tx
    .insertInto('network.agreement_party')
    .values(parties.map((organization) => ({
      network_id: network, agreement_id: agreement, version, organization_id: organization, hub_id: hub,
      approved_at: null, signed_on: null, signed_recorded_at: null, signed_name: null, recorded_by: null,
    })))
    .execute();
}

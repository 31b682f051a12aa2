import type { Asking } from '#core/action.ts';
import { dayHere, hubCard } from '#modules/network/public.ts';
import type { CurrencyTables } from '../currency.ts';
import { basisOf } from '../instrument/legal-basis.ts';
import { isOver, type KnownProgramme } from './known-programme.ts';

/** Why no money may come in, in the order in which it is put right (the Ossetana list, domain.md 3.7). */
export const loadRefusals = ['basis-pending', 'no-rulebook', 'no-budget', 'over-budget', 'over-pledge', 'programme-over'] as const;
export type LoadRefusal = (typeof loadRefusals)[number];

/** What still stands against loading so much more, when so much was approved or loaded before; empty when nothing does. */
export async function whyNotLoad(asking: Asking<CurrencyTables>, programme: KnownProgramme, before: number, more: number): Promise<readonly LoadRefusal[]> {
  const { tx, network, hub } = asking;
  const country = (await hubCard(tx, hub))?.country ?? asking.absent();
  const rulebook = await tx.selectFrom('currency.rulebook').select('id').where('network_id', '=', network).where('instrument_id', '=', programme.instrument_id).where('in_force_on', '<=', await dayHere(asking)).limit(1).executeTakeFirst();
  const budget = await tx.selectFrom('currency.budget').select('aid_minor').where('network_id', '=', network).where('programme_id', '=', programme.id).orderBy('version', 'desc').limit(1).executeTakeFirst();
  const against: Record<LoadRefusal, boolean> = {
    'basis-pending': !(await basisOf(asking, programme.instrument_id, country)), 'no-rulebook': !rulebook, 'no-budget': !budget, 'over-budget': budget !== undefined && before + more > Number(budget.aid_minor),
    'over-pledge': before + more > programme.pledged, 'programme-over': await isOver(asking, programme),
  };
  return loadRefusals.filter((code) => against[code]);
}

/** What was approved for a programme so far, taken in or not. */
export async function approvedSoFar({ tx, network }: Pick<Asking<CurrencyTables>, 'tx' | 'network'>, programme: string, but?: string): Promise<number> {
  const rows = await tx.selectFrom('currency.load').select(['id', 'amount_minor']).where('network_id', '=', network).where('programme_id', '=', programme).execute();
  return rows.reduce((sum, { id, amount_minor }) => (id === but ? sum : sum + Number(amount_minor)), 0);
}

import type { Asking } from '#core/action.ts';
import { accountNames } from '#modules/network/public.ts';
import type { IncubationTables } from '../incubation.ts';
import type { MentorReason } from '../path/venture-codes.ts';

/** A mentor as proposed: why she fits, and how many she accompanies of those she takes. */
export interface FittingMentor {
  readonly id: string;
  readonly name: string | null;
  readonly reasons: readonly MentorReason[];
  readonly taken: number;
  readonly most: number;
  readonly sectors: readonly string[];
  readonly languages: readonly string[];
}

/** The mentors of the hub for one application, those who fit best first; who is full comes last and cannot be chosen. */
export async function fittingMentors(asking: Pick<Asking<IncubationTables>, 'tx' | 'network' | 'hub'>, application: string | null): Promise<readonly FittingMentor[]> {
  const { tx, network, hub } = asking;
  const mentors = await tx.selectFrom('incubation.mentor').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('left_at', 'is', null).orderBy('from_at').execute();
  const loads = await tx.selectFrom('incubation.mentoring').select(['mentor_id', ({ fn }) => fn.countAll<string>().as('count')])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('state', 'in', ['proposed', 'accepted']).groupBy('mentor_id').execute();
  const venture = application === null ? undefined : await tx.selectFrom('incubation.venture').select(['sector', 'territory_code']).where('network_id', '=', network).where('application_id', '=', application).executeTakeFirst();
  const names = await accountNames(tx, mentors.flatMap(({ account_id }) => account_id ?? []));
  return mentors.map((mentor) => {
    const taken = Number(loads.find(({ mentor_id }) => mentor_id === mentor.id)?.count ?? 0);
    const reasons: MentorReason[] = [
      ...(venture && mentor.sectors.includes(venture.sector) ? (['same_sector'] as const) : []),
      ...(venture?.territory_code && mentor.territory_code && sameRegion(venture.territory_code, mentor.territory_code) ? (['same_place'] as const) : []),
      ...(taken < mentor.most ? (['room_left'] as const) : []),
    ];
    return { id: mentor.id, name: mentor.name ?? names.get(mentor.account_id ?? '') ?? null, reasons, taken, most: mentor.most, sectors: mentor.sectors, languages: mentor.languages };
  }).sort((a, b) => Number(b.taken < b.most) - Number(a.taken < a.most) || b.reasons.length - a.reasons.length || a.taken / a.most - b.taken / b.most);
}

/** One place lies within the other: TN-43-02 and TN-43. */
const sameRegion = (one: string, other: string): boolean => one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`);

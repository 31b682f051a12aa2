import type { Doing } from '#core/action.ts';
import { peopleByIds, personGroup } from '#modules/people/public.ts';
import type { SessionRow } from '../session/known-session.ts';
import type { TrainingTables } from '../training.ts';
import type { Asker } from './rank-askers.ts';

interface Asked {
  readonly id: string;
  readonly person_id: string | null;
  readonly part: string;
  readonly asked_at: Date;
}

/** What is weighed of these requests. Whoever has a certificate of the same topic counts as trained, under whichever of her files. */
export async function askersOf({ tx, network }: Doing<TrainingTables>, { topic, priority }: SessionRow, asked: readonly Asked[]): Promise<readonly Asker[]> {
  const persons = asked.flatMap(({ person_id }) => person_id ?? []);
  const cards = await peopleByIds(tx, persons);
  const trained = new Set<string>();
  for (const person of priority.includes('not_yet_trained') ? persons : []) {
    const before = await tx.selectFrom('training.certificate as paper')
      .innerJoin('training.seat as seat', (join) => join.onRef('seat.network_id', '=', 'paper.network_id').onRef('seat.id', '=', 'paper.seat_id'))
      .innerJoin('training.session as session', (join) => join.onRef('session.network_id', '=', 'paper.network_id').onRef('session.id', '=', 'paper.session_id'))
      .select('paper.id').where('paper.network_id', '=', network).where('session.topic', '=', topic).where('seat.person_id', 'in', [...(await personGroup(tx, person))]).executeTakeFirst();
    if (before) trained.add(person);
  }
  return asked.map(({ id, person_id, part, asked_at }) => {
    const card = person_id ? cards.get(person_id) : undefined;
    return { seat: id, askedAt: asked_at, sex: card?.sex ?? null, birthYear: card?.birthYear ?? null, lead: part === 'lead', notYetTrained: person_id !== null && !trained.has(person_id) };
  });
}

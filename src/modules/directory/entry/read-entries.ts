import type { ServiceEntry } from './entry.ts';
import { groupedBy } from './grouped-by.ts';
import { ofServices } from './of-services.ts';
import { type Reading, readCards } from './read-cards.ts';
import { audioOf } from '../record-audio/audio-of.ts';
import { testOf } from '../eligibility/test-of.ts';
import { readOpenings } from './read-openings.ts';
import { readPlaces } from './read-places.ts';
import { readUses } from './read-uses.ts';

/** The services named with everything that hangs on them, in the order asked. One query a list, whatever their number. */
export async function readEntries(reading: Reading, ids: readonly string[]): Promise<readonly ServiceEntry[]> {
  if (ids.length === 0) return [];
  // All asked at once: the connection sends them in one go and none waits for the answer of another.
  const uses = readUses(reading, ids);
  const [cards, lists, places, openings, used] = await Promise.all([
    readCards(reading, ids, uses), readLists(reading, ids), readPlaces(reading, ids), readOpenings(reading, ids), uses,
  ]);
  return cards.map((card) => {
    const of = <Row>(rows: ReadonlyMap<string, readonly Row[]>): readonly Row[] => rows.get(card.id) ?? [];
    return {
      ...card,
      rules: of(lists.rules).map(testOf),
      priorities: of(lists.priorities).map((row) => ({ ...testOf(row), weight: row.weight })),
      places: of(places),
      openings: of(openings),
      documents: of(lists.documents).map(({ id, names }) => ({ id, names })),
      costs: of(lists.costs).map(({ id, amount_minor, currency, names }) => ({ id, amountMinor: Number(amount_minor), currency, names })),
      mayLose: of(lists.mayLose).map(({ id, kind, names }) => ({ id, kind, names })),
      audio: of(lists.audio),
      assessed: { count: used.get(card.id)?.assessments ?? 0, mean: used.get(card.id)?.meanFace ?? null },
      served: used.get(card.id)?.served ?? 0,
    };
  });
}

async function readLists({ tx, network }: Reading, ids: readonly string[]) {
  const [rules, priorities, documents, costs, mayLose, audio] = await Promise.all([
    tx.selectFrom('directory.eligibility_rule').selectAll().where('network_id', '=', network).where(ofServices(ids)).orderBy('position').execute(),
    tx.selectFrom('directory.priority_group').selectAll().where('network_id', '=', network).where(ofServices(ids)).orderBy('position').execute(),
    tx.selectFrom('directory.required_document').selectAll().where('network_id', '=', network).where(ofServices(ids)).orderBy('position').execute(),
    tx.selectFrom('directory.cost_option').selectAll().where('network_id', '=', network).where(ofServices(ids)).orderBy('position').execute(),
    tx.selectFrom('directory.may_lose').selectAll().where('network_id', '=', network).where(ofServices(ids)).orderBy('position').execute(),
    audioOf({ tx, network }, 'service', ids),
  ]);
  return {
    rules: groupedBy(rules, (row) => row.service_id),
    priorities: groupedBy(priorities, (row) => row.service_id),
    documents: groupedBy(documents, (row) => row.service_id),
    costs: groupedBy(costs, (row) => row.service_id),
    mayLose: groupedBy(mayLose, (row) => row.service_id),
    audio,
  };
}

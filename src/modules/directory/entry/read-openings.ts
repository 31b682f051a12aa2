import type { Opening } from './entry.ts';
import { groupedBy } from './grouped-by.ts';
import { ofServices } from './of-services.ts';
import type { Reading } from './read-cards.ts';

/** When each of the services named is open, by service: ordinary weeks first, then Ramadan, Monday first. */
export async function readOpenings({ tx, network }: Reading, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Opening[]>> {
  const rows = await tx
    .selectFrom('directory.schedule')
    .selectAll()
    .where('network_id', '=', network)
    .where(ofServices(ids))
    .orderBy('season')
    .orderBy('weekday')
    .orderBy('opens')
    .execute();
  const openings = groupedBy(rows, (row) => row.service_id);
  return new Map(
    [...openings].map(([service, list]) => [
      service,
      list.map((row) => ({
        id: row.id,
        location: row.location_id,
        season: row.season as Opening['season'],
        weekday: row.weekday,
        opens: row.opens.slice(0, 5),
        closes: row.closes.slice(0, 5),
        byAppointment: row.by_appointment,
      })),
    ]),
  );
}

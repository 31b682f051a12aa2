import type { Asking } from '#core/action.ts';
import type { DirectoryTables } from '../directory.ts';
import { namesOfPlaces, providersOf } from '../around.ts';
import { indexService } from '../search/index-service.ts';
import { readEntries } from './read-entries.ts';

/** Writes anew the words a service is found by, from the entry as it now stands in this transaction. */
export async function indexEntry(asking: Asking<DirectoryTables>, service: string): Promise<void> {
  const [entry] = await readEntries(asking, [service]);
  if (!entry) return;
  const providers = await providersOf(asking, [entry.organization]);
  const codes = [...entry.areas, ...entry.places.flatMap(({ territory }) => territory ?? [])];
  const territories = await namesOfPlaces(asking, codes);
  await indexService(
    asking.tx,
    { network: asking.network, hub: entry.hub, service },
    {
      names: entry.names,
      descriptions: entry.descriptions,
      types: entry.types,
      provider: providers.get(entry.organization)?.names ?? {},
      places: [...territories.values(), ...entry.places.map(({ names, locality }) => ({ ...names, it: locality ?? undefined }))],
    },
  );
}

import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { id } from '#core/input.ts';
import { dayHere, type HubCard, hubCard } from '#modules/network/public.ts';
import { namesOfPlaces, providersOf } from '../around.ts';
import { type DirectoryTables, query } from '../directory.ts';
import { readEntries } from '../entry/read-entries.ts';

const input = z.strictObject({ service: id() });

/** One service with all that hangs on it, its provider, the hub that keeps its entry and the names of its territories. */
async function sheetOf(asking: Asking<DirectoryTables>, service: string, listedOnly: boolean) {
  const [entry] = await readEntries(asking, [service]);
  if (!entry || (listedOnly && (!entry.listed || entry.status === 'defunct'))) return asking.absent();
  const provider = (await providersOf(asking, [entry.organization])).get(entry.organization) ?? null;
  if (listedOnly && provider?.leftOn && provider.leftOn <= (await dayHere(asking))) return asking.absent();
  const codes = [entry.areas, entry.places.flatMap(({ territory }) => territory ?? []), testedPlaces(entry)].flat();
  const hub: HubCard | null = (await hubCard(asking.tx, entry.hub)) ?? null;
  return { entry, provider, hub, territories: Object.fromEntries(await namesOfPlaces(asking, codes)) };
}

const testedPlaces = ({ rules, priorities }: { rules: readonly Test[]; priorities: readonly Test[] }): string[] =>
  [...rules, ...priorities].flatMap(({ field, codes }) => (field === 'territory' ? codes : []));

interface Test { readonly field: string; readonly codes: readonly string[] }

/** What the sheet of a service shows. */
export type ServiceSheet = Awaited<ReturnType<typeof sheetOf>>;

/** One listed service as anyone may read it; NotFound for one that is not listed, withdrawn or whose provider left. */
export const servicePage = query({
  name: 'service-page',
  says: 'Read about one service',
  input,
  run: (asking, { service }) => sheetOf(asking, service, true),
});

/** One service as staff read it, listed or not. */
export const serviceSheet = query({
  name: 'service-sheet',
  says: 'Read the whole entry of a service',
  input,
  run: (asking, { service }) => sheetOf(asking, service, false),
});

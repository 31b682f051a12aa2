import type { Tx } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import type { DirectoryTables } from '../directory.ts';
import { written } from './row-of-typed.ts';
import type { TypedService } from './service.input.ts';

/** Where a list hangs: the service, the hub that keeps it, the network. */
export interface Hanging {
  readonly network: string;
  readonly hub: string;
  readonly service: string;
}

/** The key columns of the `position`-th row of a list. */
export const placed = ({ network, hub, service }: Hanging, position: number) => ({
  network_id: network, id: newId(), service_id: service, hub_id: hub, position,
});

/** Writes anew the papers to bring, the prices and what may be lost. */
export async function writeLists(tx: Tx<DirectoryTables>, hanging: Hanging, typed: TypedService): Promise<void> {
  for (const table of ['directory.required_document', 'directory.cost_option', 'directory.may_lose'] as const) {
    await tx.deleteFrom(table).where('network_id', '=', hanging.network).where('service_id', '=', hanging.service).execute();
  }
  const documents = typed.documents.map((names, at) => ({ ...placed(hanging, at), names: written(names) }));
  if (documents.length) await tx.insertInto('directory.required_document').values(documents).execute();
  const costs = typed.costs.map(({ amountMinor, currency, names }, at) => ({
    ...placed(hanging, at), amount_minor: BigInt(amountMinor), currency, names: written(names),
  }));
  if (costs.length) await tx.insertInto('directory.cost_option').values(costs).execute();
  const losses = typed.mayLose.map(({ kind, names }, at) => ({ ...placed(hanging, at), kind, names: written(names) }));
  if (losses.length) await tx.insertInto('directory.may_lose').values(losses).execute();
}

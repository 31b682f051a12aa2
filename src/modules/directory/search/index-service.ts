import type { Tx } from '#core/db/transaction.ts';
import type { DirectoryTables } from '../directory.ts';
import { indexServices } from './index-services.ts';
import type { Findable } from './terms-of-service.ts';

/** Writes anew the words one service is found by. `hub` is the hub that keeps its entry. */
export const indexService = (
  tx: Tx<DirectoryTables>,
  { network, hub, service }: { readonly network: string; readonly hub: string; readonly service: string },
  findable: Findable,
): Promise<void> => indexServices(tx, network, [{ service, hub, findable }]);

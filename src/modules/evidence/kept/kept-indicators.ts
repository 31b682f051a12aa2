import { type AnyTx, within } from '#core/db/transaction.ts';
import type { Multilingual } from '#core/input.ts';
import type { EvidenceTables } from '../evidence.ts';
import type { Cut } from '../reading/cut.ts';
import type { Period } from '../reading/period.ts';
import type { Definition, Reached, Source } from './definition.ts';

/** Every version of the indicators this reader may see, of one when it is named, oldest version first. The columns are those that the login which counts may read too. */
export async function keptIndicators(tx: AnyTx, network: string, indicator?: string): Promise<KeptIndicator[]> {
  const rows = await within<EvidenceTables>(tx)
    .selectFrom('evidence.indicator as one')
    .innerJoin('evidence.indicator_version as v', (join) => join.onRef('v.network_id', '=', 'one.network_id').onRef('v.indicator_id', '=', 'one.id'))
    .select([
      'one.id', 'one.code', 'one.hub_id as hub', 'one.set_code as set', 'v.version', 'v.names', 'v.about', 'v.unit', 'v.counted', 'v.reach', 'v.source', 'v.events', 'v.conditions',
      'v.proofs', 'v.cuts', 'v.said_by as saidBy', 'v.quoted', 'v.since', 'v.until', 'v.reason',
    ])
    .where('one.network_id', '=', network).$if(indicator !== undefined, (q) => q.where('one.id', '=', indicator!))
    .orderBy('one.set_code').orderBy('one.code').orderBy('one.id').orderBy('v.version').execute();
  const found = new Map<string, KeptIndicator>();
  for (const { id, code, hub, set, ...version } of rows) {
    const one = found.get(id);
    found.set(id, { id, code, hub, set, versions: [...(one?.versions ?? []), version] });
  }
  return [...found.values()];
}

/** One version of what an indicator counts. */
export interface KeptVersion extends Definition {
  readonly version: number;
  readonly names: Multilingual;
  readonly about: Multilingual;
  readonly reach: Reached;
  readonly source: Source;
  readonly cuts: readonly Cut[];
  readonly saidBy: string;
  readonly quoted: string | null;
  /** First day, ISO. */
  readonly since: string;
  readonly until: string | null;
  readonly reason: string | null;
}

/** An indicator with all its versions. */
export interface KeptIndicator {
  readonly id: string;
  readonly code: string;
  /** The hub that made it for itself; null: the network's. */
  readonly hub: string | null;
  readonly set: string | null;
  readonly versions: readonly KeptVersion[];
}

/** The newest version, which a change follows. */
export const newestVersion = ({ versions }: KeptIndicator): KeptVersion => versions.at(-1)!;

/** The version in force on the last day of a period; nothing before the first and after the end of the last. */
export function versionInForce(versions: readonly KeptVersion[], { from, to }: Period): KeptVersion | undefined {
  const found = versions.filter(({ since }) => since.slice(0, 7) <= to).at(-1);
  return found && (found.until === null || found.until >= `${from}-01`) ? found : undefined;
}

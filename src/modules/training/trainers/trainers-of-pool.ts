import { type AnyTx, within } from '#core/db/transaction.ts';
import type { Multilingual } from '#core/input.ts';
import { accountNames, organizationsByIds } from '#modules/network/public.ts';
import type { Topic } from '../codes.ts';
import type { TrainingTables } from '../training.ts';

/** A trainer as lists show her. */
export interface TrainerCard {
  readonly id: string;
  readonly hub: string;
  readonly account: string | null;
  readonly name: string;
  /** The body that sends her, by language. */
  readonly organization: Multilingual | null;
  readonly topics: readonly Topic[];
  readonly languages: readonly string[];
  readonly preparedOn: string | null;
}

/** The trainers of every pool of the network, by name; with `only`, these, also those who left. */
export async function trainersOfPool(tx: AnyTx, network: string, only?: readonly string[]): Promise<readonly TrainerCard[]> {
  if (only?.length === 0) return [];
  let rows = within<TrainingTables>(tx).selectFrom('training.trainer').selectAll().where('network_id', '=', network);
  rows = only ? rows.where('id', 'in', [...only]) : rows.where('left_at', 'is', null);
  const found = await rows.limit(500).execute();
  const names = await accountNames(tx, found.flatMap(({ account_id }) => account_id ?? []));
  const bodies = new Map((await organizationsByIds(tx, found.flatMap(({ organization_id }) => organization_id ?? []))).map((body) => [body.id, body]));
  return found.map((row) => ({
    id: row.id, hub: row.hub_id, account: row.account_id, name: row.name ?? names.get(row.account_id ?? '') ?? '—', organization: bodies.get(row.organization_id ?? '')?.names ?? null,
    topics: row.topics, languages: row.languages, preparedOn: row.prepared_on,
  })).sort((a, b) => a.name.localeCompare(b.name));
}

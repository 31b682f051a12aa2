import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../confidential.ts';
import { openIn } from '../file-seal.ts';
import { openedFile } from '../held-file.ts';

/** Somebody whom she keeps out, as she named them. */
export interface KeptOut {
  readonly id: string;
  readonly named: string;
  readonly tie: string | null;
  readonly colleague: boolean;
  readonly since: Date;
}

/** Whom she keeps out of this file, and the colleagues of the hub she may point to. */
export const keptOut = query({
  name: 'kept-out',
  says: 'Shows who must never learn of a protected file.',
  input: z.strictObject({ file: id() }),
  run: async (asking, { file }) => {
    const { tx, network, actor } = asking;
    const { row, access } = await openedFile(asking, file);
    const rows = await tx.selectFrom('confidential.exclusion').select(['id', 'hub_id', 'label', 'account_id', 'since'])
      .where('network_id', '=', network).where('file_id', '=', file).where('ended_at', 'is', null).orderBy('since').execute();
    const kept = await Promise.all(rows.map(async (each): Promise<KeptOut> => ({
      id: each.id, colleague: each.account_id !== null, since: each.since,
      ...(await openIn<{ named: string; tie: string | null }>(asking, { table: 'exclusion', column: 'label', row: each.id, file, hub: each.hub_id }, each.label)),
    })));
    const staff = await tx.selectFrom('confidential.staff').select(['account_id as account', 'name']).distinct()
      .where('network_id', '=', network).where('closed_at', 'is', null)
      .where((on) => on.or([on('hub_id', '=', row.hub_id), on('hub_id', 'is', null)])).orderBy('name').limit(500).execute();
    const already = new Set(rows.map(({ account_id }) => account_id));
    return { code: row.code, may: access.may, kept, colleagues: staff.filter(({ account }) => account !== actor.account && !already.has(account)) };
  },
});

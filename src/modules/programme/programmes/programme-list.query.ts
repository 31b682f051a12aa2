import { z } from 'zod';
import { organizationsByIds } from '#modules/network/public.ts';
import { query } from '../programme.ts';

/** Every strategy, programme and project, with what it belongs to and whether its years lie within those of what it belongs to (domain.md 2.2). */
export const programmeList = query({
  name: 'programme-list',
  says: 'The strategies, programmes and projects of the network, as a tree.',
  input: z.strictObject({}),
  run: async ({ tx, network }) => {
    const rows = await tx
      .selectFrom('programme.programme')
      .select(['id', 'level', 'parent_id as parent', 'predecessor_id as predecessor', 'code', 'names', 'state', 'starts_on as startsOn', 'ends_on as endsOn', 'closed_on as closedOn', 'listed', 'sensitive', 'lead_organization_id as leadId'])
      .where('network_id', '=', network).orderBy('starts_on').orderBy('id').execute();
    const leads = new Map((await organizationsByIds(tx, rows.flatMap(({ leadId }) => leadId ?? []))).map(({ id, names }) => [id, names]));
    const byId = new Map(rows.map((row) => [row.id, row]));
    return rows.map(({ leadId, ...row }) => ({ ...row, lead: (leadId && leads.get(leadId)) || null, outside: outsideOf(row, row.parent ? byId.get(row.parent) : undefined) }));
  },
});

interface Years { readonly startsOn: string; readonly endsOn: string | null }

/** Does it begin before, or end after, what it belongs to? Where an end is not set, only the beginning tells. */
export const outsideOf = (part: Years, whole: Years | undefined): boolean =>
  whole !== undefined && (part.startsOn < whole.startsOn || (whole.endsOn !== null && (part.startsOn > whole.endsOn || (part.endsOn ?? part.startsOn) > whole.endsOn)));

export type ProgrammeRow = Awaited<ReturnType<(typeof programmeList)['spec']['run']>>[number];

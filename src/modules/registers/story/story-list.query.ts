import { z } from 'zod';
import { choice, maybe } from '#core/input.ts';
import { organizationsByIds } from '#modules/network/public.ts';
import { programmesByIds } from '#modules/programme/public.ts';
import { changeKinds } from '../codes.ts';
import { query } from '../registers.ts';

/** What bodies tell of the change, newest first; of a story that was withdrawn only that there was one, and why it went. */
export const storyList = query({
  name: 'story-list',
  says: 'Changes as bodies tell them: intended, unintended, political.',
  input: z.strictObject({ kind: maybe(choice(changeKinds)) }),
  run: async ({ tx, network, hub }, { kind }) => {
    const rows = await tx.selectFrom('registers.story')
      .select(['id', 'kind', 'level', 'organization_id', 'names', 'words', 'original', 'on_day as on', 'programme_id', 'territory_code as territory', 'entry_id as entry', 'proof_id as proof', 'withdrawn_why as withdrawnWhy'])
      .where('network_id', '=', network).where('hub_id', '=', hub).$if(kind !== undefined, (q) => q.where('kind', '=', kind!)).orderBy('on_day', 'desc').orderBy('id').limit(1_000).execute();
    const bodies = new Map((await organizationsByIds(tx, rows.map(({ organization_id }) => organization_id))).map(({ id, names }) => [id, names]));
    const programmes = new Map((await programmesByIds(tx, rows.flatMap(({ programme_id }) => programme_id ?? []))).map(({ id, names }) => [id, names]));
    return { stories: rows.map(({ organization_id, programme_id, ...row }) => ({ ...row, body: bodies.get(organization_id) ?? {}, programme: programmes.get(programme_id ?? '') ?? null })) };
  },
});

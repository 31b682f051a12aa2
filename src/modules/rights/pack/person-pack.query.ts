import { z } from 'zod';
import { id } from '#core/input.ts';
import { accountNames, controllersOf, hubCard, organizationsByIds } from '#modules/network/public.ts';
import { personGroup } from '#modules/people/public.ts';
import { readKept } from '../kept/read-kept.ts';
import { query } from '../rights.ts';

const staffColumns = /_by$|^account_id$|^with_account_id$|^by_account$/;

/**
 * Everything this hub keeps of a person who asked for it, was known by two things and whose request a second colleague confirmed: for a
 * day. It is a look at each of her files, counted like any other.
 * It tells nothing of protected files, whether there are any or not. Who helped her is named; another hub answers for what it keeps.
 */
export const personPack = query({
  name: 'person-pack',
  says: 'Shows a person who asked everything this hub keeps of her.',
  input: z.strictObject({ request: id() }),
  login: 'rights',
  run: async (asking, { request }) => {
    const { tx, network, hub, now, absent } = asking;
    const asked = (await tx.selectFrom('rights.request').select(['id', 'person_id', 'asked_at', 'due_on', 'until_at'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', request).where('kind', '=', 'access')
      .where('until_at', '>', now).where('state', 'in', ['open', 'done']).executeTakeFirst()) ?? absent();
    const group = await personGroup(tx, asked.person_id);
    for (const file of group) asking.opens(file, 'rights.request.pack');
    const sections = await readKept(asking, group);
    const ids = (columns: (column: string) => boolean) => [...new Set(sections.flatMap(({ rows }) => rows.flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) => (columns(column) && typeof value === 'string' ? value : [])))))];
    return {
      made_at: now, request, asked_at: asked.asked_at, person: asked.person_id, files: group,
      hub: (await hubCard(tx, hub)) ?? absent(),
      controllers: await controllersOf(tx, hub),
      sections,
      staff: Object.fromEntries(await accountNames(tx, ids((column) => staffColumns.test(column)))),
      bodies: Object.fromEntries((await organizationsByIds(tx, ids((column) => column === 'organization_id' || column === 'recipient_id'))).map(({ id, names }) => [id, names])),
    };
  },
});

export type PersonPack = Awaited<ReturnType<(typeof personPack)['spec']['run']>>;

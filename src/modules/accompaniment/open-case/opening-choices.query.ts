import { z } from 'zod';
import { id, maybe } from '#core/input.ts';
import { visitClient } from '#modules/desk/public.ts';
import { organizationCard } from '#modules/network/public.ts';
import { clientNameOf, personCard } from '#modules/people/public.ts';
import { query } from '../accompaniment.ts';
import { lineColumns, namedFiles } from '../case-list/named-files.ts';
import { caseKinds, isOpen } from '../codes.ts';

/** Before a file is opened: for whom, out of what, which kinds are possible and which are open already. */
export const openingChoices = query({
  name: 'opening-choices',
  says: 'Shows for whom a file is opened, and which are open already.',
  input: z.strictObject({ ticket: maybe(id()), person: maybe(id()), organization: maybe(id()) }),
  run: async (asking, { ticket, person, organization }) => {
    const { tx, network, hub } = asking;
    const visit = ticket ? ((await visitClient(tx, network, ticket)) ?? asking.absent()) : { person: person ?? null, organization: organization ?? null, reached: 'file' as const };
    const known = visit.organization ? await organizationCard(tx, visit.organization) : visit.person ? await personCard(tx, visit.person) : undefined;
    if (!known) return asking.absent();
    const rows = await tx.selectFrom('accompaniment.case_file as file').select(lineColumns)
      .where('file.network_id', '=', network).where('file.hub_id', '=', hub)
      .where(visit.organization ? 'file.organization_id' : 'file.person_id', '=', visit.organization ?? visit.person).execute();
    const open = (await namedFiles(asking, rows)).filter(({ state }) => isOpen(state));
    const kinds = caseKinds.filter((kind) => (kind === 'organization') === (visit.organization !== null) && !open.some((file) => file.kind === kind));
    return { client: (await clientNameOf(tx, { person: visit.person, organization: visit.organization })) ?? null, from: visit.reached, kinds, open };
  },
});

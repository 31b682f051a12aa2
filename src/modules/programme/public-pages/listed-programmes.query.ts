import { z } from 'zod';
import { organizationsByIds } from '#modules/network/public.ts';
import { query } from '../programme.ts';
import { readCosts } from '../programmes/read-costs.ts';
import { readPartners } from '../programmes/read-partners.ts';
import { readTargets } from '../programmes/read-targets.ts';

/** The programmes that everybody is shown. */
export const listedProgrammes = query({
  name: 'listed-programmes',
  says: 'The programmes and projects that are shown to everybody.',
  input: z.strictObject({}),
  run: async ({ tx, network }) => {
    const rows = await tx
      .selectFrom('programme.programme')
      .select(['id', 'level', 'parent_id as parent', 'code', 'names', 'about', 'state', 'starts_on as startsOn', 'ends_on as endsOn', 'lead_organization_id as leadId'])
      .where('network_id', '=', network).where('listed', '=', true).orderBy('starts_on', 'desc').orderBy('id').execute();
    const leads = new Map((await organizationsByIds(tx, rows.flatMap(({ leadId }) => leadId ?? []))).map(({ id, names }) => [id, names]));
    return rows.map(({ leadId, ...row }) => ({ ...row, lead: (leadId && leads.get(leadId)) || null }));
  },
});

/** One of them by its code. Where it serves people in danger, neither places nor numbers are told. */
export const listedProgramme = query({
  name: 'listed-programme',
  says: 'One programme as everybody is shown it.',
  input: z.strictObject({ code: z.string().max(40) }),
  run: async (asking, { code }) => {
    const { tx, network, absent } = asking;
    const row = await tx
      .selectFrom('programme.programme')
      .select(['id', 'level', 'code', 'names', 'about', 'state', 'starts_on as startsOn', 'ends_on as endsOn', 'closed_on as closedOn', 'lead_organization_id as leadId', 'sensitive', 'territory_code'])
      .where('network_id', '=', network).where('code', '=', code).where('listed', '=', true).executeTakeFirst() ?? absent();
    const { leadId, territory_code, ...programme } = row;
    const [lead] = leadId ? await organizationsByIds(tx, [leadId]) : [];
    const costs = (await readCosts(tx, network, row.id)).filter(({ withdrawnAt }) => withdrawnAt === null);
    const partners = (await readPartners(asking, row.id)).filter(({ names }) => Object.keys(names).length).map(({ names, role, country, since, until, hub, organization }) => ({ names, role, country, since, until, hub, organization }));
    const { targets } = await readTargets(asking, row.id);
    return {
      ...programme, lead: lead?.names ?? null, costs,
      territory: row.sensitive ? null : territory_code,
      partners: row.sensitive ? partners.filter(({ hub }) => hub === null) : partners,
      targets: row.sensitive ? [] : targets.filter(({ territory }) => territory === null),
    };
  },
});

import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { id } from '#core/input.ts';
import { hubsOf, organizationsByIds, organizationsOf, agreementsStanding } from '#modules/network/public.ts';
import { type ProgrammeTables, query } from '../programme.ts';
import { outsideOf } from './programme-list.query.ts';
import { readCosts } from './read-costs.ts';
import { readPartners } from './read-partners.ts';
import { readTargets } from './read-targets.ts';

const card = ['id', 'level', 'code', 'names', 'state', 'starts_on as startsOn', 'ends_on as endsOn', 'parent_id as parent', 'predecessor_id as predecessor'] as const;

/** One programme: its place in the tree, its phases, what it costs by each source, partners by date, targets with every version. */
export const programmeSheet = query({
  name: 'programme-sheet',
  says: 'One programme: funders with their shares, phases, partners by date, targets with all versions.',
  input: z.strictObject({ programme: id() }),
  run: async (asking, { programme }) => {
    const { tx, network, absent } = asking;
    const row = await tx
      .selectFrom('programme.programme')
      .select([...card, 'about', 'territory_code as territory', 'lead_organization_id as lead', 'closed_on as closedOn', 'listed', 'sensitive'])
      .where('network_id', '=', network).where('id', '=', programme).executeTakeFirst() ?? absent();
    const near = await tx
      .selectFrom('programme.programme').select(card).where('network_id', '=', network)
      .where((eb) => eb.or([
        eb('id', 'in', [row.parent ?? programme, row.predecessor ?? programme]), eb('parent_id', '=', programme), eb('predecessor_id', '=', programme),
      ]))
      .orderBy('starts_on').orderBy('id').execute();
    const parent = near.find((each) => each.id === row.parent) ?? null;
    const periods = await tx
      .selectFrom('programme.period').select(['version', 'starts_on as startsOn', 'ends_on as endsOn', 'said_by as saidBy', 'reason'])
      .where('network_id', '=', network).where('programme_id', '=', programme).orderBy('version').execute();
    const [lead] = row.lead ? await organizationsByIds(tx, [row.lead]) : [];
    return {
      ...row, leadNames: lead?.names ?? null, periods,
      above: parent, outside: outsideOf(row, parent ?? undefined),
      parts: near.filter((each) => each.parent === programme),
      before: near.find((each) => each.id === row.predecessor) ?? null, after: near.find((each) => each.predecessor === programme) ?? null,
      costs: await readCosts(tx, network, programme), partners: await readPartners(asking, programme, row.closedOn), ...(await readTargets(asking, programme)),
      controllers: await answering(asking, programme),
      mine: asking.actor.roles.some(({ role, scope }) => role === 'network_admin' && scope === 'network') && row.state === 'open',
    };
  },
});

/** Who answers for personal data of it, hub by hub. */
async function answering({ tx, network }: Asking<ProgrammeTables>, programme: string) {
  const rows = await tx
    .selectFrom('programme.controller').select(['hub_id as hub', 'organization_id as organization', 'since', 'until'])
    .where('network_id', '=', network).where('programme_id', '=', programme).orderBy('since').execute();
  if (rows.length === 0) return [];
  const hubs = new Map((await hubsOf(tx)).map((hub) => [hub.id, hub.names]));
  const bodies = new Map((await organizationsByIds(tx, rows.map(({ organization }) => organization))).map((body) => [body.id, body.names]));
  return rows.map((row) => ({ ...row, hubNames: hubs.get(row.hub) ?? {}, names: bodies.get(row.organization) ?? {} }));
}

export type ProgrammeSheet = Awaited<ReturnType<(typeof programmeSheet)['spec']['run']>>;

/** What the forms of programmes offer: bodies, hubs, agreements and the other programmes. */
export const programmeChoices = query({
  name: 'programme-choices',
  says: 'The bodies, hubs, agreements and programmes that the forms of programmes offer.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, network } = asking;
    const programmes = await tx.selectFrom('programme.programme').select(['id', 'level', 'names']).where('network_id', '=', network).orderBy('starts_on').orderBy('id').execute();
    return {
      programmes,
      bodies: (await organizationsOf(tx)).map(({ id: body, names }) => ({ id: body, names })),
      hubs: (await hubsOf(tx)).map(({ id: hub, names }) => ({ id: hub, names })),
      agreements: (await agreementsStanding(asking)).map(({ id: agreement, titles }) => ({ id: agreement, names: titles })),
    };
  },
});

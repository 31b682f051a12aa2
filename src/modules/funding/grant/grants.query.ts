import { z } from 'zod';
import { choice, id, maybe, wholeNumber } from '#core/input.ts';
import { applicationsToFund } from '#modules/incubation/public.ts';
import { organizationsByIds } from '#modules/network/public.ts';
import { grantStates } from '../codes.ts';
import { query } from '../funding.ts';

const pageSize = 50;

/** The grants of the hub, last moved first: for which application (by its receipt) or body, how much, and how much of it was paid. */
export const grantList = query({
  name: 'grant-list',
  says: 'The grants and loans of the hub.',
  input: z.strictObject({ state: maybe(choice(grantStates)), fund: maybe(id()), page: maybe(wholeNumber(1, 10_000)) }),
  run: async ({ tx, network, hub }, { state, fund, page = 1 }) => {
    const all = tx.selectFrom('funding.grant').where('network_id', '=', network).where('hub_id', '=', hub)
      .$if(state !== undefined, (rows) => rows.where('state', '=', state!)).$if(fund !== undefined, (rows) => rows.where('fund_id', '=', fund!));
    const { count } = await all.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow();
    const rows = await all.selectAll().orderBy('state_at', 'desc').orderBy('id').limit(pageSize).offset((page - 1) * pageSize).execute();
    const funds = await tx.selectFrom('funding.fund').select(['id', 'names', 'code']).where('network_id', '=', network).where('hub_id', '=', hub).orderBy('starts_on', 'desc').orderBy('code').execute();
    const applications = await applicationsToFund(tx, network, { ids: rows.flatMap(({ application_id }) => application_id ?? []) });
    const bodies = await organizationsByIds(tx, rows.flatMap(({ organization_id }) => organization_id ?? []));
    return {
      page, pageSize, total: Number(count), funds,
      grants: rows.map((row) => ({
        id: row.id, kind: row.kind, state: row.state, purpose: row.purpose, currency: row.currency, amount: Number(row.amount_minor), paid: Number(row.paid_minor), since: row.state_at,
        fund: funds.find((each) => each.id === row.fund_id)?.names ?? {}, receipt: applications.find((each) => each.id === row.application_id)?.receipt ?? null,
        body: bodies.find((each) => each.id === row.organization_id)?.names ?? null,
      })),
    };
  },
});

/** How many proposals of colleagues wait for a decision: the number beside the entry of the menu. */
export const grantsWaiting = query({
  name: 'grants-waiting',
  says: 'Counts the proposals of colleagues that wait for a decision.',
  input: z.strictObject({}),
  run: async ({ tx, network, hub, actor }) => {
    const { count } = await tx.selectFrom('funding.grant').select(({ fn }) => fn.countAll<string>().as('count'))
      .where('network_id', '=', network).where('hub_id', '=', hub).where('state', '=', 'proposed').where('kind', '<>', 'sub_grant').where('asked_by', '<>', actor.account!)
      .where((eb) => eb.or([eb('typed_by', 'is', null), eb('typed_by', '<>', actor.account!)])).executeTakeFirstOrThrow();
    return Number(count);
  },
});

/** What a new proposal may choose from: open funds with their envelopes, and the applications whose plan is validated. */
export const grantForm = query({
  name: 'grant-form',
  says: 'The funds and applications that a proposal may choose from.',
  input: z.strictObject({}),
  run: async ({ tx, network, hub }) => {
    const funds = await tx.selectFrom('funding.fund').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('state', '=', 'open').orderBy('starts_on', 'desc').orderBy('code').execute();
    const envelopes = await tx.selectFrom('funding.envelope').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).orderBy('opened_at').execute();
    const applications = await applicationsToFund(tx, network, { hub });
    return {
      funds: funds.map((each) => ({ id: each.id, names: each.names, code: each.code, currency: each.currency, free: Number(each.free_minor) })),
      envelopes: envelopes.map((each) => ({ id: each.id, fund: each.fund_id, names: each.names, currency: each.currency, free: Number(each.free_minor) })),
      applications: applications.map(({ receipt, state }) => ({ receipt, state })),
    };
  },
});

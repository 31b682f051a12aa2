import { z } from 'zod';
import { choice, id, maybe } from '#core/input.ts';
import { accountNames, organizationsByIds } from '#modules/network/public.ts';
import { subGrantStates } from '../codes.ts';
import { query } from '../funding.ts';
import { heldMeetings } from '../grant/meeting.ts';
import { referenceOf } from '../grant/reference.ts';
import { knownSubGrant } from './known-sub-grant.ts';

/** The sub-grants of the hub, newest step first, with what is asked and brought. */
export const subGrantList = query({
  name: 'sub-grant-list',
  says: 'The proposals and sub-grants of the hub.',
  input: z.strictObject({ state: maybe(choice(subGrantStates)), fund: maybe(id()) }),
  run: async ({ tx, network, hub }, { state, fund }) => {
    const rows = await tx.selectFrom('funding.sub_grant').selectAll().where('network_id', '=', network).where('hub_id', '=', hub)
      .$if(state !== undefined, (q) => q.where('state', '=', state!)).$if(fund !== undefined, (q) => q.where('fund_id', '=', fund!))
      .orderBy('state_at', 'desc').orderBy('id').limit(2_000).execute();
    const bodies = await organizationsByIds(tx, rows.map(({ organization_id }) => organization_id));
    const funds = await tx.selectFrom('funding.fund').select(['id', 'names', 'currency', 'state']).where('network_id', '=', network).where('hub_id', '=', hub).orderBy('starts_on', 'desc').execute();
    return {
      funds,
      subGrants: rows.map((row) => ({
        id: row.id, names: row.names, sector: row.sector, state: row.state, currency: row.currency, asked: Number(row.asked_minor), own: Number(row.own_minor), points: row.points,
        body: bodies.find(({ id: body }) => body === row.organization_id)?.names ?? {},
      })),
    };
  },
});

/** One sub-grant with all its steps, who did each, and the meetings that may decide it. */
export const subGrantSheet = query({
  name: 'sub-grant-sheet',
  says: 'One sub-grant: what it asks, whether it is admissible, its steps.',
  input: z.strictObject({ sub_grant: id() }),
  run: async (asking, { sub_grant: of }) => {
    const { tx, network, actor } = asking;
    const row = await knownSubGrant(asking, of, false);
    const bodies = await organizationsByIds(tx, [row.organization_id, ...(row.letter_from_id ? [row.letter_from_id] : [])]);
    const grant = row.grant_id ? await tx.selectFrom('funding.grant').select(['id', 'amount_minor', 'state', 'asked_at']).where('network_id', '=', network).where('id', '=', row.grant_id).executeTakeFirst() : undefined;
    const names = await accountNames(tx, [row.typed_by, row.checked_by, row.evaluated_by, row.decided_by].filter((each) => each !== null));
    const by = (account: string | null) => (account ? (names.get(account) ?? null) : null);
    const letter = bodies.find(({ id: body }) => body === row.letter_from_id);
    return {
      id: row.id, names: row.names, sector: row.sector, state: row.state, currency: row.currency, asked: row.asked, own: row.own, leastOwnPermille: row.least_own_permille, reasons: row.reasons,
      points: row.points, fund: row.fund_id, body: bodies.find(({ id: body }) => body === row.organization_id)?.names ?? {}, letterFrom: letter?.names ?? null, letterSector: letter?.sector ?? null, letterOn: row.letter_on,
      grant: grant ? { id: grant.id, amount: Number(grant.amount_minor), state: grant.state, reference: referenceOf(grant.id) } : null, contractPaper: row.contract_paper, contractedOn: row.contracted_on, interimOn: row.interim_on, finalOn: row.final_on,
      typedBy: by(row.typed_by), checkedBy: by(row.checked_by), evaluatedBy: by(row.evaluated_by), decidedBy: by(row.decided_by),
      mine: row.evaluated_by === actor.account || row.typed_by === actor.account, meetings: row.state === 'evaluated' && grant ? await heldMeetings(asking, grant) : [],
    };
  },
});

import { z } from 'zod';
import { choice, id, maybe, text } from '#core/input.ts';
import { organizationsByIds } from '#modules/network/public.ts';
import { findPeople, peopleByIds, personCard } from '#modules/people/public.ts';
import { financingStates } from '../codes.ts';
import { query } from '../funding.ts';
import { knownFinancing } from './known-financing.ts';

/** The files at lenders, newest step first; with a name typed, also whom a new one may be for. */
export const financingList = query({
  name: 'financing-list',
  says: 'The files that the hub carries to lenders.',
  input: z.strictObject({ state: maybe(choice(financingStates)), q: maybe(text(100)), person: maybe(id()) }),
  run: async (asking, { state, q, person }) => {
    const { tx, network, hub } = asking;
    const rows = await tx.selectFrom('funding.financing_file').selectAll().where('network_id', '=', network).where('hub_id', '=', hub)
      .$if(state !== undefined, (rows) => rows.where('state', '=', state!)).orderBy('state_at', 'desc').orderBy('id').limit(2_000).execute();
    const people = await peopleByIds(tx, rows.flatMap(({ person_id }) => person_id ?? []));
    const bodies = await organizationsByIds(tx, rows.flatMap(({ organization_id, lender_id }) => [lender_id, ...(organization_id ? [organization_id] : [])]));
    return {
      files: rows.map((row) => ({
        id: row.id, state: row.state, currency: row.currency, asked: Number(row.asked_minor), granted: row.granted_minor === null ? null : Number(row.granted_minor), purpose: row.purpose,
        person: (row.person_id && people.get(row.person_id)) || null, body: bodies.find(({ id: body }) => body === row.organization_id)?.names ?? null,
        lender: bodies.find(({ id: body }) => body === row.lender_id)?.names ?? {},
      })),
      found: q ? await findPeople(asking, q) : [],
      chosen: person ? ((await personCard(tx, person)) ?? null) : null,
    };
  },
});

/** One file at a lender. */
export const financingSheet = query({
  name: 'financing-sheet',
  says: 'One file at a lender: what was asked, handed in and answered.',
  input: z.strictObject({ file: id() }),
  run: async (asking, { file: of }) => {
    const row = await knownFinancing(asking, of, false);
    const bodies = await organizationsByIds(asking.tx, [row.lender_id, ...(row.organization_id ? [row.organization_id] : [])]);
    return {
      id: row.id, state: row.state, currency: row.currency, asked: Number(row.asked_minor), granted: row.granted_minor === null ? null : Number(row.granted_minor), purpose: row.purpose, reason: row.reason,
      submittedOn: row.submitted_on, answeredOn: row.answered_on, person: row.person_id ? ((await personCard(asking.tx, row.person_id)) ?? null) : null,
      body: bodies.find(({ id: body }) => body === row.organization_id)?.names ?? null, lender: bodies.find(({ id: body }) => body === row.lender_id)?.names ?? {},
    };
  },
});

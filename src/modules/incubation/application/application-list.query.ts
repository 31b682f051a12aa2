import { z } from 'zod';
import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import { choice, id, maybe, text, wholeNumber } from '#core/input.ts';
import { readSlipCode } from '#core/text/slip-code.ts';
import { clientNames } from '#modules/desk/public.ts';
import { territoryCodesWithin } from '#modules/network/public.ts';
import { type ClientName, peopleByIds } from '#modules/people/public.ts';
import { ownCall } from '../call/own-call.ts';
import { applicationStates, sexes } from '../codes.ts';
import { type IncubationTables, query } from '../incubation.ts';
import { countedApplications, sumOf } from './counted-applications.ts';
import { notKeptApart } from './not-kept-apart.ts';

const PAGE = 25;
/** Without one of these the newest stand first. Each is read off an index that holds a call's applications in that order (migration 0056). */
const applicationSorts = ['receipt', '-receipt', 'submitted', '-submitted', 'age', '-age'] as const;

const input = z.strictObject({
  call: id(), state: maybe(choice(applicationStates)), place: maybe(text(40)), sex: maybe(choice(sexes)), receipt: maybe(text(20)),
  sort: maybe(choice(applicationSorts)), page: maybe(wholeNumber(1, 100_000)),
});

type Wanted = Omit<z.output<typeof input>, 'place'> & { readonly places: readonly string[] };

/** The applications of a call, a page at a time, filtered and with true counts; names, also of bodies, only where the reader may see the person. Of somebody who keeps the reader out there is no line. */
export const applicationList = query({
  name: 'application-list',
  says: 'Lists the applications of a call.',
  input,
  run: async (asking, { place, ...asked }) => {
    const { tx, network } = asking;
    const call = await ownCall(asking, asked.call);
    const within = place ? await territoryCodesWithin(tx, place) : [];
    const wanted: Wanted = { ...asked, places: place && within.length === 0 ? [place] : within };
    const { sort, page = 1 } = wanted;
    const count = await countOf(asking, wanted);
    const shown = await pageOf(asking, wanted);
    const rows = await tx.selectFrom('incubation.application as a')
      .select(['a.id', 'a.receipt', 'a.state', 'a.applicant', 'a.person_id', 'a.organization_id', 'a.territory_code as territory', 'a.age', 'a.sex', 'a.members', 'a.submitted_at as submittedAt'])
      .where('a.network_id', '=', network).where('a.id', '=', sql<string>`any (${shown}::uuid[])`).execute();
    const listed = shown.flatMap((each) => rows.find((row) => row.id === each) ?? []);
    const cards = await peopleByIds(tx, listed.map(({ person_id }) => person_id));
    const bodies = await clientNames(tx, listed.filter(({ person_id, organization_id }) => organization_id && cards.has(person_id)).map(({ id: row, organization_id }) => ({ id: row, person_id: null, organization_id, acting_person_id: null })));
    const clientOf = ({ id: row, person_id, organization_id }: (typeof listed)[number]): ClientName | null => {
      const card = organization_id ? undefined : cards.get(person_id);
      return card ? { kind: 'person', name: card.name, other: card.other } : (bodies.get(row) ?? null);
    };
    return {
      call: { id: call.id, names: call.names, territory: call.territory_code }, count, page, pageSize: PAGE, sort,
      applications: listed.map((each) => { const { person_id: _, organization_id: __, ...row } = each; return { ...row, client: clientOf(each) }; }),
    };
  },
});

function rowsOf({ tx, network }: Asking<IncubationTables>, { call, state, places, sex, receipt }: Wanted) {
  let found = tx.selectFrom('incubation.application as a').where('a.network_id', '=', network).where('a.call_id', '=', call).where(notKeptApart('a.person_id'));
  if (state) found = found.where('a.state', '=', state);
  if (sex) found = found.where('a.sex', '=', sex);
  if (places.length) found = found.where('a.territory_code', 'in', [...places]);
  if (receipt) found = found.where('a.receipt', '=', readSlipCode(receipt));
  return found;
}

/** How many fit, from what is kept counted where that says it. */
async function countOf(asking: Asking<IncubationTables>, wanted: Wanted): Promise<number> {
  const { call, state, places, sex, receipt } = wanted;
  const cells = receipt ? undefined : (await countedApplications(asking, [call])).get(call);
  if (cells) return sumOf(cells, (cell) => (!state || cell.state === state) && (!sex || cell.sex === sex) && (places.length === 0 || places.includes(cell.place ?? '')));
  return Number((await rowsOf(asking, wanted).select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow()).count);
}

/** Whom a page shows, in its order; found in an index alone. Whoever has no age or was not handed in stands last, whichever way the others run. */
async function pageOf(asking: Asking<IncubationTables>, wanted: Wanted): Promise<readonly string[]> {
  const { sort, page = 1 } = wanted;
  const past = (page - 1) * PAGE;
  const rows = () => rowsOf(asking, wanted).select('a.id');
  // The size of a page stands in the statement: with it as a parameter the statement would be planned anew for every reader.
  const taken = async (found: ReturnType<typeof rows>, most = PAGE, skip = past) => (await found.limit(sql.lit(most)).offset(skip).execute()).map((row) => row.id);
  if (!sort) return taken(rows().orderBy('a.id', 'desc'));
  if (sort === 'receipt' || sort === '-receipt') return taken(rows().orderBy('a.receipt', sort === 'receipt' ? 'asc' : 'desc'));
  const by = sort.endsWith('age') ? 'a.age' : 'a.submitted_at';
  if (sort.startsWith('-')) return taken(rows().orderBy(by, (order) => order.desc().nullsLast()).orderBy('a.id', 'desc'));
  const known = () => rowsOf(asking, wanted).where(by, 'is not', null);
  const first = await taken(known().select('a.id').orderBy(by, (order) => order.asc().nullsFirst()).orderBy('a.id', 'asc'));
  if (first.length === PAGE) return first;
  const before = first.length || past === 0 ? past + first.length : Number((await known().select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow()).count);
  return [...first, ...(await taken(rows().where(by, 'is', null).orderBy('a.id', 'asc'), PAGE - first.length, Math.max(0, past - before)))];
}

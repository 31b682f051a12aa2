import { z } from 'zod';
import { sql } from 'kysely';
import { choice, id, maybe, text, wholeNumber } from '#core/input.ts';
import { readSlipCode } from '#core/text/slip-code.ts';
import { clientNames } from '#modules/desk/public.ts';
import { territoryCodesWithin } from '#modules/network/public.ts';
import { peopleByIds } from '#modules/people/public.ts';
import { ownCall } from '../call/own-call.ts';
import { applicationStates, sexes } from '../codes.ts';
import { query } from '../incubation.ts';
import { notKeptApart } from './not-kept-apart.ts';

const PAGE = 25;
/** Without one of these the newest stand first, in the order of an index that holds a call's applications. */
const applicationSorts = ['receipt', '-receipt', 'submitted', '-submitted', 'age', '-age'] as const;

const columnOf = { receipt: sql`a.receipt`, submitted: sql`a.submitted_at`, age: sql`a.age` };

/** The applications of a call, a page at a time, filtered and with true counts; names, also of bodies, only where the reader may see the person. Of somebody who keeps the reader out there is no line. */
export const applicationList = query({
  name: 'application-list',
  says: 'Lists the applications of a call.',
  input: z.strictObject({
    call: id(), state: maybe(choice(applicationStates)), place: maybe(text(40)), sex: maybe(choice(sexes)), receipt: maybe(text(20)),
    sort: maybe(choice(applicationSorts)), page: maybe(wholeNumber(1, 100_000)),
  }),
  run: async (asking, { call: wanted, state, place, sex, receipt, sort, page = 1 }) => {
    const { tx, network } = asking;
    const call = await ownCall(asking, wanted);
    const within = place ? await territoryCodesWithin(tx, place) : [];
    const rows = () => {
      let found = tx.selectFrom('incubation.application as a').where('a.network_id', '=', network).where('a.call_id', '=', call.id).where(notKeptApart('a.person_id'));
      if (state) found = found.where('a.state', '=', state);
      if (sex) found = found.where('a.sex', '=', sex);
      if (place) found = found.where('a.territory_code', 'in', within.length ? within : [place]);
      if (receipt) found = found.where('a.receipt', '=', readSlipCode(receipt));
      return found;
    };
    const { count } = await rows().select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
    const by = sort?.replace('-', '') as keyof typeof columnOf | undefined;
    const order = by ? [sql`${columnOf[by]} ${sort!.startsWith('-') ? sql`desc` : sql`asc`} nulls last`, sql`a.id desc`] : [sql`a.id desc`];
    // Whom the page shows is found in the index alone; only their rows are read.
    const shown = order.reduce((found, each) => found.orderBy(each), rows().select('a.id').limit(PAGE).offset((page - 1) * PAGE));
    const listed = await order.reduce((found, each) => found.orderBy(each), tx.selectFrom('incubation.application as a')
      .select(['a.id', 'a.receipt', 'a.state', 'a.applicant', 'a.person_id', 'a.organization_id', 'a.territory_code as territory', 'a.age', 'a.sex', 'a.members', 'a.submitted_at as submittedAt'])
      .where('a.network_id', '=', network).where('a.id', 'in', shown)).execute();
    const cards = await peopleByIds(tx, listed.map(({ person_id }) => person_id));
    const clients = await clientNames(tx, listed.filter(({ person_id }) => cards.has(person_id)).map(({ id: row, person_id, organization_id }) => ({ id: row, person_id: organization_id ? null : person_id, organization_id, acting_person_id: organization_id ? person_id : null })));
    return {
      call: { id: call.id, names: call.names, territory: call.territory_code }, count: Number(count), page, pageSize: PAGE, sort,
      applications: listed.map(({ person_id: _, organization_id: __, ...row }) => ({ ...row, client: clients.get(row.id) ?? null })),
    };
  },
});

import { z } from 'zod';
import { countryFacts } from '#core/words/countries.ts';
import { newId } from '#core/id.ts';
import { choice, id, maybe, text, wholeNumber } from '#core/input.ts';
import { minorUnits } from '#modules/directory/public.ts';
import { action, query } from '../incubation.ts';
import { opensLife } from '../path/opens-life.ts';
import { afterFollowUp } from '../path/path.ts';
import { jobAges, jobSexes, verifiedWays } from '../path/venture-codes.ts';
import { aboutHer, dayAt, herself, moveOn, workRefusals } from '../path/worked-application.ts';
import { tellPersons } from '../steps/tell-persons.ts';
import { workedVenture } from './venture-of.ts';

const jobLine = z.strictObject({ sex: choice(jobSexes), age: choice(jobAges), persons: maybe(wholeNumber(0, 10_000)), fte_hundredths: maybe(wholeNumber(0, 1_000_000)) });

/** Lines of work: a list, or as a form sends them, by number. */
const jobLines = z.preprocess((given) => (given && typeof given === 'object' && !Array.isArray(given) ? Object.values(given) : (given ?? [])), z.array(jobLine).max(50));

/**
 * Writes down how an enterprise is found at its follow-up: alive or given up, its turnover (sealed), the work it gives by sex and age in
 * hundredths of a full year, and how that was made sure. Earlier ones come first; not before its day.
 */
export const followUp = action({
  name: 'follow-up',
  says: 'Writes down how an enterprise is found after 3, 6, 12 or 24 months.',
  input: z.strictObject({ follow_up: id(), alive: choice(['yes', 'no']), verified: choice(verifiedWays), turnover: maybe(text(16)), jobs: jobLines }),
  refuses: [...workRefusals, 'no-such-step', 'done-already', 'not-due-yet', 'earlier-first', 'price-not-understood', 'jobs-need-people'],
  run: async (doing, { follow_up, alive, verified, turnover, jobs }) => {
    const { tx, network, hub, now, actor, vault } = doing;
    const due = (await tx.selectFrom('incubation.follow_up').selectAll()
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', follow_up).forUpdate().executeTakeFirst()) ?? doing.absent();
    const { venture, row } = await workedVenture(doing, due.venture_id);
    if (due.done_at) doing.refuse('done-already');
    if (due.due_on > (await dayAt(doing))) doing.refuse('not-due-yet', { day: due.due_on });
    const earlier = await tx.selectFrom('incubation.follow_up').select('month').where('network_id', '=', network).where('venture_id', '=', venture.id)
      .where('month', '<', due.month).where('done_at', 'is', null).orderBy('month').executeTakeFirst();
    if (earlier) doing.refuse('earlier-first', { month: earlier.month });
    const { currency } = countryFacts[venture.country as keyof typeof countryFacts];
    const minor = turnover === undefined ? undefined : minorUnits(turnover, currency);
    if (minor === null) doing.refuse('price-not-understood', {}, 'turnover');
    const lines = jobs.map(({ persons = 0, fte_hundredths = 0, ...line }) => ({ ...line, persons, fte_hundredths })).filter(({ persons, fte_hundredths }) => persons > 0 || fte_hundredths > 0);
    if (lines.some(({ persons, fte_hundredths }) => persons === 0 || fte_hundredths === 0)) doing.refuse('jobs-need-people', {}, 'jobs');
    await tx.updateTable('incubation.follow_up').set({ done_at: now, done_by: actor.account, alive: alive === 'yes', verified, currency: minor === undefined ? null : currency })
      .where('network_id', '=', network).where('id', '=', follow_up).execute();
    if (minor !== undefined) {
      const sealed = await vault.seal({ person: due.person_id, hub, table: 'incubation.turnover', column: 'sealed', row: follow_up }, String(minor));
      await tx.insertInto('incubation.turnover').values({ network_id: network, id: follow_up, hub_id: hub, application_id: due.application_id, person_id: due.person_id, sealed }).execute();
    }
    if (lines.length) {
      await tx.insertInto('incubation.job').values(lines.map((line) => ({ network_id: network, id: newId(now.getTime()), hub_id: hub, follow_up_id: follow_up, person_id: due.person_id, ...line }))).execute();
    }
    const to = afterFollowUp(due.month, alive === 'yes');
    if (to !== row.state) await moveOn(doing, row, to, 'follow_up');
    const sum = (what: 'persons' | 'fte_hundredths', of: (line: (typeof lines)[number]) => boolean = () => true) => lines.filter(of).reduce((all, line) => all + line[what], 0);
    await doing.record({
      name: 'followed-up', subject: row.id, ...herself(row),
      body: {
        ...(await aboutHer(doing, row)), venture: venture.id, month: due.month, alive: alive === 'yes', verified, jobs: sum('persons'), jobs_female: sum('persons', ({ sex }) => sex === 'female'),
        jobs_young: sum('persons', ({ age }) => age === 'young'), fte_hundredths: sum('fte_hundredths'),
      },
    });
    if (due.month === 12 && alive === 'yes') await tellPersons(doing, 'applicant-alive', [row.id]);
    return { venture: venture.id };
  },
});

/** The turnover told at the follow-ups of a venture, opened for the coach who accompanies her or by a grant, absent to all others; amounts in the smallest unit of the currency. */
export const turnoverTold = query({
  name: 'turnover-told',
  says: 'Opens the turnover told at the follow-ups of an enterprise.',
  purpose: 'case',
  input: z.strictObject({ venture: id() }),
  run: async (asking, { venture }) => {
    const { tx, network, hub, vault, absent } = asking;
    const of = (await tx.selectFrom('incubation.venture').select(['application_id', 'person_id']).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', venture).executeTakeFirst()) ?? absent();
    if (!(await opensLife(asking, of.application_id, of.person_id))) absent();
    const rows = await tx.selectFrom('incubation.follow_up as due').innerJoin('incubation.turnover as told', (join) => join.onRef('told.network_id', '=', 'due.network_id').onRef('told.id', '=', 'due.id'))
      .select(['due.id', 'due.month', 'due.person_id', 'due.currency', 'told.sealed'])
      .where('due.network_id', '=', network).where('due.hub_id', '=', hub).where('due.venture_id', '=', venture).where('told.sealed', 'is not', null).orderBy('due.month').execute();
    const told = [];
    for (const row of rows) told.push({ month: row.month, currency: row.currency!, amountMinor: Number(await vault.open({ person: row.person_id, hub, table: 'incubation.turnover', column: 'sealed', row: row.id }, row.sealed!)) });
    return { told };
  },
});

const shown = 200;

/** The follow-ups of the hub that are due or come soon, the latest first; by receipt and name of the venture. */
export const followUpList = query({
  name: 'follow-up-list',
  says: 'Shows which enterprises have to be visited after their creation, and until when.',
  input: z.strictObject({ only: maybe(choice(['late', 'all'])) }),
  run: async (asking, { only = 'late' }) => {
    const { tx, network, hub } = asking;
    const today = await dayAt(asking);
    const rows = await tx.selectFrom('incubation.follow_up as due')
      .innerJoin('incubation.venture as venture', (join) => join.onRef('venture.network_id', '=', 'due.network_id').onRef('venture.id', '=', 'due.venture_id'))
      .innerJoin('incubation.application as application', (join) => join.onRef('application.network_id', '=', 'due.network_id').onRef('application.id', '=', 'due.application_id'))
      .select(['due.id', 'due.month', 'due.due_on as dueOn', 'venture.id as venture', 'venture.name', 'application.receipt'])
      .where('due.network_id', '=', network).where('due.hub_id', '=', hub).where('due.done_at', 'is', null).where('application.state', 'in', ['created', 'post_creation'])
      .$if(only === 'late', (q) => q.where('due.due_on', '<=', today)).orderBy('due.due_on').orderBy('due.id').limit(shown).execute();
    return { today, rows };
  },
});

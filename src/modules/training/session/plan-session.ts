import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, choices, id, isoDate, listOf, maybe, multilingual, wholeNumber, yes } from '#core/input.ts';
import { newSlipCode } from '#core/text/slip-code.ts';
import { momentOf } from '#core/time/wall-clock.ts';
import { hubCard } from '#modules/network/public.ts';
import { audiences, courseLanguages, stages, topics, wishes } from '../codes.ts';
import { action } from '../training.ts';
import { daysInput, halfDaysOf } from './days.ts';
import { nameTrainers } from './name-trainers.ts';

/** A course as it is typed: what about, for whom, where, when, who teaches, and how askers are weighed. */
const input = z.strictObject({
  topic: choice(topics), names: multilingual(160), about: z.preprocess((value) => (value && Object.values(value).some((text) => text !== '') ? value : undefined), multilingual(2_000).optional()), place: multilingual(200),
  audience: choice(audiences), stage: maybe(choice(stages)), languages: choices(courseLanguages).refine((all) => all.length > 0, { message: 'required' }), interpretation: choices(courseLanguages),
  childcare: yes(), seats: wholeNumber(1, 1_000), priority: listOf(maybe(choice(wishes))), asks_until: isoDate(), trainers: listOf(id()), programme: maybe(id()), ...daysInput,
});

/**
 * Plans a course: nobody sees it before it is announced. The order in which askers are weighed is written now and never changes; ages
 * are counted on the last day of asking. Refuses days that are over, hours that end before they begin, a trainer who is taken.
 */
export const planSession = action({
  name: 'plan-session',
  says: 'Plans a course: topic, days, place, trainers, seats, and who comes first when seats are short.',
  input,
  refuses: ['time-has-passed', 'hours-wrong', 'asks-too-long', 'trainer-taken'],
  run: async (doing, { topic, names, about, place, audience, stage, languages, interpretation, childcare, seats, priority, asks_until, trainers, programme, ...when }) => {
    const { tx, network, hub, now, actor, refuse, record } = doing;
    const { timeZone } = (await hubCard(tx, hub)) ?? doing.absent();
    const halves = halfDaysOf(when, timeZone);
    if (halves.some(({ startsAt, endsAt }) => startsAt >= endsAt)) refuse('hours-wrong', {}, 'morning_from');
    const first = halves[0]!;
    if (first.startsAt <= now) refuse('time-has-passed', {}, 'days');
    if (asks_until > first.on) refuse('asks-too-long', {}, 'asks_until');
    const lastMinute = momentOf(timeZone, { date: asks_until, time: '23:59' });
    const session = newId(now.getTime());
    const weighed = [...new Set(priority.filter((wish) => wish !== undefined))];
    await tx.insertInto('training.session').values({
      network_id: network, id: session, hub_id: hub, code: newSlipCode().slice(0, 6), topic, names: json(names), about: json(about ?? {}), place: json(place), territory_code: null,
      audience, stage: stage ?? null, languages, interpretation, childcare, seats, priority: [...weighed, 'order'], ages_on: asks_until,
      asks_until: lastMinute < first.startsAt ? lastMinute : first.startsAt, starts_at: first.startsAt, ends_at: new Date(Math.max(...halves.map(({ endsAt }) => endsAt.getTime()))), state: 'planned', state_at: now,
      seated_at: null, why: null, programme_id: programme ?? null, planned_by: actor.account, planned_at: now,
    }).execute();
    const rows = halves.map(({ on, half, startsAt, endsAt }) => ({ network_id: network, id: newId(now.getTime()), hub_id: hub, session_id: session, on_day: on, half, starts_at: startsAt, ends_at: endsAt }));
    await tx.insertInto('training.half_day').values(rows).execute();
    await nameTrainers(doing, session, rows, trainers);
    await record({ name: 'session-planned', subject: session, body: { topic, audience, seats, half_days: rows.length, programme: programme ?? null } });
    return { session };
  },
});

/** Kysely hands objects to the driver, which writes them as JSON; the type of the column stays what it says. */
const json = <T,>(value: T): T => JSON.stringify(value) as T;

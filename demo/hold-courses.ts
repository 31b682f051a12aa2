import { peopleSearch } from '#modules/people/people-search/people-search.ts';
import { markAttendance } from '#modules/training/attendance/mark-attendance.ts';
import { giveSeats } from '#modules/training/seats/give-seats.ts';
import { requestSeat } from '#modules/training/seats/request-seat.ts';
import { announceSession } from '#modules/training/session/announce-session.ts';
import { closeSession } from '#modules/training/session/close-session.ts';
import { planSession } from '#modules/training/session/plan-session.ts';
import { sessionSheet } from '#modules/training/session/session-sheet.query.ts';
import { addTrainer } from '#modules/training/trainers/add-trainer.ts';
import { type DemoHub, smallHubs } from './content/hubs.ts';
import { said } from './content/written.ts';
import { asks, colleagueAt, dayAgo, daysAgo, does, type Load, minutesAfter } from './load.ts';
import { type Chance, chanceFrom } from './seeded.ts';

const dar = said(['دار بن عاشور، القاعة الكبرى', 'Dar Ben Achour, grande salle', 'Dar Ben Achour, large room']);
const ownPlace = said(['قاعة التكوين بالمركز', 'Salle de formation du centre', 'Training room of the hub']);
const digital = said(['التقنية الرقمية والتسويق الشخصي', 'Numérique et marketing personnel', 'Digital technology and personal marketing']);
const plans = said(['من الفكرة إلى مخطط الأعمال', 'De l’idée au plan d’affaires', 'From the idea to the business plan']);

/** Who asked, and when a course begins and ended asking, in days before the load (negative: after it). */
interface Told {
  readonly first: number;
  readonly asked: number;
  readonly seats: number;
  readonly askers: readonly string[];
}

/** Three courses of a hub: one held with its certificates, one whose seats are given (twenty for twenty-seven at Dar Ben Achour, G3), one that is announced; where somebody looks first, one that goes on today. */
export async function holdCourses(load: Load, hub: DemoHub): Promise<void> {
  if (!load.staff.has(`coach.${hub.key}`)) return;
  const chance = chanceFrom(`courses ${hub.key}`);
  const { people } = await asks(load, colleagueAt(load, `desk.${hub.key}`, load.now), peopleSearch, {});
  const askers = people.map(({ id }) => id).slice(0, !load.small && hub.key === 'medina' ? 27 : 6);
  const seats = (of: number) => Math.max(2, Math.floor(askers.length * of));
  const trainer = await trainersOf(load, hub);
  const held = await announce(load, hub, { first: 8, asked: 12, seats: seats(0.5), askers: askers.slice(0, seats(0.5)) }, { topic: 'business_plan', names: plans, trainers: [trainer] });
  await hold(load, hub, held, chance);
  const full = await announce(load, hub, { first: -4, asked: 1, seats: Math.min(20, seats(0.75)), askers }, { topic: 'digital', names: digital, trainers: [trainer] });
  await does(load, lead(load, hub, load.now), giveSeats, { session: full });
  await announce(load, hub, { first: -12, asked: -8, seats: 15, askers: askers.slice(0, 3) }, { topic: 'legal_forms', names: said(['أي شكل قانوني لمشروعي؟', 'Quelle forme juridique pour mon projet ?', 'Which legal form for my project?']), trainers: [] });
  if (!smallHubs.includes(hub.key)) return;
  const today = await announce(load, hub, { first: 1, asked: 3, seats: 4, askers: askers.slice(0, 4) }, { topic: 'marketing', names: said(['البيع في السوق', 'Vendre au marché', 'Selling at the market']), trainers: [] });
  await does(load, lead(load, hub, daysAgo(load, 2)), giveSeats, { session: today });
}

const lead = (load: Load, { key }: DemoHub, at: Date) => colleagueAt(load, `manager.${key}`, at);

async function trainersOf(load: Load, hub: DemoHub): Promise<string> {
  const by = lead(load, hub, daysAgo(load, 40));
  const colleague = load.staff.get(`trainer.${hub.key}`)?.account;
  const outside = { name: hub.country === 'MA' ? 'نعيمة الصقلي' : 'نزار العياري', topics: ['business_plan', 'digital', 'photography'], languages: ['ar', 'fr'], prepared_on: dayAgo(load, 200) };
  const { trainer } = await does(load, by, addTrainer, outside);
  return colleague ? (await does(load, by, addTrainer, { account: colleague, topics: ['business_plan', 'digital'], languages: ['ar'] })).trainer : trainer;
}

async function announce(load: Load, hub: DemoHub, { first, asked, seats, askers }: Told, what: { topic: string; names: object; trainers: readonly string[] }): Promise<string> {
  const began = Math.max(first, asked) + 12;
  const { session } = await does(load, lead(load, hub, daysAgo(load, began)), planSession, {
    ...what, place: hub.key === 'medina' ? dar : ownPlace, audience: 'beneficiaries', languages: ['ar'], childcare: true, seats, priority: ['women_and_youth'], asks_until: dayAgo(load, asked),
    days: [{ on: dayAgo(load, first) }, { on: dayAgo(load, first - 1), halves: 'both' }, { on: dayAgo(load, first - 2), halves: 'morning' }],
  });
  await does(load, lead(load, hub, minutesAfter(daysAgo(load, began), 20)), announceSession, { session });
  const from = daysAgo(load, Math.min(began - 1, Math.max(asked, 0) + 6));
  for (const [turn, person] of askers.entries()) await does(load, colleagueAt(load, `desk.${hub.key}`, minutesAfter(from, turn * 9)), requestSeat, { session, person, part: 'alone' });
  return session;
}

/** The course is held: nearly everybody comes nearly always, one or two do not. */
async function hold(load: Load, hub: DemoHub, session: string, chance: Chance): Promise<void> {
  await does(load, lead(load, hub, daysAgo(load, 10)), giveSeats, { session });
  const { halves, seats } = await asks(load, lead(load, hub, daysAgo(load, 5)), sessionSheet, { session });
  const given = seats.filter(({ state }) => state === 'given');
  for (const half of halves) {
    const mark = Object.fromEntries(given.map(({ id }) => [id, chance.weigh({ present: 93, absent: 4, excused: 3 })]));
    await does(load, lead(load, hub, half.ends_at), markAttendance, { half_day: half.id, via: 'sheet', mark });
  }
  await does(load, lead(load, hub, daysAgo(load, 5)), closeSession, { session });
}

import { callTicket } from '#modules/desk/call-ticket/call-ticket.ts';
import { markLeft } from '#modules/desk/call-ticket/mark-left.ts';
import { answerComplaint } from '#modules/desk/complaint/answer-complaint.ts';
import { complaintList } from '#modules/desk/complaint/complaint-list.query.ts';
import { openTicket } from '#modules/desk/open-ticket/open-ticket.ts';
import { registerOrganization } from '#modules/network/organization/register-organization.ts';
import { clientBodies } from './content/bodies.ts';
import type { DemoHub } from './content/hubs.ts';
import { complaintWords } from './content/talks.ts';
import { said } from './content/written.ts';
import { referWhenElsewhere } from './follow-referral.ts';
import { type Client, tellVisit, type VisitToTell } from './one-visit.ts';
import { peopleWhoCome, registerVisitor, type Visitor } from './people-who-come.ts';
import { type Chance, chanceFrom } from './seeded.ts';
import { asks, colleagueAt, daysAgo, does, type Load, minutesAfter } from './load.ts';

interface Task {
  readonly at: Date;
  readonly run: () => Promise<void>;
}

const DAYS = 91;
const SMALL_PERSONS = 10;

/** Three months at one desk, in the order in which they happened. */
export async function liveThreeMonths(load: Load, hub: DemoHub): Promise<void> {
  const chance = chanceFrom(`desk ${hub.key}`);
  const tasks: Task[] = [];
  const later = (at: Date, run: () => Promise<void>): void => {
    if (at < load.now) tasks.splice(tasks.filter((task) => task.at <= at).length, 0, { at, run });
  };
  const comings = comingsOf(load, hub, chance);
  const times = timesFor(load, comings.length, chance);
  comings.forEach((coming, position) => {
    const at = times[position]!;
    const visit: VisitToTell = { ...coming, hub, at, chance };
    later(at, () => tellVisit(load, visit, (told, sentAt) => referWhenElsewhere(load, told, { hub, chance, at: sentAt, later })));
  });
  for (let left = 0; left < Math.ceil(comings.length / 25); left++) {
    const at = daysAgo(load, chance.between(3, 80), 15);
    later(at, () => leaveAgain(load, hub, at));
  }
  if (hub.key !== 'lmdina') for (const days of [62, 41, 20, 6]) later(daysAgo(load, days, 16), () => answerComplaints(load, hub, daysAgo(load, days, 16)));
  for (let task = tasks.shift(); task; task = tasks.shift()) await task.run();
}

type Coming = Pick<VisitToTell, 'client' | 'complaint' | 'handOver'>;

/** Who comes, in any order: everybody once, one in four again, and the bodies of the place twice. */
function comingsOf(load: Load, hub: DemoHub, chance: Chance): readonly Coming[] {
  const visitors = peopleWhoCome(hub, load.small ? SMALL_PERSONS : hub.persons, chance);
  const persons = new Map<Visitor, string>();
  const witness = load.staff.get(`coach.${hub.key}`)?.account ?? load.staff.get(`manager.${hub.key}`)!.account;
  const comes = (visitor: Visitor): Coming => ({
    client: async (officer) => {
      const person = persons.get(visitor) ?? (await registerVisitor(load, officer, { hub, visitor, witness, chance }));
      persons.set(visitor, person);
      return { person };
    },
  });
  const first = visitors.map(comes);
  const again = visitors.filter(() => chance.yes(0.25)).map(comes);
  const bodies = load.small ? [] : clientBodies.filter((body) => body.hub === hub.key).map((body) => bodyComes(load, body, comes(chance.pick(visitors))));
  const all = mixed([...first, ...again, ...bodies, ...bodies], chance);
  const words = complaintWords.length;
  return all.map((coming, position) => ({
    ...coming,
    ...(position % 11 === 5 ? { complaint: (position + hub.key.length) % words } : {}),
    ...(position === all.length - 3 && load.staff.has(`protection.${hub.key}`) ? { handOver: true } : {}),
  }));
}

const mixed = <T>(list: readonly T[], chance: Chance): readonly T[] =>
  list.map((item) => ({ item, turn: chance.next() })).sort((a, b) => a.turn - b.turn).map(({ item }) => item);

/** A body comes through one of its members; it is registered the first time, unlisted, as a client. */
function bodyComes(load: Load, { names, kind, territory }: (typeof clientBodies)[number], member: Coming): Coming {
  let organization: string | undefined;
  return {
    client: async (officer): Promise<Client> => {
      const { person } = await member.client(officer);
      organization ??= (await does(load, officer, registerOrganization, {
        names: said(names), sector: kind === 'association' ? 'civil' : 'sse', kind, listed: false, territory,
        descriptions: { ar: 'هيكل متخيل لأغراض العرض.', fr: 'Structure inventée pour la démonstration.', en: 'Body invented for the demonstration.' },
      })).organization;
      return { person, organization };
    },
  };
}

/** Moments of so many visits on working days, at most nine a day, forty minutes apart. */
function timesFor(load: Load, count: number, chance: Chance): readonly Date[] {
  const working = Array.from({ length: DAYS }, (_, days) => DAYS - days).filter((days) => ![0, 6].includes(daysAgo(load, days).getUTCDay()));
  const perDay = new Map<number, number>();
  for (let placed = 0; placed < count;) {
    const days = chance.pick(working);
    const already = perDay.get(days) ?? 0;
    if (already >= 9) continue;
    perDay.set(days, already + 1);
    placed++;
  }
  return [...perDay].sort(([a], [b]) => b - a)
    .flatMap(([days, visits]) => Array.from({ length: visits }, (_, turn) => minutesAfter(daysAgo(load, days, 7, 35), turn * 40 + chance.between(0, 9))));
}

/** Somebody takes a number and goes before her turn. */
async function leaveAgain(load: Load, hub: DemoHub, at: Date): Promise<void> {
  const officer = (minutes: number) => colleagueAt(load, `desk.${hub.key}`, minutesAfter(at, minutes));
  const { ticket } = await does(load, officer(0), openTicket, { via: 'walk-in', reason: 'social' });
  await does(load, officer(20), callTicket, { ticket, counter: 1 });
  await does(load, officer(22), markLeft, { ticket, state: 'left' });
}

/** The manager answers the complaints for which there is an answer. */
async function answerComplaints(load: Load, hub: DemoHub, at: Date): Promise<void> {
  const manager = colleagueAt(load, `manager.${hub.key}`, at);
  for (const { id, words } of await asks(load, manager, complaintList, {})) {
    const answer = complaintWords.find((one) => one.words === words)?.answer;
    if (answer) await does(load, manager, answerComplaint, { complaint: id, words: answer });
  }
}

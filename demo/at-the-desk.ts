import { callTicket } from '#modules/desk/call-ticket/call-ticket.ts';
import { markLeft } from '#modules/desk/call-ticket/mark-left.ts';
import { answerComplaint } from '#modules/desk/complaint/answer-complaint.ts';
import { together } from '#core/together.ts';
import { complaintList } from '#modules/desk/complaint/complaint-list.query.ts';
import { openTicket } from '#modules/desk/open-ticket/open-ticket.ts';
import { registerOrganization } from '#modules/network/organization/register-organization.ts';
import { accompanyAfter } from './accompany.ts';
import { clientBodies } from './content/bodies.ts';
import type { DemoHub } from './content/hubs.ts';
import { complaintWords } from './content/talks.ts';
import { said } from './content/written.ts';
import { referWhenElsewhere } from './follow-referral.ts';
import { type Client, tellShortVisit, tellVisit, type VisitToTell } from './one-visit.ts';
import { peopleWhoCome, registerVisitor, type Visitor } from './people-who-come.ts';
import { type Chance, chanceFrom } from './seeded.ts';
import { asks, colleagueAt, daysAgo, does, type Load, minutesAfter } from './load.ts';

interface Task {
  readonly at: Date;
  readonly run: (load: Load) => Promise<void>;
  /** Somebody is handed over in it: protected actions see only what is committed. */
  readonly apart: boolean;
}

const SMALL_PERSONS = 10;
/** About so many files are opened at one desk that has a coach. */
const FILES = { small: 2, whole: 12 };

/** What happened at one desk, in the order in which it happened: three months of the small demo, a year of the whole one. */
export async function liveAtTheDesk(load: Load, hub: DemoHub): Promise<void> {
  const chance = chanceFrom(`desk ${hub.key}`);
  const tasks: Task[] = [];
  const later = (at: Date, run: Task['run'], apart = false): void => {
    if (at < load.now) tasks.splice(tasks.filter((task) => task.at <= at).length, 0, { at, run, apart });
  };
  const { comings, known } = comingsOf(load, hub, chance);
  const times = timesFor(load, comings.length, chance);
  const accompanied = new Set<string>();
  // Spread over the whole time: one in so many of those who tell all their needs.
  const every = Math.max(1, Math.floor(comings.filter(({ short }) => !short).length / (load.small ? FILES.small : FILES.whole)));
  let turn = 0;
  comings.forEach((coming, position) => {
    const at = times[position]!;
    const visit: VisitToTell = { ...coming, hub, at, chance };
    later(at, (here) => (coming.short
      ? tellShortVisit(here, visit)
      : tellVisit(here, visit, async (told, sentAt) => {
        // One in so many is accompanied for months; the person herself only once.
        const whom = told.client.organization ?? told.client.person;
        if (told.service && !accompanied.has(whom) && turn++ % every === 0) {
          accompanied.add(whom);
          accompanyAfter(here, told, { hub, chance: chanceFrom(`file ${hub.key} ${position}`), at: sentAt, later });
        }
        await referWhenElsewhere(here, told, { hub, chance, at: sentAt, later });
      })), coming.handOver);
  });
  for (let left = 0; left < Math.ceil(comings.length / 25); left++) {
    const at = daysAgo(load, chance.between(3, load.began.desks - 11), 15);
    later(at, (here) => leaveAgain(here, hub, at));
  }
  known.forEach((register, position) => { later(registeredAt(load, position), register); });
  if (hub.key !== 'lmdina') for (const days of load.small ? [62, 41, 20, 6] : [330, 270, 200, 140, 90, 62, 41, 20, 6]) later(daysAgo(load, days, 16), (here) => answerComplaints(here, hub, daysAgo(load, days, 16)));
  for (let task = tasks.shift(); task; task = tasks.shift()) {
    const { run, apart } = task;
    await (apart ? run(load) : together(load.house, (house) => run({ ...load, house })));
  }
}

type Coming = Pick<VisitToTell, 'client' | 'complaint' | 'handOver'> & { readonly short?: boolean };

/** Whoever comes to a desk, and whoever was written into its register from the paper files of before. */
interface Expected {
  readonly comings: readonly Coming[];
  readonly known: readonly Task['run'][];
}

/**
 * Who comes, in any order. In the small demo everybody once, one in four again, and the bodies of the place twice. In the whole
 * one somebody in four tells all her needs, others ask one thing and go, and others again stand in the register only.
 */
function comingsOf(load: Load, hub: DemoHub, chance: Chance): Expected {
  const visitors = peopleWhoCome(hub, load.small ? SMALL_PERSONS : hub.persons, chance);
  const persons = new Map<Visitor, string>();
  const witness = load.staff.get(`coach.${hub.key}`)?.account ?? load.staff.get(`manager.${hub.key}`)!.account;
  const comes = (visitor: Visitor): Coming => ({
    client: async (here, officer) => {
      const person = persons.get(visitor) ?? (await registerVisitor(here, officer, { hub, visitor, witness, chance }));
      persons.set(visitor, person);
      return { person };
    },
  });
  const shares = visitors.map((visitor): 'tells' | 'asks' | 'known' => (load.small || 'same' in visitor ? 'tells' : chance.weigh({ tells: 18, asks: 27, known: 55 })));
  const first = visitors.flatMap((visitor, position) => (shares[position] === 'known' ? [] : [{ ...comes(visitor), short: shares[position] === 'asks' }]));
  const again = visitors.filter((_, position) => shares[position] !== 'known' && chance.yes(0.25)).map((visitor) => ({ ...comes(visitor), short: !load.small }));
  const bodies = load.small ? [] : clientBodies.filter((body) => body.hub === hub.key).map((body) => bodyComes(body, comes(chance.pick(visitors))));
  const all = mixed([...first, ...again, ...bodies, ...bodies], chance);
  const words = complaintWords.length;
  const register = (visitor: Visitor, position: number) => async (here: Load): Promise<void> => {
    await comes(visitor).client(here, colleagueAt(load, `desk.${hub.key}`, registeredAt(load, position)));
  };
  const comings = all.map((coming, position) => ({
    ...coming,
    ...(position % 11 === 5 ? { complaint: (position + hub.key.length) % words } : {}),
    ...(position === all.length - 3 && !coming.short && load.staff.has(`protection.${hub.key}`) ? { handOver: true } : {}),
  }));
  return { comings, known: visitors.filter((_, position) => shares[position] === 'known').map(register) };
}

const mixed = <T>(list: readonly T[], chance: Chance): readonly T[] =>
  list.map((item) => ({ item, turn: chance.next() })).sort((a, b) => a.turn - b.turn).map(({ item }) => item);

/** A body comes through one of its members; it is registered the first time, unlisted, as a client. */
function bodyComes({ names, kind, territory }: (typeof clientBodies)[number], member: Coming): Coming {
  let organization: string | undefined;
  return {
    client: async (load, officer): Promise<Client> => {
      const { person } = await member.client(load, officer);
      organization ??= (await does(load, officer, registerOrganization, {
        names: said(names), sector: kind === 'association' ? 'civil' : 'sse', kind, listed: false, territory,
        descriptions: { ar: 'هيكل متخيل لأغراض العرض.', fr: 'Structure inventée pour la démonstration.', en: 'Body invented for the demonstration.' },
      })).organization;
      return { person, organization };
    },
  };
}

/** Paper files are written into the register when the desk opens, a dozen an afternoon. */
const registeredAt = (load: Load, position: number): Date =>
  minutesAfter(daysAgo(load, load.began.desks - Math.floor(position / 12), 14), (position % 12) * 8);

/** Moments of so many visits on working days, at most nine a day, forty minutes apart. */
function timesFor(load: Load, count: number, chance: Chance): readonly Date[] {
  const days = load.began.desks;
  const working = Array.from({ length: days }, (_, ago) => days - ago).filter((days) => ![0, 6].includes(daysAgo(load, days).getUTCDay()));
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

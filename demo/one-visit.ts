import type { Actor } from '#core/actor.ts';
import { assessExperience } from '#modules/desk/assessment/assess-experience.ts';
import { beginVisit } from '#modules/desk/begin-visit/begin-visit.ts';
import { callTicket } from '#modules/desk/call-ticket/call-ticket.ts';
import { closeVisit } from '#modules/desk/close-visit/close-visit.ts';
import { receiveComplaint } from '#modules/desk/complaint/receive-complaint.ts';
import { writeListeningNote } from '#modules/desk/listening/write-listening-note.ts';
import { answerNeeds } from '#modules/desk/needs/answer-needs.ts';
import { openTicket } from '#modules/desk/open-ticket/open-ticket.ts';
import { orientClient } from '#modules/desk/orientation/orient-client.ts';
import { orientationOptions } from '#modules/desk/orientation/orientation-options.query.ts';
import { recordUnmetNeed } from '#modules/desk/orientation/record-unmet-need.ts';
import { makeSlip } from '#modules/desk/slip/make-slip.ts';
import { spokenWords } from '#core/text/spoken-words.ts';
import { handOverSafely } from '#modules/confidential/hand-over-safely/hand-over-safely.ts';
import type { DemoHub } from './content/hubs.ts';
import { complaintWords, listeningNotes } from './content/talks.ts';
import type { Chance } from './seeded.ts';
import { asks, colleagueAt, does, type Load, minutesAfter } from './load.ts';
import { needsOf } from './needs-of.ts';

const reasonOf = { idea: 'project', money: 'money', training: 'training', selling: 'market', papers: 'rights', place: 'activity', partners: 'activity', 'daily-life': 'social' } as const;

/** Whom the visit is of: somebody registered during it, somebody known, or a body through the member who acts for it. */
export interface Client {
  readonly person: string;
  readonly organization?: string;
}

/** One visit to tell, from number to door. */
export interface VisitToTell {
  readonly hub: DemoHub;
  readonly at: Date;
  readonly chance: Chance;
  /** Which complaint she leaves, if any; which visit is handed over. */
  readonly complaint?: number;
  readonly handOver?: boolean;
  /** Says who she is, once she is called; registers her when she is new. */
  readonly client: (load: Load, officer: Actor) => Promise<Client>;
}

/** What a visit leaves behind that goes on later. */
export interface Told {
  readonly ticket: string;
  readonly client: Client;
  /** The service she wants first, and who gives it; none when nothing fitted. */
  readonly service?: { readonly id: string; readonly organization: string };
}

/** Tells one visit, each step some minutes after the other. `refer` is called before the visit ends. */
export async function tellVisit(load: Load, visit: VisitToTell, refer: (told: Told, at: Date) => Promise<void>): Promise<void> {
  const { hub, at, chance } = visit;
  const officer = (minutes: number): Actor => colleagueAt(load, `desk.${hub.key}`, minutesAfter(at, minutes));
  const answers = needsOf(chance, { organization: false });
  const phone = chance.yes(0.07);
  const reason = chance.yes(0.08) ? 'talk' : reasonOf[(answers.brings as (keyof typeof reasonOf)[])[0]!];
  const { ticket } = await does(load, officer(0), openTicket, { via: phone ? 'phone' : 'walk-in', reason });
  const waited = phone ? 0 : chance.between(2, 24);
  if (!phone) await does(load, officer(waited), callTicket, { ticket, counter: chance.between(1, 3) });
  const client = await visit.client(load, officer(waited + 3));
  await does(load, officer(waited + 4), beginVisit, {
    ticket, typed_for: true, ...(client.organization ? { organization: client.organization, acting_person: client.person } : { person: client.person }),
  });
  if (chance.yes(0.22)) await does(load, officer(waited + 6), writeListeningNote, { ticket, note: chance.pick(listeningNotes) });
  if (visit.handOver) await does(load, officer(waited + 7), handOverSafely, { ticket });
  const needs = client.organization ? needsOf(chance, { organization: true }) : answers;
  await does(load, officer(waited + 12), answerNeeds, { ticket, answers: needs, finish: 'yes' });
  const service = await orient(load, officer(waited + 18), ticket, chance);
  if (service && chance.yes(0.75)) await does(load, officer(waited + 20), makeSlip, { ticket, lang: chance.weigh({ ar: 80, fr: 20 }), word: chance.pick(spokenWords) });
  await refer({ ticket, client, ...(service ? { service } : {}) }, minutesAfter(at, waited + 22));
  if (chance.yes(0.62)) await does(load, officer(waited + 25), assessExperience, { ticket, faces: Number(chance.weigh({ 5: 42, 4: 33, 3: 15, 2: 7, 1: 3 })) });
  const left = visit.complaint === undefined ? undefined : complaintWords[visit.complaint];
  if (left) await does(load, officer(waited + 26), receiveComplaint, { ticket, kind: left.kind, words: left.words, named: chance.yes(0.5) });
  await does(load, officer(waited + 27), closeVisit, { ticket });
}

/** Tells the visit of somebody who asks one thing and goes: number, name, answer, door. */
export async function tellShortVisit(load: Load, { hub, at, chance, client: comes, complaint }: VisitToTell): Promise<void> {
  const officer = (minutes: number): Actor => colleagueAt(load, `desk.${hub.key}`, minutesAfter(at, minutes));
  const { ticket } = await does(load, officer(0), openTicket, { via: 'walk-in', reason: chance.pick(['project', 'money', 'training', 'market', 'rights', 'social']) });
  const waited = chance.between(2, 24);
  await does(load, officer(waited), callTicket, { ticket, counter: chance.between(1, 3) });
  const { person } = await comes(load, officer(waited + 2));
  await does(load, officer(waited + 3), beginVisit, { ticket, typed_for: true, person });
  const left = complaint === undefined ? undefined : complaintWords[complaint];
  if (left) await does(load, officer(waited + 6), receiveComplaint, { ticket, kind: left.kind, words: left.words, named: chance.yes(0.5) });
  await does(load, officer(waited + 8), closeVisit, { ticket });
}

/** Names up to three services to her, the best first; when nothing fits, the need is counted as unmet. */
async function orient(load: Load, officer: Actor, ticket: string, chance: Chance): Promise<Told['service']> {
  const { matches, client } = await asks(load, officer, orientationOptions, { ticket });
  const open = matches.filter(({ standing, answersNeed, full }) => standing !== 'no' && answersNeed > 0 && !full).slice(0, 4);
  const chosen = open.slice(open.length > 1 && chance.yes(0.3) ? 1 : 0).slice(0, chance.between(1, 3));
  const service_type = client?.need.wants[0];
  if (chosen.length === 0) {
    const answering = matches.filter(({ answersNeed }) => answersNeed > 0);
    const cause = answering.some(({ standing }) => standing !== 'no') ? 'full' : answering.length > 0 ? 'not-eligible' : 'no-service';
    await does(load, officer, recordUnmetNeed, { ticket, cause, service_type });
    return undefined;
  }
  if (chance.yes(0.05)) await does(load, officer, recordUnmetNeed, { ticket, cause: chance.weigh({ 'too-far': 60, 'declined-by-client': 40 }), service_type });
  await does(load, officer, orientClient, {
    ticket, choose: Object.fromEntries(chosen.map(({ service }, position) => [service.id, position + 1])), losses_told: 'yes', revision: 0,
  });
  const { id, organization } = chosen[0]!.service;
  return { id, organization };
}

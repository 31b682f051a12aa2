import type pg from 'pg';
import type { Channel, ContactQuestion, ContactVerdict } from '#modules/people/safe-contact/may-contact.ts';
import type { Random } from '../random.ts';
import { objectionsTo, type Story } from './contact-oracle.ts';

/** A gate: the product's own, or one with a planted fault. */
export type Gate = (question: ContactQuestion) => ContactVerdict;

const zones = ['Africa/Tunis', 'Africa/Casablanca', 'Asia/Hebron', 'Europe/Rome', 'Europe/Lisbon'] as const;
const ways = ['call', 'sms', 'whatsapp', 'email'] as const satisfies readonly Channel[];
const FIRST = Date.UTC(2024, 0, 1);
const MINUTES = 7 * 366 * 24 * 60;
/** Around here Morocco's clock goes back and forth for Ramadan, and Europe's and Palestine's for summer: many cases stand on these days. */
const turns = ['2026-02-15', '2026-03-22', '2027-02-07', '2025-02-23', '2025-04-06', '2026-03-29', '2026-10-25', '2026-03-28', '2026-10-24'].map((day) => Date.parse(`${day}T00:00:00Z`));

interface Case { readonly story: Story; readonly question: ContactQuestion }

/** So many invented cases; what the wall shows is asked of PostgreSQL, whose table of time zones is another than the product's. */
export async function inventCases(random: Random, pool: pg.Pool, count: number): Promise<Case[]> {
  const moments = Array.from({ length: count }, () => ({
    zone: random.pick(zones),
    at: random.once(4) ? random.pick(turns) + random.below(28 * 60) * 60_000 : FIRST + random.below(MINUTES) * 60_000,
  }));
  const { rows } = await pool.query<{ day: number; minute: number; date: string }>(`
    select extract(isodow from wall)::int as day, (extract(hour from wall) * 60 + extract(minute from wall))::int as minute, to_char(wall, 'YYYY-MM-DD') as date
    from (select to_timestamp(m.at / 1000.0) at time zone m.zone as wall, m.n from unnest($1::float8[], $2::text[]) with ordinality as m (at, zone, n)) w order by n`,
  [moments.map(({ at }) => at), moments.map(({ zone }) => zone)]);
  return rows.map((wall, i) => oneCase(random, { ...moments[i]!, ...wall }));
}

function oneCase(random: Random, { zone, at, day, minute, date }: { zone: string; at: number; day: number; minute: number; date: string }): Case {
  const often = () => !random.once(6);
  // Near the hour in question as often as far from it: edges are where gates fail.
  const span = () => { const from = random.once(2) ? Math.max(0, minute - random.below(3) * 30) : random.below(1_400); return { from, to: Math.min(1_439, random.once(3) ? minute : from + 1 + random.below(240)) }; };
  const mine = () => Array.from({ length: random.below(4) }, () => ({ day: random.once(2) ? day : 1 + random.below(7), ...span() })).filter(({ from, to }) => to > from);
  const way = random.pick(ways);
  const wasAsked = often();
  const saidNever = wasAsked && random.once(9);
  const story: Story = {
    thing: way === 'email' ? (often() ? 'mailbox' : 'phone') : often() ? 'phone' : 'mailbox', whose: often() ? 'hers' : 'somebody else’s', othersUseIt: !often(), wasAsked, saidNever,
    ticked: wasAsked ? ways.filter((each) => each === way ? often() : random.once(2)) : [], voicemailAllowed: wasAsked && random.once(2), hours: wasAsked && often() ? mine() : [],
    way, leavesWord: random.once(5), askedToBeReached: random.once(6), agreed: often(), protectedMatter: random.once(8), day, minute,
    doorOpen: random.once(5) ? [] : [span(), span()].filter(({ from, to }) => to > from),
  };
  return { story, question: questionOf(random, story, { zone, at, date }) };
}

const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const spanOf = ({ from, to }: { from: number; to: number }) => ({ opens: clock(from), closes: clock(to) });

/** The same story in the words of the product. */
function questionOf(random: Random, story: Story, { zone, at, date }: { zone: string; at: number; date: string }): ContactQuestion {
  return {
    contact: {
      kind: story.thing === 'phone' ? 'phone' : 'email', owner: story.whose === 'hers' ? 'self' : random.pick(['household', 'relative', 'neighbour', 'other'] as const),
      shared: story.othersUseIt, asked: story.wasAsked, never: story.saidNever, channels: story.ticked as Channel[],
      hours: story.hours.map(({ day, ...span }) => ({ weekday: day, ...spanOf(span) })), voicemail: story.voicemailAllowed,
    },
    channel: story.way, at: new Date(at), voicemail: story.leavesWord, consent: story.agreed, protected: story.protectedMatter,
    purpose: story.askedToBeReached ? 'asked-for' : random.pick(['appointment', 'invitation', 'follow-up', 'answer'] as const),
    place: { timeZone: zone, openOn: (asked) => (asked === date ? story.doorOpen.map(spanOf) : []) },
  };
}

/** Where a gate and the oracle disagree, and where "never" is not the reason given. */
export function disagreements(gate: Gate, cases: readonly Case[]): string[] {
  return cases.flatMap(({ story, question }) => {
    const { allow, reason } = gate(question);
    const against = objectionsTo(story);
    const where = `${question.channel} ${question.purpose} ${question.at.toISOString()} ${question.place.timeZone}`;
    if (allow && against.length > 0) return [`${where}: let through, though ${against.join('; ')}`];
    if (!allow && against.length === 0) return [`${where}: stopped for ${reason}, though nothing speaks against it`];
    return story.saidNever && reason !== 'never' ? [`${where}: "never" is not what counts, but ${reason}`] : [];
  });
}

/** How many of the cases may pass: a run in which nearly none did would prove little. */
export const passing = (cases: readonly Case[]): number => cases.filter(({ story }) => objectionsTo(story).length === 0).length;

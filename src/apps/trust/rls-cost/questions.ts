/** One question of everyday work, asked past the policies with its filter written by hand, and through them without. */
export interface Question {
  readonly name: string;
  /** `$1` is the network; the policies do the rest. */
  readonly ours: string;
  /** `$1` is the network, `$2` the hub. */
  readonly byHand: string;
  /** How many times the hand-written one it may take. */
  readonly bar: number;
}

const both = (name: string, bar: number, text: (scope: string) => string, scope: string): Question => ({ name, bar, ours: text(''), byHand: text(scope) });

const ofHub = 'and t.hub_id = $2';
const enrolledHere = 'and exists (select from people.enrolment e where e.network_id = p.network_id and e.person_id = p.id and e.hub_id = $2)';
const newestTicket = '(select x.id from desk.ticket x where x.network_id = $1 order by x.hub_id desc, x.day desc, x.number desc limit 1)';

/** The table of trust.md 2.5 on the rows of a desk. */
export const questions: readonly Question[] = [
  both('one ticket by its id', 2, (scope) => `select t.number from desk.ticket t where t.network_id = $1 and t.id = ${newestTicket.replace('where x.network_id = $1', scope ? 'where x.network_id = $1 and x.hub_id = $2' : 'where x.network_id = $1')} ${scope}`, ofHub),
  both('newest 50 of my hub', 2, (scope) => `select t.id from desk.ticket t where t.network_id = $1 ${scope} order by t.hub_id desc, t.day desc, t.number desc limit 50`, ofHub),
  both('tickets of my hub by state', 1.5, (scope) => `select t.state, count(*)::int as many from desk.ticket t where t.network_id = $1 ${scope} group by 1 order by 1`, ofHub),
  both('all tickets I may see, counted', 1.5, (scope) => `select count(*)::int as many from desk.ticket t where t.network_id = $1 ${scope}`, ofHub),
  both('persons of my hub, first 50 by code', 2, (scope) => `select p.code from people.person p where p.network_id = $1 and p.code < 'P-11' ${scope} order by p.code limit 50`, enrolledHere),
];

import fc from 'fast-check';
import type { Actor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { NotFound, Refusal } from '#core/refusal.ts';
import { beginVisit } from '#modules/desk/begin-visit/begin-visit.ts';
import { callNext } from '#modules/desk/call-ticket/call-next.ts';
import { callTicket } from '#modules/desk/call-ticket/call-ticket.ts';
import { markLeft } from '#modules/desk/call-ticket/mark-left.ts';
import { closeVisit } from '#modules/desk/close-visit/close-visit.ts';
import { openTicket } from '#modules/desk/open-ticket/open-ticket.ts';
import type { World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';

/** What a ticket is in the mind of somebody who knows the desk and not its code. */
type Standing = 'waiting' | 'called' | 'in-progress' | 'closed' | 'left';
interface Model { readonly tickets: { standing: Standing }[] }
interface Real { readonly desk: World; readonly officers: readonly [Actor, Actor]; readonly person: string; readonly ids: string[] }
type Step = fc.AsyncCommand<Model, Real>;

/** Does it, and says whether it was done or refused; anything else is a fault. */
const tried = async (work: Promise<unknown>): Promise<'done' | 'refused'> => work.then(() => 'done' as const, (error: unknown) => {
  if (error instanceof Refusal || error instanceof NotFound) return 'refused' as const;
  throw error;
});

/** One step: what should come of it by the model, what did, and what stands afterwards. */
class DeskStep implements Step {
  constructor(
    private readonly said: string,
    private readonly at: (model: Model) => number | null,
    private readonly allowed: (standing: Standing | null) => boolean,
    private readonly then: (model: Model, index: number | null) => void,
    private readonly does: (real: Real, index: number | null) => Promise<unknown>,
  ) {}

  check(): boolean {
    return true;
  }

  async run(model: Model, real: Real): Promise<void> {
    const index = this.at(model);
    const should = this.allowed(index === null ? null : model.tickets[index]!.standing) ? 'done' : 'refused';
    const was = await tried(this.does(real, index));
    if (was !== should) throw new Error(`${this.said} was ${was} and should be ${should} (${index === null ? 'no ticket' : model.tickets[index]!.standing})`);
    if (was === 'done') this.then(model, index);
  }

  toString(): string {
    return this.said;
  }
}

const some = (nth: number) => ({ tickets }: Model): number | null => (tickets.length ? nth % tickets.length : null);
const firstWaiting = ({ tickets }: Model): number | null => { const at = tickets.findIndex(({ standing }) => standing === 'waiting'); return at < 0 ? null : at; };
const become = (standing: Standing) => (model: Model, index: number | null): void => { model.tickets[index!] = { standing }; };
const nobody = '00000000-0000-7000-8000-000000000000';
const idOf = ({ ids }: Real, index: number | null): string => (index === null ? nobody : ids[index]!);

const nth = fc.nat({ max: 30 });
const steps = [
  fc.constantFrom('walk-in' as const, 'phone' as const).map((via) => new DeskStep(`open ${via}`, () => null, () => true,
    ({ tickets }) => { tickets.push({ standing: via === 'phone' ? 'called' : 'waiting' }); },
    async ({ desk, officers, ids }) => { ids.push((await act(desk.house, officers[0], openTicket, { via, reason: 'project' })).ticket); })),
  nth.map((n) => new DeskStep(`call ${n}`, some(n), (standing) => standing === 'waiting', become('called'),
    (real, i) => act(real.desk.house, real.officers[n % 2]!, callTicket, { ticket: idOf(real, i), counter: 1 + (n % 9) }))),
  fc.constant(null).map(() => new DeskStep('call next', firstWaiting, (standing) => standing === 'waiting', become('called'),
    (real) => act(real.desk.house, real.officers[1], callNext, { counter: 4 }))),
  nth.map((n) => new DeskStep(`begin ${n}`, some(n), (standing) => standing === 'called', become('in-progress'),
    (real, i) => act(real.desk.house, real.officers[n % 2]!, beginVisit, { ticket: idOf(real, i), person: real.person, typed_for: true }))),
  nth.map((n) => new DeskStep(`close ${n}`, some(n), (standing) => standing === 'called' || standing === 'in-progress', become('closed'),
    (real, i) => act(real.desk.house, real.officers[0], closeVisit, { ticket: idOf(real, i) }))),
  nth.map((n) => new DeskStep(`left ${n}`, some(n), (standing) => standing === 'waiting' || standing === 'called', become('left'),
    (real, i) => act(real.desk.house, real.officers[0], markLeft, { ticket: idOf(real, i), state: 'left' }))),
];

/**
 * Plays so many sequences of at most 40 steps at a desk of their own and compares each answer, and at the end every row and the
 * number of events, with the model. Gives the faults, shrunk to the fewest steps that show them.
 */
export async function playDeskSequences(many: number, seed: number, openDeskOf: () => Promise<Omit<Real, 'ids'>>): Promise<string[]> {
  const property = fc.asyncProperty(fc.commands(steps, { maxCommands: 40, size: 'max' }), async (commands) => {
    const real: Real = { ...(await openDeskOf()), ids: [] };
    const model: Model = { tickets: [] };
    await fc.asyncModelRun(() => ({ model, real }), commands);
    const rows = await ownerQuery<{ id: string; state: string; told: number }>(real.desk.house,
      'select t.id, t.state, (select count(*)::int from core.event e where e.network_id = t.network_id and e.subject_id = t.id) as told from desk.ticket t where t.network_id = $1 and t.hub_id = $2', [real.desk.network, real.desk.hub]);
    if (rows.length !== model.tickets.length) throw new Error(`${rows.length} tickets stand where ${model.tickets.length} should`);
    for (const { id, state, told } of rows) {
      const should = model.tickets[real.ids.indexOf(id)]?.standing;
      if (state !== should) throw new Error(`a ticket is ${state} and should be ${should}`);
      if (told < 1) throw new Error('a ticket left no event');
    }
  });
  const found = await fc.check(property, { numRuns: many, seed, endOnFailure: false });
  return found.failed ? [`a sequence of steps: ${String((found.errorInstance as Error)?.message)} after ${found.counterexample?.join(' ')} (seed ${seed}, path ${found.counterexamplePath})`] : [];
}

import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { choice, id, maybe } from '#core/input.ts';
import { newSlipCode } from '#core/text/slip-code.ts';
import { accountName } from '#modules/network/public.ts';
import { personCard, personGroup } from '#modules/people/public.ts';
import { type Audience, parts } from '../codes.ts';
import { isReadOnly, knownSession } from '../session/known-session.ts';
import { action, type TrainingTables } from '../training.ts';

/** Who asks: one of three, and which one the course is for. */
const input = z.strictObject({ session: id(), person: maybe(id()), account: maybe(id()), trainer: maybe(id()), part: maybe(choice(parts)) })
  .refine(({ person, account, trainer }) => [person, account, trainer].filter(Boolean).length === 1, { message: 'required', path: ['person'] });

const kindOf = { beneficiaries: 'person', staff: 'account', trainers: 'trainer' } as const satisfies Record<Audience, string>;

/**
 * Types that somebody asks for a seat: a person in a course for those the hub serves, a colleague by her account in one for staff, a
 * trainer of the pool in one for trainers. Anyone may ask; who comes first is weighed when seats are given. After asking has closed
 * only free seats can still be asked for.
 */
export const requestSeat = action({
  name: 'request-seat',
  says: 'Notes that somebody asks for a seat in a course.',
  input,
  refuses: ['not-announced', 'asking-closed', 'wrong-audience', 'asked-already', 'agreement-over'],
  run: async (doing, { session, person, account, trainer, part }) => {
    const { tx, network, hub, now, actor, refuse, record } = doing;
    const row = await knownSession(doing, session);
    if (await isReadOnly(doing, session)) refuse('agreement-over');
    if (row.state !== 'announced') refuse('not-announced');
    if (row.asks_until <= now && !(row.seated_at && row.given < row.seats && row.starts_at > now)) refuse('asking-closed');
    if (!{ person, account, trainer }[kindOf[row.audience]]) refuse('wrong-audience', { audience: row.audience }, kindOf[row.audience]);
    await mustBeKnown(doing, { person, account, trainer });
    if (person && (await asksUnderAnotherFile(doing, session, person))) refuse('asked-already', {}, 'person');
    const seat = newId(now.getTime());
    const kept = await tx.insertInto('training.seat').values({
      network_id: network, id: seat, hub_id: hub, session_id: session, audience: row.audience, person_id: person ?? null, account_id: account ?? null, trainer_id: trainer ?? null,
      code: newSlipCode(), part: part ?? 'alone', state: 'asked', state_at: now, rank: null, reason: null, asked_at: now, asked_by: actor.account, answered_at: null, answered_by: null,
    }).onConflict((seats) => seats.doNothing()).executeTakeFirst();
    if (kept.numInsertedOrUpdatedRows === 0n) refuse('asked-already', {}, kindOf[row.audience]);
    await record({ name: 'seat-asked', subject: seat, person: person ?? null, body: { session, topic: row.topic, audience: row.audience } });
    return { seat, session };
  },
});

async function mustBeKnown({ tx, network, absent }: Doing<TrainingTables>, { person, account, trainer }: { person?: string | undefined; account?: string | undefined; trainer?: string | undefined }): Promise<void> {
  if (person && !(await personCard(tx, person))) absent();
  if (account && !(await accountName(tx, account))) absent();
  if (trainer && !(await tx.selectFrom('training.trainer').select('id').where('network_id', '=', network).where('id', '=', trainer).where('left_at', 'is', null).executeTakeFirst())) absent();
}

/** Files that were joined are one person: she has one seat, whichever of them was typed. */
async function asksUnderAnotherFile({ tx, network }: Doing<TrainingTables>, session: string, person: string): Promise<boolean> {
  const others = (await personGroup(tx, person)).filter((file) => file !== person);
  if (others.length === 0) return false;
  return Boolean(await tx.selectFrom('training.seat').select('id').where('network_id', '=', network).where('session_id', '=', session)
    .where('person_id', 'in', others).where('state', '<>', 'given_back').executeTakeFirst());
}

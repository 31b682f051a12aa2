import { newId } from '#core/id.ts';
import { dayHere, hubCard } from '#modules/network/public.ts';
import { personCard } from '#modules/people/public.ts';
import { requestPlace } from '../request/request-place.ts';
import { dueOn } from '../request/deadline.ts';
import { action } from '../rights.ts';
import { openRequestInput } from './open-request.input.ts';

/**
 * Writes down what a person asks of what is kept of her: to see it, to put it right, to erase it. Two things must tell that it is she
 * (`not-identified`); a correction says what is wrong (`say-what`); one erasure at a time (`already-asked`). Nothing opens by it: a second colleague confirms first (`confirm-request`).
 */
export const openRequest = action({
  name: 'open-request',
  says: 'Writes down what a person asks of what is kept of her.',
  input: openRequestInput,
  refuses: ['not-identified', 'say-what', 'already-asked'],
  run: async (doing, { person, kind, identified_by, wish }) => {
    const { tx, network, hub, now, actor, vault, record, refuse, absent } = doing;
    const card = (await personCard(tx, person)) ?? absent();
    const here = (await hubCard(tx, hub)) ?? absent();
    if (new Set(identified_by).size < 2) refuse('not-identified', {}, 'identified_by');
    if (kind === 'correct' && !wish) refuse('say-what', {}, 'wish');
    const open = kind !== 'erase' ? undefined : await tx.selectFrom('rights.request').select('id')
      .where('network_id', '=', network).where('person_id', '=', card.id).where('kind', '=', 'erase').where('state', 'in', ['open', 'decided']).executeTakeFirst();
    if (open) refuse('already-asked');
    const request = newId(now.getTime());
    await tx.insertInto('rights.request').values({
      network_id: network, id: request, hub_id: hub, person_id: card.id, kind, basis: 'asked', identified_by: [...new Set(identified_by)],
      wish: wish ? await vault.seal(requestPlace({ id: request, person_id: card.id }, 'wish'), wish) : null,
      asked_at: now, asked_by: actor.account!, due_on: dueOn(here.country, kind, await dayHere(doing)), state: 'open',
      confirmed_at: null, confirmed_by: null, until_at: null, reason: null, answer: null, answered_at: null, answered_by: null,
    }).execute();
    await record({ name: 'request-opened', subject: request, person: card.id, body: { kind, basis: 'asked', identified_by: new Set(identified_by).size } });
    return { request };
  },
});

import { newId } from '#core/id.ts';
import { hubCard } from '#modules/network/public.ts';
import { personCard, personGroup } from '#modules/people/public.ts';
import { requestPlace } from '../request/request-place.ts';
import { dueOn } from '../request/deadline.ts';
import { action } from '../rights.ts';
import { openRequestInput } from './open-request.input.ts';

/** For how long the sheet of what is kept of her can be made again after she asked. */
export const packHours = 24;

/**
 * Writes down what a person asks of what is kept of her: to see it, to put it right, to erase it. Two things must tell that it is she
 * (`not-identified`); a correction says what is wrong (`say-what`); one erasure at a time (`already-asked`).
 */
export const openRequest = action({
  name: 'open-request',
  says: 'Writes down what a person asks of what is kept of her.',
  input: openRequestInput,
  refuses: ['not-identified', 'say-what', 'already-asked'],
  run: async ({ tx, network, hub, now, actor, vault, record, refuse, absent }, { person, kind, identified_by, wish }) => {
    const card = (await personCard(tx, person)) ?? absent();
    const here = (await hubCard(tx, hub)) ?? absent();
    if (new Set(identified_by).size < 2) refuse('not-identified', {}, 'identified_by');
    if (kind === 'correct' && !wish) refuse('say-what', {}, 'wish');
    const open = kind !== 'erase' ? undefined : await tx.selectFrom('rights.request').select('id')
      .where('network_id', '=', network).where('person_id', '=', card.id).where('kind', '=', 'erase').where('state', 'in', ['open', 'decided']).executeTakeFirst();
    if (open) refuse('already-asked');
    const request = newId(now.getTime());
    const until = new Date(now.getTime() + packHours * 3_600_000);
    await tx.insertInto('rights.request').values({
      network_id: network, id: request, hub_id: hub, person_id: card.id, kind, basis: 'asked', identified_by: [...new Set(identified_by)],
      wish: wish ? await vault.seal(requestPlace({ id: request, person_id: card.id }, 'wish'), wish) : null,
      asked_at: now, asked_by: actor.account!, due_on: dueOn(here.country, kind, now), until_at: kind === 'access' ? until : null, state: 'open',
      reason: null, answer: null, answered_at: null, answered_by: null,
    }).execute();
    if (kind === 'access') {
      await tx.insertInto('rights.subject').values((await personGroup(tx, card.id)).map((file) => ({
        network_id: network, request_id: request, person_id: file, hub_id: hub, reach: 'hub' as const, until_at: until,
      }))).execute();
    }
    await record({ name: 'request-opened', subject: request, person: card.id, body: { kind, basis: 'asked', identified_by: new Set(identified_by).size } });
    return { request };
  },
});

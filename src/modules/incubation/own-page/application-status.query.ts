import { z } from 'zod';
import { text } from '#core/input.ts';
import { passHash } from '#modules/desk/public.ts';
import { hubCard } from '#modules/network/public.ts';
import { standingAt } from '../call/call-window.ts';
import { extensionsOf } from '../extend/extensions-of.ts';
import { query } from '../incubation.ts';
import { papersHandedIn } from '../papers/papers-of.ts';
import { resultStates } from '../selection/selection-codes.ts';
import { ownStep } from './own-step.ts';

/**
 * Where one's own application stands and what is open next: a neutral step, papers that came, the place she was told she waits at, until when
 * an appeal is taken. No name, no answer, no score, nothing she was not told. Null without a live pass.
 */
export const applicationStatus = query({
  name: 'application-status',
  says: 'Shows whoever applied where her application stands.',
  input: z.strictObject({ pass: text(60) }),
  link: ({ pass }) => passHash(pass),
  run: async (asking) => {
    const { tx, network, now } = asking;
    const opening = await tx.selectFrom('incubation.application_opening').select(['application_id', 'call_id']).where('network_id', '=', network).executeTakeFirst();
    if (!opening) return null;
    const application = await tx.selectFrom('incubation.application').select(['id', 'receipt', 'state', 'state_at as since'])
      .where('network_id', '=', network).where('id', '=', opening.application_id).executeTakeFirst();
    const call = await tx.selectFrom('incubation.call').select(['id', 'hub_id', 'code', 'names', 'state', 'opens_at', 'closes_at', 'next_step', 'papers'])
      .where('network_id', '=', network).where('id', '=', opening.call_id).executeTakeFirst();
    if (!application || !call) return null;
    const hub = await hubCard(tx, call.hub_id);
    const result = await tx.selectFrom('incubation.result').select('waits_at').where('network_id', '=', network).where('call_id', '=', call.id).where('receipt', '=', application.receipt).executeTakeFirst();
    const decided = await tx.selectFrom('incubation.decision').select('appeals_until').where('network_id', '=', network).where('call_id', '=', call.id).where('published_at', 'is not', null).executeTakeFirst();
    const appeal = await tx.selectFrom('incubation.appeal').select(['filed_at as filedAt', 'outcome', 'answered_at as answeredAt']).where('network_id', '=', network).where('application_id', '=', application.id).executeTakeFirst();
    const step = ownStep(application.state);
    const until = step === 'waitlisted' || step === 'rejected' ? (decided?.appeals_until ?? null) : null;
    return {
      receipt: application.receipt, step, since: application.since,
      call: { code: call.code, names: call.names, open: standingAt(call, now) === 'open', closesAt: call.closes_at, nextStep: call.next_step, papers: call.papers, results: (resultStates as readonly string[]).includes(call.state) },
      moves: step === 'begun' ? await extensionsOf(asking, call.id) : [],
      papers: (await papersHandedIn(asking, application.id)).map(({ code, document }) => ({ code, document: document ? 'file' : null })),
      waitsAt: step === 'waitlisted' ? (result?.waits_at ?? null) : null,
      appeal: { until, open: until !== null && !appeal && now < until, filed: appeal ?? null },
      desk: hub ? { id: hub.id, names: hub.names, address: hub.address, phone: hub.phone } : null,
    };
  },
});

import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id, isoDate, maybe, text } from '#core/input.ts';
import { dayHere, organizationCard } from '#modules/network/public.ts';
import { personCard } from '#modules/people/public.ts';
import { currencies, scaleOf } from '#core/money.ts';
import { financingReasons } from '../codes.ts';
import { action } from '../funding.ts';
import { amount, minorOf } from '../money.ts';
import { knownFinancing } from './known-financing.ts';

/** Prepares somebody's file for a lender: for a person received here or for a body, at a bank, a microcredit body or another lender. */
export const prepareFinancing = action({
  name: 'prepare-financing',
  says: 'Prepares a financing file for a lender.',
  input: z.strictObject({ person: maybe(id()), organization: maybe(id()), lender: id(), purpose: text(300), currency: choice(currencies), asked: amount() }),
  refuses: ['amount-odd', 'for-whom'],
  run: async ({ tx, network, hub, now, actor, refuse, absent, record }, { person, organization, lender, purpose, currency, ...typed }) => {
    if ((person === undefined) === (organization === undefined)) refuse('for-whom', {}, 'person');
    const asked_minor = minorOf(typed.asked, currency) || refuse('amount-odd', {}, 'asked');
    if (person && !(await personCard(tx, person))) absent();
    for (const body of [organization, lender]) if (body && !(await organizationCard(tx, body))) absent();
    const file = newId(now.getTime());
    await tx.insertInto('funding.financing_file').values({
      network_id: network, id: file, hub_id: hub, person_id: person ?? null, organization_id: organization ?? null, lender_id: lender, purpose, currency, scale: scaleOf(currency), asked_minor,
      state_at: now, opened_by: actor.account!, opened_at: now,
    }).execute();
    await record({ name: 'financing-prepared', subject: file, person: person ?? null, organization: organization ?? null, body: { amount_minor: asked_minor, currency, lender } });
    return { file };
  },
});

/** Writes down that a financing file was handed to its lender. */
export const submitFinancing = action({
  name: 'submit-financing',
  says: 'Writes down that a financing file was handed to the lender.',
  input: z.strictObject({ file: id(), on: isoDate() }),
  refuses: ['wrong-step', 'signed-in-future'],
  run: async (doing, { file: of, on }) => {
    const { tx, network, now, refuse, record } = doing;
    const file = await knownFinancing(doing, of);
    if (file.state !== 'prepared') refuse('wrong-step');
    if (on > (await dayHere(doing))) refuse('signed-in-future', {}, 'on');
    await tx.updateTable('funding.financing_file').set({ state: 'submitted', state_at: now, submitted_on: on }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'financing-submitted', subject: of, person: file.person_id, organization: file.organization_id });
    return { file: of };
  },
});

/** Writes down what the lender answered: how much it gives, or why not; or that the file was taken back. */
export const answerFinancing = action({
  name: 'answer-financing',
  says: 'Writes down what the lender answered.',
  input: z.strictObject({ file: id(), answer: choice(['granted', 'refused', 'withdrawn']), on: isoDate(), granted: maybe(amount()), reason: maybe(choice(financingReasons)) }),
  refuses: ['wrong-step', 'amount-odd', 'reason-missing', 'answered-before', 'signed-in-future'],
  run: async (doing, { file: of, answer, on, granted, reason }) => {
    const { tx, network, now, refuse, record } = doing;
    const file = await knownFinancing(doing, of);
    if (file.state !== 'submitted' && !(file.state === 'prepared' && answer === 'withdrawn')) refuse('wrong-step');
    if (on > (await dayHere(doing))) refuse('signed-in-future', {}, 'on');
    if (file.submitted_on && on < String(file.submitted_on)) refuse('answered-before', {}, 'on');
    const granted_minor = answer === 'granted' ? (minorOf(granted ?? '', file.currency) || refuse('amount-odd', {}, 'granted')) : null;
    const why = answer === 'granted' ? null : (reason ?? refuse('reason-missing', {}, 'reason'));
    await tx.updateTable('funding.financing_file').set({ state: answer, state_at: now, answered_on: on, granted_minor, reason: why }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({
      name: 'financing-answered', subject: of, person: file.person_id, organization: file.organization_id,
      body: { granted: answer === 'granted', amount_minor: granted_minor ?? 0, currency: file.currency, reason: why },
    });
    return { file: of };
  },
});

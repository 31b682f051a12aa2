import { type Actor, visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { handOverSafely } from '#modules/confidential/hand-over-safely/hand-over-safely.ts';
import { bookAppointment } from '#modules/desk/book-appointment/book-appointment.ts';
import { callTicket } from '#modules/desk/call-ticket/call-ticket.ts';
import { receiveComplaint } from '#modules/desk/complaint/receive-complaint.ts';
import { needsFormV1 } from '#modules/desk/form/needs-form-v1.ts';
import { publishForm } from '#modules/desk/form/publish-form.ts';
import { writeListeningNote } from '#modules/desk/listening/write-listening-note.ts';
import { answerNeeds } from '#modules/desk/needs/answer-needs.ts';
import { orientClient } from '#modules/desk/orientation/orient-client.ts';
import { recordUnmetNeed } from '#modules/desk/orientation/record-unmet-need.ts';
import { makeSlip } from '#modules/desk/slip/make-slip.ts';
import { openSlip } from '#modules/desk/slip/open-slip.ts';
import { slipSheet } from '#modules/desk/slip/slip-sheet.query.ts';
import { openCommitteeDecision } from '#modules/directory/open-committee-decision/open-committee-decision.ts';
import { registerCentre } from '#modules/network/centre/register-centre.ts';
import type { World } from '#tests/fixtures/open-hub.ts';
import { openReferringDesk } from '#tests/fixtures/refer.ts';
import { signedAgreement } from '#tests/fixtures/signed-agreement.ts';

/** Somebody who walks through the pages, and where she begins: what is printed on a paper she holds, the page after sign-in, what she searched for. */
export interface Walker {
  readonly who: string;
  readonly actor: Actor | null;
  readonly from: readonly string[];
}

/** A hub where everything happened once, so that no page is empty for want of a row. */
export async function openLivedInHub(): Promise<{ world: World; walkers: readonly Walker[] }> {
  const desk = await openReferringDesk();
  const { world, officer, visitOf: ticket, woman, service, body } = desk;
  const { house } = world;
  const admin = await world.as('network_admin');
  const manager = await world.as('hub_manager', { also: ['desk_officer'] });
  await act(house, admin, publishForm, needsFormV1);
  await desk.another({ names: { ar: 'قرض النمو', fr: 'Crédit de croissance' }, mainType: 'FIN', stages: ['development'], mayLose: [{ kind: 'aid', names: { ar: 'منحة العائلات', fr: 'L’aide aux familles' } }] });
  await act(house, officer, writeListeningNote, { ticket, note: 'Elle raconte son idée, posément.' });
  await act(house, officer, answerNeeds, { ticket, answers: { brings: ['papers', 'money'], stage: 'creation', finance: 'small' }, seen: {} });
  await act(house, officer, orientClient, { ticket, choose: { [service]: '1' }, reason: {}, revision: '0' });
  await act(house, officer, recordUnmetNeed, { ticket, cause: 'no-service', service_type: 'COW' });
  await act(house, officer, makeSlip, { ticket, lang: 'fr', word: 'olive' });
  const referral = await desk.refer();
  await act(house, officer, receiveComplaint, { ticket, kind: 'complaint', words: 'J’ai attendu deux heures.', named: 'true' });
  await act(house, officer, handOverSafely, { ticket });
  await act(house, officer, bookAppointment, { person: woman, date: '2031-05-06', hour: '10:00', minutes: '30', reason: 'money', via: 'phone' });
  await act(house, admin, registerCentre, { names: { ar: 'المركز الاجتماعي', fr: 'Centre social d’essai' }, kind: 'social-centre', territory: 'TN-43', condition: 'poor', condition_on: '2025-02-03', hub: world.hub });
  await act(house, manager, openCommitteeDecision, { what: { fr: 'Ouvrir une permanence juridique' }, owner: body, decidedOn: '2025-02-11', dueOn: '2031-01-01' });
  await signedAgreement(world, body);
  const { ticket: called } = await desk.ticket();
  await act(house, manager, callTicket, { ticket: called, counter: '2' });
  return { world, walkers: await walkersOf(world, { ticket, called, officer, manager, admin, body, token: await desk.token(referral) }) };
}

interface Known { ticket: string; called: string; officer: Actor; manager: Actor; admin: Actor; body: string; token: string }

async function walkersOf(world: World, { ticket, called, officer, manager, admin, body, token }: Known): Promise<readonly Walker[]> {
  const { slip } = await ask(world.house, officer, slipSheet, { ticket });
  const { code, pass } = await act(world.house, visitor(world.network), openSlip, { code: slip!.code, word: 'olive' });
  return [
    { who: 'visitor', actor: null, from: ['/', '/s', `/s/${code}?pass=${pass}`, `/r/${token}`] },
    { who: 'desk officer', actor: officer, from: ['/desk', '/referrals?filter=waiting'] },
    { who: 'manager and officer', actor: manager, from: ['/desk', `/desk/tickets/${called}/client?q=Zitouna`] },
    { who: 'protection officer', actor: await world.as('protection_officer'), from: ['/', '/safe'] },
    { who: 'administrator', actor: admin, from: ['/desk', '/network'] },
    { who: 'data protection officer', actor: await world.as('dpo', { scope: 'hub', also: ['supervisor'] }), from: ['/desk', '/people'] },
    { who: 'municipal officer', actor: await world.as('municipal_officer', { scope: 'org', organization: body }), from: ['/inbox'] },
  ];
}

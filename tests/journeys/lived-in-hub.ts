import { type Actor, visitor } from '#core/actor.ts';
import { openOutbound } from '#core/outbound/outbound.ts';
import { act, ask } from '#core/pipeline.ts';
import { handOverSafely } from '#modules/confidential/hand-over-safely/hand-over-safely.ts';
import { openFile } from '#modules/confidential/open-file/open-file.ts';
import { writeEntry } from '#modules/confidential/write-entry/write-entry.ts';
import { answerAssignment } from '#modules/accompaniment/assign/answer-assignment.ts';
import { proposeAssignment } from '#modules/accompaniment/assign/propose-assignment.ts';
import { openCase } from '#modules/accompaniment/open-case/open-case.ts';
import { addGoal } from '#modules/accompaniment/plan/goals.ts';
import { addStep } from '#modules/accompaniment/plan/steps.ts';
import { planSession } from '#modules/accompaniment/session/plan-session.ts';
import { bookAppointment } from '#modules/desk/book-appointment/book-appointment.ts';
import { callTicket } from '#modules/desk/call-ticket/call-ticket.ts';
import { receiveComplaint } from '#modules/desk/complaint/receive-complaint.ts';
import { needsFormV1 } from '#modules/desk/form/needs-form-v1.ts';
import { publishForm } from '#modules/desk/form/publish-form.ts';
import { writeListeningNote } from '#modules/desk/listening/write-listening-note.ts';
import { answerNeeds } from '#modules/desk/needs/answer-needs.ts';
import { orientClient } from '#modules/desk/orientation/orient-client.ts';
import { recordUnmetNeed } from '#modules/desk/orientation/record-unmet-need.ts';
import { openApplication } from '#modules/incubation/own-page/open-application.ts';
import { makeSlip } from '#modules/desk/slip/make-slip.ts';
import { openSlip } from '#modules/desk/slip/open-slip.ts';
import { slipSheet } from '#modules/desk/slip/slip-sheet.query.ts';
import { addDocument } from '#modules/documents/add-document/add-document.ts';
import { openCommitteeDecision } from '#modules/directory/open-committee-decision/open-committee-decision.ts';
import { bringFile } from '#modules/exchange/bring-file/bring-file.ts';
import { queueMessage } from '#modules/messages/queue/queue-message.ts';
import { registerCentre } from '#modules/network/centre/register-centre.ts';
import { beginMembership } from '#modules/network/organization/membership.ts';
import { registerOrganization } from '#modules/network/public.ts';
import { askConsent } from '#modules/people/ask-consent/ask-consent.ts';
import { proposeMerge } from '#modules/people/merge-persons/propose-merge.ts';
import { registerUnnamed } from '#modules/people/receive-unnamed/register-unnamed.ts';
import { personSheet } from '#modules/people/person-sheet/person-sheet.ts';
import { registerPerson } from '#modules/people/register-person/register-person.ts';
import { recordConsent } from '#modules/people/record-consent/record-consent.ts';
import { addMedium } from '#modules/portal/content/add-medium.ts';
import { beginContent } from '#modules/portal/content/begin-content.ts';
import { publishContent } from '#modules/portal/content/publish-content.ts';
import { writeVersion } from '#modules/portal/content/write-version.ts';
import { leaveRequest } from '#modules/portal/leave-request/leave-request.ts';
import { requestForm } from '#modules/portal/leave-request/request-form.query.ts';
import { requestList } from '#modules/portal/requests/request-list.query.ts';
import { takeRequest } from '#modules/portal/requests/take-request.ts';
import { decideErasure } from '#modules/rights/erase/decide-erasure.ts';
import { carryOutErasure } from '#modules/rights/erase/carry-out-erasure.ts';
import { recordIncident } from '#modules/rights/incident/record-incident.ts';
import { confirmRequest } from '#modules/rights/confirm-request/confirm-request.ts';
import { openRequest as openRightsRequest } from '#modules/rights/open-request/open-request.ts';
import { openParcel } from '#modules/transfer/open-parcel/open-parcel.ts';
import { prepareTransfer } from '#modules/transfer/prepare-transfer/prepare-transfer.ts';
import { subscribe } from '#modules/webhooks/subscribe/subscribe.ts';
import { giveAid } from '#apps/trust/town/give-aid.ts';
import { keepShops } from '#apps/trust/town/keep-shops.ts';
import { moneyInHub } from '#tests/fixtures/money-in-hub.ts';
import type { World } from '#tests/fixtures/open-hub.ts';
import { openLivedInProgramme } from '#tests/fixtures/open-programme.ts';
import { openReferringDesk } from '#tests/fixtures/refer.ts';
import { callsLivedIn } from './calls-lived-in.ts';
import { indicatorsLivedIn } from './indicators-lived-in.ts';
import { projectsLivedIn } from './projects-lived-in.ts';
import { registersLivedIn } from './registers-lived-in.ts';
import { reportsLivedIn } from './reports-lived-in.ts';
import { selectionLivedIn } from './selection-lived-in.ts';
import { targetsLivedIn } from './targets-lived-in.ts';
import { tillLivedIn } from './till-lived-in.ts';
import { courseWithSeat, roomOnTheWall } from '#tests/fixtures/held-course.ts';
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
  await act(house, officer, addDocument, { person: woman, paper: 'certificate', file: Buffer.from('%PDF-1.4\n%%EOF').toString('base64'), file_name: 'Attestation.pdf' });
  await act(house, officer, handOverSafely, { ticket });
  await act(house, officer, recordConsent, { person: woman, purpose: 'contact', answer: 'given', channel: 'written', language: 'ar-TN' });
  await act(house, { ...visitor(world.network), app: 'job' }, queueMessage, { hub: world.hub, person: woman, template: 'come-by', params: {} });
  await act(house, officer, bookAppointment, { person: woman, date: '2031-05-06', hour: '10:00', minutes: '30', reason: 'money', via: 'phone' });
  await act(house, admin, registerCentre, { names: { ar: 'المركز الاجتماعي', fr: 'Centre social d’essai' }, kind: 'social-centre', territory: 'TN-43', condition: 'poor', condition_on: '2025-02-03', hub: world.hub });
  await act(house, manager, openCommitteeDecision, { what: { fr: 'Ouvrir une permanence juridique' }, owner: body, decidedOn: '2025-02-11', dueOn: '2031-01-01' });
  await act(house, manager, registerOrganization, { names: { ar: 'تعاضدية الزيتون', fr: 'Coopérative des oliviers' }, sector: 'sse', kind: 'cooperative', listed: 'true', territory: 'TN-43', activities: ['AM130'], qualifiers: ['q06'], runs_hub: world.hub } as never);
  await signedAgreement(world, body);
  const { programme } = await openLivedInProgramme(world, admin, body);
  const { ticket: called } = await desk.ticket();
  await act(house, manager, callTicket, { ticket: called, counter: '2' });
  const outward = { ...house, outbound: openOutbound({ resolve: async () => ['9.9.9.9'] }) };
  await act(outward, manager, subscribe, { label: 'Tableau de la région', target: 'https://region.example/hook', events: ['desk.ticket-opened'] });
  const request = await openPortal(world, officer, manager);
  await act(house, manager, bringFile, { kind: 'services', file_name: 'services.csv', file: Buffer.from('Nom;Organisme\nAtelier de couture;Amal\n').toString('base64') });
  await act(house, manager, beginMembership, { organization: body, since: '2025-01-01' });
  const unnamed = await registeredTwice(world, officer, woman);
  const { token: question } = await act(house, officer, askConsent, { person: woman, purpose: 'image', language: 'ar' });
  const coach = await accompaniedWoman(world, officer, woman);
  await movingWomen(world, officer);
  await rightsAsked(world, officer, manager, woman);
  await moneyInHub(world, { manager, admin, officer, body, woman });
  const courses = await Promise.all([false, true].map((held) => courseWithSeat(world, { officer, manager, person: woman }, held)));
  const room = await roomOnTheWall(world, manager, courses[0]!);
  const { at: calls, slip: ownSlip } = await callsLivedIn(world, { manager, admin, woman });
  const selection = await selectionLivedIn(world, { manager, officer, persons: [await desk.person('مريم الحمروني', 1985), woman] });
  await projectsLivedIn(world);
  await registersLivedIn(world, manager, body);
  const indicators = await indicatorsLivedIn(world, { admin, manager });
  await targetsLivedIn(world, { admin, manager, programme, body });
  const donor = await reportsLivedIn(world, manager);
  const wallet = await giveAid(desk, { supervisor: await world.as('supervisor'), manager, admin });
  const till = await keepShops(desk, { supervisor: await world.as('supervisor'), manager });
  const { squares, asked } = await tillLivedIn(desk, till);
  const { card } = await ask(house, officer, personSheet, { person: woman });
  return { world, walkers: await walkersOf(world, { coach, donor, question, ticket, called, officer, manager, admin, body, token: await desk.token(referral), request, herCode: card.code, calls, ownSlip, room, selection, wallet, till, squares, asked, searched: [woman, unnamed].map((one) => `/people/${one}`), indicators, courses: courses.flatMap(({ session, seats: [seat] }) => [`/trainings/${session.id}`, `/trainings-open/${session.code}`, `/trainings/door/${seat!.code}`, ...(seat!.certificate ? [`/trainings/certificates/${seat!.certificate}/print`] : [])]) }) };
}

/** She asks what is kept of her; somebody else was erased; a telephone was lost. */
async function rightsAsked(world: World, officer: Actor, manager: Actor, woman: string): Promise<void> {
  const { house, network } = world;
  const { request: toSee } = await act(house, officer, openRightsRequest, { person: woman, kind: 'access', identified_by: ['paper', 'card'] });
  await act(house, await world.as('supervisor'), confirmRequest, { request: toSee });
  const { person } = await act(house, officer, registerPerson, { name: 'نجاة المرزوقي', birth_year: 1961, sex: 'female' });
  const { request } = await act(house, officer, openRightsRequest, { person, kind: 'erase', identified_by: ['paper', 'card'] });
  await act(house, manager, decideErasure, { request, decision: 'erase' });
  await act(house, { ...visitor(network), app: 'job' }, carryOutErasure, { request });
  await act(house, officer, recordIncident, { kind: 'lost_device', data: ['contact'], persons: 3, risk: 'some' });
}

/** The same woman once more in the other script, proposed to be one; somebody without a name; a home. Gives who has no name. */
async function registeredTwice({ house }: World, officer: Actor, woman: string): Promise<string> {
  const { person: again } = await act(house, officer, registerPerson, { name: 'Khadija Ayadi', birth_year: 1988, sex: 'female', head_of_household: 'on', seen_duplicates: [woman] });
  await act(house, officer, proposeMerge, { a: woman, b: again, stays: woman, reason: 'other-spelling', words: 'La même carte a été montrée.', despite_warnings: 'on' });
  const { person } = await act(house, officer, registerUnnamed, { alias: 'أم علي', word: 'ياسمين' });
  return person;
}

/** A letter that the officer opened, and an article in two languages with a picture's place to fill: the pages of the portal have something to show. */
async function openPortal({ house, network, hub }: World, officer: Actor, manager: Actor): Promise<string> {
  await ask(house, visitor(network), requestForm, { hub });
  await act(house, visitor(network), leaveRequest, { hub, wish: 'call-back', subject: 'money', way: 'phone', phone: '20 123 456', hours: [], language: 'ar' });
  const { requests } = await ask(house, officer, requestList, {});
  await act(house, officer, takeRequest, { request: requests[0]!.id });
  const { item: helpText } = await act(house, manager, beginContent, { kind: 'help', lang: 'ar', title: 'أين يمكن الحديث على انفراد؟', body: 'اطلبوا ذلك عند الباب.' });
  await act(house, manager, publishContent, { item: helpText });
  const { item } = await act(house, manager, beginContent, { kind: 'article', lang: 'ar', title: 'كيف نستقبلكم', body: 'فقرة أولى.\n\nفقرة ثانية.' });
  await act(house, manager, writeVersion, { item, lang: 'fr', title: 'Comment on vous accueille', body: 'Un paragraphe.', status: 'human' });
  await act(house, manager, addMedium, { item, words: { ar: 'فيلم قصير' }, url: 'https://example.org/film' });
  await act(house, manager, publishContent, { item });
  return requests[0]!.id;
}

/** A protection officer who opened a file and wrote in it, so that each of its pages has a link that leads there. */
async function holdingAFile(world: World, code: string): Promise<Actor> {
  const officer = await world.as('protection_officer');
  const { file } = await act(world.house, officer, openFile, { called: 'Yasmine', code, kind: 'domestic_work' });
  await act(world.house, officer, writeEntry, { file, kind: 'meeting', on: '2031-05-04', hour: '14:30', place: 'Porte bleue' });
  await act(world.house, officer, writeEntry, { file, kind: 'work_contract', begins_on: '2031-01-01', term: 'open', wage: 600, wage_per: 'month', week_hours: 50, rest: 'weekly' });
  await act(world.house, officer, writeEntry, { file, kind: 'safe_contact', to: 'Par sa sœur', words: 'Jamais le soir.' });
  return officer;
}

/** A coach accompanies her, with a plan of one step and a session to come; a file of a body waits for somebody. */
async function accompaniedWoman(world: World, officer: Actor, woman: string): Promise<Actor> {
  const { house } = world;
  const [coach, supervisor] = [await world.as('coach'), await world.as('supervisor')];
  const { case: file } = await act(house, officer, openCase, { kind: 'project', person: woman });
  const { assignment } = await act(house, supervisor, proposeAssignment, { case: file, account: coach.account });
  await act(house, coach, answerAssignment, { assignment, answer: 'accepted' });
  const { goal } = await act(house, coach, addGoal, { case: file, area: 'activity', words: 'Vendre mon pain au marché' });
  await act(house, coach, addStep, { goal, words: 'Visiter le marché', who: 'she', due_on: '2031-05-01' });
  await act(house, coach, planSession, { case: file, on: '2031-05-06', at: '10:00', place: 'hub' });
  const { organization } = await act(house, officer, registerOrganization, { names: { fr: 'Coopérative du pain' }, sector: 'sse', kind: 'cooperative' } as never);
  const { case: body } = await act(house, officer, openCase, { kind: 'organization', organization, acting_person: woman });
  const asked = await act(house, supervisor, proposeAssignment, { case: body, account: coach.account });
  await act(house, coach, answerAssignment, { assignment: asked.assignment, answer: 'accepted' });
  return coach;
}

/** One woman on the way to another hub, one arriving from there whose words were said; a third who may leave. */
async function movingWomen(world: World, officer: Actor): Promise<void> {
  const { house } = world;
  const there = await world.secondHub({ territory: 'TN-53' });
  const colleague = await there.as('desk_officer');
  const fields = ['need', 'name', 'birth-year', 'sex', 'territory', 'languages'];
  const agree = { purpose: 'sharing', answer: 'given', channel: 'written', language: 'ar-TN' };
  const leave = async (by: Actor, name: string, to: string) => {
    const { person } = await act(house, by, registerPerson, { name, birth_year: 1979 });
    await act(house, by, recordConsent, { ...agree, person, recipient_hub: to, fields });
    return act(house, by, prepareTransfer, { person, to, kind: 'move', language: 'fr', summary: 'Elle reprend le métier de sa mère.' });
  };
  await leave(officer, 'Salma Hamdi', there.hub);
  const { parcel, words } = await leave(colleague, 'Wafa Jelassi', world.hub);
  await act(house, officer, openParcel, { parcel, words: words.join(' ') });
}

interface Known { coach: Actor; readonly donor: Actor; question: string; ticket: string; called: string; officer: Actor; manager: Actor; admin: Actor; body: string; token: string; request: string; herCode: string; calls: readonly string[]; ownSlip: string; room: string; selection: Awaited<ReturnType<typeof selectionLivedIn>>; wallet: string; till: Actor; readonly squares: readonly string[]; readonly asked: string; courses: readonly string[]; searched: readonly string[]; indicators: readonly string[] }

async function walkersOf(world: World, { coach, donor, question, ticket, called, officer, manager, admin, body, token, request, herCode, calls, ownSlip, room, selection, wallet, till, squares, asked, courses, searched, indicators }: Known): Promise<readonly Walker[]> {
  const { slip } = await ask(world.house, officer, slipSheet, { ticket });
  const { code, pass } = await act(world.house, visitor(world.network), openSlip, { code: slip!.code, word: 'olive' });
  const own = await act(world.house, visitor(world.network), openApplication, { code: ownSlip, word: 'olive' });
  return [
    { who: 'visitor', actor: null, from: ['/', `/hubs/${world.hub}/contact/kept?n=123-456-olive`, '/what-can-i-get/print', '/check-certificate/ACDEFHJKLM', '/s', `/s/${code}?pass=${pass}`, `/a/${own.code}?pass=${own.pass}`, '/here', `/here/${room}`, `/r/${token}`, `/r/${token}/receipt`, `/c/${question}`, `/w/${wallet}`, ...squares] },
    { who: 'desk officer', actor: officer, from: ['/desk', '/referrals?filter=waiting', `/desk/requests/${request}`, ...searched] },
    { who: 'manager and officer', actor: manager, from: ['/desk', `/desk/tickets/${called}/client?q=Zitouna`, ...indicators, ...calls, `/calls/${selection.decided}`, `/applications/${selection.rejected}`, ...courses] },
    { who: 'merchant', actor: till, from: ['/shop', asked] },
    { who: 'juror', actor: selection.juror, from: ['/juries'] },
    { who: 'coach', actor: coach, from: ['/cases'] },
    { who: 'protection officer', actor: await holdingAFile(world, herCode), from: ['/', '/safe'] },
    { who: 'researcher', actor: await world.as('researcher'), from: ['/research'] },
    { who: 'donor', actor: donor, from: ['/reports/delivered'] },
    { who: 'administrator', actor: admin, from: ['/desk', '/network'] },
    { who: 'data protection officer', actor: await world.as('dpo', { scope: 'hub', also: ['supervisor'] }), from: ['/desk', '/people'] },
    { who: 'municipal officer', actor: await world.as('municipal_officer', { scope: 'org', organization: body }), from: ['/inbox'] },
    { who: 'regional coordinator', actor: await world.as('regional_coordinator', { territory: 'TN-43' }), from: ['/region/calls'] },
  ];
}

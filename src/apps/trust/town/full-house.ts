import '../../web/sitemap.ts';
import { allActions } from '#core/action.ts';
import { type Actor, visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { needsFormV1 } from '#modules/desk/form/needs-form-v1.ts';
import { slipSheet } from '#modules/desk/slip/slip-sheet.query.ts';
import { fileSheet } from '#modules/confidential/file-sheet/file-sheet.query.ts';
import { handovers } from '#modules/confidential/handovers/handovers.query.ts';
import { personSheet } from '#modules/people/person-sheet/person-sheet.ts';
import { safeContact } from '#modules/people/safe-contact/safe-contact.query.ts';
import { everyField } from '#tests/fixtures/on-the-move.ts';
import type { World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { courseWithSeat } from '#tests/fixtures/held-course.ts';
import { openReferringDesk, type ReferringDesk } from '#tests/fixtures/refer.ts';
import { agree } from './agree.ts';
import { answerACall } from './answer-a-call.ts';
import { countAndProve } from './count-and-prove.ts';
import { giveAid } from './give-aid.ts';
import { keepShops } from './keep-shops.ts';
import { leaveTraces } from './leave-traces.ts';
import { letProjectGrow } from './on-its-way.ts';
import { payAtTill } from './pay-at-till.ts';
import { payOut } from './pay-out.ts';

/** What is told to a house: a text of this many letters at most, and a number of eight digits. */
export interface Said {
  readonly words: (about: string, most?: number) => string;
  readonly digits: (first: string) => string;
}

/** A hub in which everything that touches a person was done at least once, and those who work in it. */
export interface FullHouse extends ReferringDesk {
  readonly staff: Readonly<Record<'coach' | 'supervisor' | 'manager' | 'admin' | 'protector' | 'asker' | 'second', Actor>>;
  /** Another hub of the network. */
  readonly there: World;
  readonly file: string;
}

type Do = (who: Actor, name: string, input: Record<string, unknown>) => Promise<Record<string, string>>;
const day = '2031-05-06';
const pdf = (words: string): string => Buffer.from(`%PDF-1.4\n% ${words}\n%%EOF`).toString('base64');

/** Fills a house by its own actions; each free text and each number comes from `said`, so that it can be looked for afterwards. */
export async function fillHouse(said: Said): Promise<FullHouse> {
  const desk = await openReferringDesk();
  const { world } = desk;
  const { house } = world;
  const staff = {
    coach: await world.as('coach'), supervisor: await world.as('supervisor'), manager: await world.as('hub_manager'), admin: await world.as('network_admin'),
    protector: await world.as('protection_officer'), asker: await world.as('protection_officer'), second: await world.as('protection_officer'),
  };
  const done: Do = (who, name, input) => act(house, who, allActions().get(name)!, input) as Promise<Record<string, string>>;
  await agree(world, desk.officer, desk.woman);
  await tellTheDesk(desk, staff, done, said);
  await tellOfHer(desk, staff, done, said);
  await courseWithSeat(world, { officer: desk.officer, manager: staff.manager, person: desk.woman, trainer: staff.coach }, true);
  await courseWithSeat(world, { officer: desk.officer, manager: staff.manager, person: await desk.person('سلوى الماجري') }, false);
  await letProjectGrow(world, said);
  await answerACall(desk, staff, said);
  await payOut(desk, staff);
  const wallet = await giveAid(desk, staff);
  await payAtTill(desk, await keepShops(desk, staff), wallet);
  await countAndProve(desk, staff, said);
  await leaveTraces(world);
  const file = await accompany(desk, staff, done, said);
  await protect(desk, staff, done, said);
  const there = await world.secondHub();
  await leave(desk, staff.supervisor, there, done, said);
  return { ...desk, staff, there, file };
}

type Staff = FullHouse['staff'];

/** The visit with all it may hold, two referrals with their answers, a complaint, an appointment. */
async function tellTheDesk(desk: ReferringDesk, { admin, manager }: Staff, done: Do, said: Said): Promise<void> {
  const { world, officer, visitOf: ticket, woman, service } = desk;
  const { house, network } = world;
  await act(house, admin, allActions().get('desk.publish-form')!, needsFormV1);
  await done(officer, 'desk.write-listening-note', { ticket, note: said.words('listening') });
  await done(officer, 'desk.answer-needs', { ticket, answers: { brings: ['papers', 'money'], stage: 'creation', finance: 'small', 'own-words': said.words('needs'), situation: ['jobless'] }, seen: {} });
  await done(officer, 'desk.orient-client', { ticket, choose: { [service]: '1' }, reason: {}, revision: '0' });
  await done(officer, 'desk.record-unmet-need', { ticket, cause: 'no-service', service_type: 'COW' });
  await done(officer, 'desk.make-slip', { ticket, lang: 'fr', word: 'olive' });
  const { slip } = await ask(house, officer, slipSheet, { ticket });
  await done(visitor(network), 'desk.open-slip', { code: slip!.code, word: 'olive' });
  const first = await desk.refer();
  await done(officer, 'desk.answer-referral', { referral: first, answer: 'declined', reason: 'other', words: said.words('declined', 200) });
  await desk.refer({ service: await desk.another({ names: { fr: 'Autre consultation' } }), fields: ['name', 'phone', 'languages'] });
  await done(officer, 'desk.receive-complaint', { ticket, kind: 'complaint', words: said.words('complaint'), named: 'true' });
  const [{ id: complaint }] = await ownerQuery<{ id: string }>(house, 'select id from desk.complaint where network_id = $1', [network]) as [{ id: string }];
  await done(manager, 'desk.answer-complaint', { complaint, words: said.words('answer') });
  await done(officer, 'desk.assess-experience', { ticket, faces: '4' });
  await done(officer, 'desk.book-appointment', { person: woman, date: day, hour: '10:00', minutes: '30', reason: 'money', via: 'phone' });
}

/** Her contacts, papers, life, wishes, household; the same woman once more, found to be one. */
async function tellOfHer(desk: ReferringDesk, { admin, manager, supervisor }: Staff, done: Do, said: Said): Promise<void> {
  const { world, officer, woman } = desk;
  const { house, network, hub } = world;
  await done(officer, 'people.set-contact', { person: woman, phone: `+216${said.digits('2')}`, phone_owner: 'self', address: said.words('address', 120), email: `${said.words('mail').match(/[A-Za-z0-9]+$/)![0]}@example.org`, email_owner: 'self' });
  await done(officer, 'people.set-contact', { person: woman, id_kind: 'tn-cin', id_number: said.digits('0') });
  for (const { id, kind } of await ask(house, officer, safeContact, { person: woman })) {
    await done(officer, 'people.set-safe-contact', { contact: id, owner: 'self', channels: kind === 'phone' ? ['call', 'sms'] : ['email'], words: said.words('safe-words', 150) });
  }
  await done(officer, 'people.write-life-note', { person: woman, kind: 'situation', note: said.words('life') });
  await done(officer, 'documents.add-document', { person: woman, paper: 'letter', title: said.words('title', 90), file: pdf(said.words('paper')), file_name: 'a.pdf' });
  await done(officer, 'documents.add-document', { person: woman, paper: 'identity_card', file: pdf(said.words('card')), file_name: 'b.pdf' });
  await done(officer, 'people.record-consent', { person: woman, purpose: 'contact', answer: 'given', channel: 'written', language: 'ar' });
  await done(officer, 'people.ask-consent', { person: woman, purpose: 'image', language: 'ar' });
  await done({ ...visitor(network), app: 'job' }, 'messages.queue-message', { hub, person: woman, template: 'come-by', params: {}, until: undefined });
  const { household } = await done(officer, 'people.form-household', { person: woman, head: 'true' });
  const child = await desk.person('آية المرزوقي', 2015);
  await done(officer, 'people.add-household-member', { household, person: child, tie: 'child' });
  const again = await done(officer, 'people.register-person', { name: 'Khadija Ayadi', birth_year: 1988, sex: 'female', seen_duplicates: [woman] });
  await done(supervisor, 'people.look-for-doubles', { begin: 'true' });
  const { merge } = await done(officer, 'people.propose-merge', { a: woman, b: again.person, stays: woman, reason: 'other-spelling', words: 'La même carte.', despite_warnings: 'on' });
  await done(supervisor, 'people.merge-persons', { merge });
  await done(officer, 'people.register-unnamed', { alias: 'أم علي', word: 'ياسمين' });
  await done(manager, 'people.publish-notice', { purpose: 'service', texts: { ar: 'نحفظ ما تقولينه.', fr: 'Nous gardons ce que vous dites.', en: 'We keep what you say.' } });
  await done(admin, 'people.set-consent-lengths', { days: { service: '300', 'known-elsewhere': '300', sharing: '200', image: '100', contact: '300', introductions: '100', story: '100', research: '100' } });
  await done(admin, 'people.decide-duty-to-alert', { country: 'TN', decision: 'applies', reason: 'Avis d’un juriste.' });
}

/** A path with each thing that a path may hold, and a body's path with its diagnosis. */
async function accompany(desk: ReferringDesk, { coach, supervisor }: Staff, done: Do, said: Said): Promise<string> {
  const { officer, woman, body } = desk;
  const begin = async (given: Record<string, unknown>) => {
    const { case: file } = await done(officer, 'accompaniment.open-case', given);
    const { assignment } = await done(supervisor, 'accompaniment.propose-assignment', { case: file, account: coach.account });
    await done(coach, 'accompaniment.answer-assignment', { assignment, answer: 'accepted' });
    return file!;
  };
  const file = await begin({ kind: 'project', person: woman });
  const { goal } = await done(coach, 'accompaniment.add-goal', { case: file, area: 'activity', words: 'Vendre mon pain' });
  await done(coach, 'accompaniment.add-step', { goal, words: 'Visiter le marché', who: 'she', due_on: day });
  await done(coach, 'accompaniment.submit-plan', { case: file });
  const { session } = await done(coach, 'accompaniment.plan-session', { case: file, on: day, at: '10:00', place: 'hub' });
  await done(coach, 'accompaniment.save-session-draft', { session, notes: { heard: said.words('heard'), agreed: said.words('agreed'), observed: said.words('observed') }, shown: {} });
  await done(coach, 'accompaniment.set-special-needs', { case: file, needs: ['escort', 'sign_language'] });
  await done(coach, 'accompaniment.record-act', { case: file, act: 'legal', minutes: '40' });
  await done(coach, 'accompaniment.add-follow-up', { case: file, what: 'call', due_on: day });
  await done(supervisor, 'accompaniment.grant-notes', { case: file, account: (await desk.world.as('case_worker')).account, purpose: 'cover', days: '5' });
  await done(coach, 'documents.add-document', { person: woman, case: file, paper: 'letter', title: said.words('path-title', 90), file: pdf(said.words('path-paper')), file_name: 'c.pdf' });
  const ended = await begin({ kind: 'work', person: woman });
  await done(coach, 'accompaniment.drop-out', { case: ended, reason: 'moved' });
  const ofBody = await begin({ kind: 'organization', organization: body, acting_person: woman });
  await done(coach, 'accompaniment.make-diagnosis', { case: ofBody, scores: { governance: '2', finance: '3' } });
  return file;
}

/** A hand-over taken, a protected file with each kind of entry, a colleague beside her, somebody kept out, two keys, somebody on call. */
async function protect(desk: ReferringDesk, { coach, protector, asker, second, supervisor }: Staff, done: Do, said: Said): Promise<void> {
  const { world, officer, woman, visitOf: ticket } = desk;
  const { house } = world;
  await done(coach, 'confidential.hand-over-safely', { person: woman });
  await done(officer, 'confidential.hand-over-safely', { ticket });
  const [waiting] = await ask(house, protector, handovers, {});
  await done(protector, 'confidential.take-handover', { handover: waiting!.id });
  const { file } = await done(protector, 'confidential.open-file', { handover: waiting!.id, called: said.words('called', 90) });
  const given = { words: said.words('note'), to: said.words('to', 150), hours: said.words('hours', 150), on: '2026-03-02', agreed: 'true' };
  await done(protector, 'confidential.write-entry', { file, kind: 'note', words: said.words('note') });
  await done(protector, 'confidential.write-entry', { file, kind: 'incident', words: said.words('incident'), on: given.on });
  await done(protector, 'confidential.write-entry', { file, kind: 'safe_contact', words: said.words('contact'), to: given.to, hours: given.hours });
  await done(protector, 'confidential.give-grant', { file, account: asker.account, actions: 'read', purpose: 'advise', days: '5' });
  await done(protector, 'confidential.keep-out', { file, account: supervisor.account, named: said.words('named', 150), tie: said.words('tie', 150), ordinary: 'true' });
  if (!allActions().has('confidential.give-words')) return;
  const { code, words } = await done(protector, 'confidential.give-words', { file }) as { code: string; words: unknown };
  await done(visitor(world.network), 'confidential.open-door', { code, word: (words as string[]).join(' ') });
  await done(second, 'confidential.go-on-call', { days: '3' });
  const { card } = await ask(house, officer, personSheet, { person: woman });
  const { request } = await done(asker, 'confidential.ask-emergency', { code: card.code, reason: 'danger', words: said.words('danger') });
  await done(second, 'confidential.answer-key', { request, answer: 'agree' });
  await ask(house, protector, fileSheet, { file: file! });
}

/** She asks what is kept of her, and gets ready to move: a parcel with a paper and a summary waits at another hub, opened there by her words. A list of others comes in. */
async function leave(desk: ReferringDesk, supervisor: Actor, there: World, done: Do, said: Said): Promise<void> {
  const { world, officer, woman } = desk;
  await done(officer, 'people.record-consent', {
    person: woman, purpose: 'sharing', answer: 'given', channel: 'written', language: 'ar', recipient_hub: there.hub, fields: [...everyField],
  });
  const [{ id: document }] = await ownerQuery<{ id: string }>(world.house, `select id from documents.document where network_id = $1 and compartment = 'C1a' limit 1`, [world.network]) as [{ id: string }];
  const { parcel, words } = await done(officer, 'transfer.prepare-transfer', { person: woman, to: there.hub, kind: 'move', language: 'ar', summary: said.words('summary', 1_500), documents: [document] });
  await done(await there.as('desk_officer'), 'transfer.open-parcel', { parcel, words: (words as unknown as string[]).join(' ') });
  const { request: toSee } = await done(officer, 'rights.open-request', { person: woman, kind: 'access', identified_by: ['paper', 'known'] });
  await done(await world.as('dpo'), 'rights.confirm-request', { request: toSee });
  const { request } = await done(officer, 'rights.open-request', { person: woman, kind: 'correct', identified_by: ['paper', 'known'], wish: said.words('wish', 900) });
  await done(officer, 'rights.answer-request', { request, answer: 'done', words: said.words('rights-answer', 900) });
  const table = `Nom;Sexe;Téléphone\n${['Zohra Mabrouk', 'Hédi Ayari'].map((name) => `${name};F;+216${said.digits('2')}`).join('\n')}\n`;
  await done(supervisor, 'exchange.bring-file', { kind: 'persons', file: Buffer.from(table).toString('base64'), file_name: 'x.csv', doubles: 'take' });
}

import { describe, expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { caseList } from '#modules/accompaniment/case-list/case-list.query.ts';
import { caseSheet } from '#modules/accompaniment/case-sheet/case-sheet.query.ts';
import { addDocument } from '#modules/documents/add-document/add-document.ts';
import { documentList } from '#modules/documents/document/document-list.query.ts';
import { mergePersons } from '#modules/people/merge-persons/merge-persons.ts';
import { proposeMerge } from '#modules/people/merge-persons/propose-merge.ts';
import { personContact } from '#modules/people/person-contact/person-contact.ts';
import { personSheet } from '#modules/people/person-sheet/person-sheet.ts';
import { setContact } from '#modules/people/set-contact/set-contact.ts';
import { recordConsent } from '#modules/people/record-consent/record-consent.ts';
import { withdrawConsent } from '#modules/people/withdraw-consent/withdraw-consent.ts';
import { figure } from '#modules/evidence/figure/figure.query.ts';
import { monthOf, monthPlus } from '#modules/evidence/reading/period.ts';
import '#modules/evidence/routes.tsx';
import { everyField, job, openOnTheMove } from '#tests/fixtures/on-the-move.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { persons, receivedBefore } from '#tests/fixtures/past-events.ts';
import { acceptParcel } from './answer-parcel/accept-parcel.ts';
import { destroyLateParcels } from './answer-parcel/destroy-late-parcels.ts';
import { refuseParcel } from './answer-parcel/refuse-parcel.ts';
import { openParcel } from './open-parcel/open-parcel.ts';
import { openedParcel } from './open-parcel/opened-parcel.query.ts';
import { prepareTransfer } from './prepare-transfer/prepare-transfer.ts';
import { withdrawTransfer } from './prepare-transfer/withdraw-transfer.ts';
import { drawWords } from './spoken-words/spoken-words.ts';
import { transferList, transfersWaiting } from './transfers/transfer-list.query.ts';
import { transferSheet } from './transfers/transfer-sheet.query.ts';

const refused = (code: string) => ({ code: `transfer.${code}` });
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF').toString('base64');

describe('a person moves from Sidi Bouzid to Mahdia by her words', () => {
  it('with her file, phone, document and summary: one identity, two enrolments, no gap and nothing double', async () => {
    const move = await openOnTheMove();
    const { world, there, woman, worker, receiver, file, rows } = move;
    const { house, network } = world;
    const { goal } = await move.plan('2026-12-01');
    await act(house, move.desk.officer, recordConsent, { person: woman, purpose: 'service', answer: 'given', channel: 'written', language: 'ar' });
    await act(house, move.desk.officer, setContact, { person: woman, phone: '20 123 456', phone_owner: 'self', phone_shared: false });
    const { document } = await act(house, move.desk.officer, addDocument, { person: woman, paper: 'certificate', file: pdf, title: 'شهادة' });
    await move.agrees();
    const parcel = await move.prepare({ summary: 'تريد أن تفتح مخبزا في المهدية', documents: [document] });
    expect(parcel.words.split(' ')).toHaveLength(6);

    // What arrives is a number and a sender.
    const { arriving } = await ask(house, receiver, transferList, {});
    expect(arriving).toEqual([{ id: parcel.parcel, number: parcel.number, from: expect.anything(), until: expect.any(Date) }]);
    expect((await ask(house, receiver, openedParcel, { parcel: parcel.parcel })).content).toBeNull();
    await act(house, receiver, openParcel, { parcel: parcel.parcel, words: parcel.words });
    const { content } = await ask(house, receiver, openedParcel, { parcel: parcel.parcel });
    expect(content).toMatchObject({ kind: 'move', summary: 'تريد أن تفتح مخبزا في المهدية', card: { name: 'خديجة العيادي' }, plans: [{ kind: 'project', goals: [{ words: 'أبيع خبزي في السوق', steps: [{ words: 'زيارة السوق', dueOn: '2026-12-01' }] }] }] });
    expect(content!.contacts.map(({ value, owner }) => [value, owner])).toEqual([['+21620123456', 'self']]);
    expect(await act(house, receiver, acceptParcel, { parcel: parcel.parcel })).toEqual({ parcel: parcel.parcel, person: woman });
    const [enqueued] = await rows<{ payload: { action: string; input: Record<string, unknown> } }>(`select payload from graphile_worker._private_jobs where payload ->> 'network' = '${network}' and payload ->> 'action' = 'accompaniment.move-files'`);
    expect(enqueued!.payload.input).toMatchObject({ person: woman, from: world.hub, to: there.hub, plan: true });
    await move.filesFollow();

    const enrolments = await rows<{ hub_id: string }>(`select hub_id from people.enrolment where network_id = '${network}' and person_id = '${woman}'`);
    expect(enrolments.map(({ hub_id }) => hub_id).sort()).toEqual([world.hub, there.hub].sort());
    const { files } = await ask(house, receiver, caseList, {});
    expect(files).toHaveLength(1);
    const sheet = await ask(house, receiver, caseSheet, { case: files[0]!.id });
    expect(sheet).toMatchObject({ person: woman, kind: 'project', state: 'oriented', goals: [{ words: 'أبيع خبزي في السوق', steps: [{ words: 'زيارة السوق', dueOn: '2026-12-01' }] }] });
    expect(sheet.goals[0]!.id).not.toBe(goal);
    const old = await ask(house, worker, caseSheet, { case: file });
    expect([old.state, old.outcomes.map(({ outcome, reason }) => [outcome, reason])]).toEqual(['transferred', [['transferred', 'moved']]]);
    const states = await rows<{ state: string }>(`select state from accompaniment.case_file where network_id = '${network}' and state in ('oriented', 'in_accompaniment')`);
    expect(states).toHaveLength(1);

    // Her phone and her paper open there as they do anywhere: while something is open for her.
    const desk = await openDesk(there, await there.as('desk_officer'));
    await desk.visit(woman);
    const contact = await ask(house, desk.officer, personContact, { person: woman });
    expect(contact).toMatchObject({ open: true, contacts: [{ value: '+21620123456', owner: 'self' }] });
    const { documents } = await ask(house, desk.officer, documentList, { person: woman });
    expect(documents).toMatchObject([{ paper: 'certificate', title: 'شهادة', of: 'person' }]);

    // The story goes on across: each hub sees its own side of it, and both keep the same fingerprint.
    for (const [actor, name] of [[worker, 'transfer.departure-accepted'], [receiver, 'transfer.parcel-accepted']] as const) {
      expect((await ask(house, actor, personSheet, { person: woman })).events.map((event) => event.name)).toContain(name);
    }
    const logged = await rows<{ hub_id: string; digest: string }>(`select hub_id, body ->> 'digest' as digest from core.event where network_id = '${network}' and name in ('transfer.departure-accepted', 'transfer.parcel-accepted')`);
    expect(new Set(logged.map(({ hub_id }) => hub_id)).size).toBe(2);
    expect(new Set(logged.map(({ digest }) => digest)).size).toBe(1);

    // Opened twice: it says so and gives nothing.
    await expect(act(house, receiver, openParcel, { parcel: parcel.parcel, words: parcel.words })).rejects.toMatchObject({ ...refused('parcel-over'), values: { state: 'accepted' } });
    await expect(act(house, receiver, acceptParcel, { parcel: parcel.parcel })).rejects.toMatchObject(refused('parcel-over'));
    expect((await ask(house, receiver, openedParcel, { parcel: parcel.parcel })).content).toBeNull();
    expect(await rows(`select 1 from transfer.piece where parcel_id = '${parcel.parcel}'`)).toEqual([]);
    const stub = await ask(house, worker, transferSheet, { parcel: parcel.parcel });
    expect(stub).toMatchObject({ number: parcel.number, state: 'accepted', to: { id: there.hub }, documents: 1, kind: 'move' });
  });

  it('a referral leaves her file where it is and carries only what she agreed to', async () => {
    const move = await openOnTheMove();
    const { world, woman, worker, receiver, file } = move;
    const { house } = world;
    await move.plan();
    await move.agrees(everyField.filter((field) => !['phone', 'plan', 'documents'].includes(field)));
    const parcel = await move.prepare({ kind: 'referral' });
    await act(house, receiver, openParcel, { parcel: parcel.parcel, words: parcel.words });
    const { content } = await ask(house, receiver, openedParcel, { parcel: parcel.parcel });
    expect(content).toMatchObject({ contacts: [], plans: [], documents: [], summary: null });
    await act(house, receiver, acceptParcel, { parcel: parcel.parcel });
    expect((await ask(house, worker, caseSheet, { case: file })).state).not.toBe('transferred');
    expect((await ask(house, receiver, personSheet, { person: woman })).card.id).toBe(woman);
  });

  it('a hub that knew her already enrols her no second time, and its open file of the kind takes the goals', async () => {
    const move = await openOnTheMove();
    const { world, receiver, there, woman, rows } = move;
    await move.plan();
    await move.agrees(everyField.filter((field) => field !== 'phone'));
    for (const round of [1, 2]) {
      const parcel = await move.prepare({ kind: round === 1 ? 'referral' : 'move' });
      await act(world.house, receiver, openParcel, { parcel: parcel.parcel, words: parcel.words });
      await act(world.house, receiver, acceptParcel, { parcel: parcel.parcel });
    }
    expect(await move.filesFollow()).toEqual({ moved: 1 });
    expect(await move.filesFollow()).toEqual({ moved: 0 });
    expect(await rows(`select 1 from people.enrolment where hub_id = '${there.hub}' and person_id = '${woman}'`)).toHaveLength(1);
    expect(await rows(`select 1 from accompaniment.case_file where hub_id = '${there.hub}' and person_id = '${woman}'`)).toHaveLength(1);
  });
});

describe('who moved', () => {
  it('is counted once in the network’s figures and twice as an enrolment', async () => {
    const move = await openOnTheMove({ demo: true });
    const { world, there, woman, receiver, rows } = move;
    const { house, network } = world;
    await move.agrees(everyField.filter((field) => field !== 'phone'));
    const { parcel, words } = await move.prepare();
    await act(house, receiver, openParcel, { parcel, words });
    await act(house, receiver, acceptParcel, { parcel });
    await move.filesFollow();
    const last = monthPlus(monthOf(new Date()), -1);
    const officer = await there.as('desk_officer');
    await receivedBefore(world, move.desk.officer, [...persons(6), woman].map((person) => ({ at: `${last}-03`, person })));
    await receivedBefore(there, officer, [...persons(7), woman].map((person) => ({ at: `${last}-17`, person })));
    const value = async (over: 'hub' | 'network', by = officer) => (await ask(house, by, figure, { indicator: 'persons-received', over, from: last, to: last })).shown.value;
    expect([await value('hub', move.desk.officer), await value('hub'), await value('network')]).toEqual([7, 8, 14]);
    expect(await rows(`select 1 from people.enrolment where network_id = '${network}' and person_id = '${woman}'`)).toHaveLength(2);
    expect(await rows(`select 1 from people.person where network_id = '${network}'`)).toHaveLength(1);
  });
});

describe('two files that are one person', () => {
  const merge = async (move: Awaited<ReturnType<typeof openOnTheMove>>, stays: string, goes: string) => {
    const { house } = move.world;
    const { merge } = await act(house, move.desk.officer, proposeMerge, { a: stays, b: goes, stays, reason: 'registered-twice', words: 'One paper.', despite_warnings: 'on' });
    await act(house, move.supervisor, mergePersons, { merge });
  };

  it('move as the one that stands for her, also when they were merged while the parcel was on its way', async () => {
    const move = await openOnTheMove();
    const { world, receiver, there, woman, rows } = move;
    const twice = await move.desk.person('صالحة بن حسين', 1950);
    await move.agrees(everyField.filter((field) => field !== 'phone'));
    const { parcel, words } = await move.prepare();
    await merge(move, twice, woman);
    await act(world.house, receiver, openParcel, { parcel, words });
    expect(await act(world.house, receiver, acceptParcel, { parcel })).toEqual({ parcel, person: twice });
    expect(await rows(`select person_id from people.enrolment where hub_id = '${there.hub}'`)).toEqual([{ person_id: twice }]);
    expect(await move.filesFollow(twice)).toEqual({ moved: 1 });
    expect(await rows(`select person_id, state from accompaniment.case_file where hub_id = '${there.hub}'`)).toEqual([{ person_id: twice, state: 'oriented' }]);
    // Merged before: asked for under either file, one parcel of hers at a time, and her consent under the old file holds.
    const next = await move.prepare({ person: woman });
    await expect(move.prepare({ person: twice })).rejects.toMatchObject(refused('already-on-its-way'));
    expect((await ask(world.house, move.worker, transferSheet, { parcel: next.parcel })).card.id).toBe(twice);
  });
});

describe('without her words', () => {
  it('nothing opens, tries are few, and what is no word is said at once', async () => {
    const move = await openOnTheMove();
    const { world, receiver } = move;
    await move.agrees(everyField.filter((field) => field !== 'phone'));
    const { parcel, words } = await move.prepare();
    const tries = (typed: string) => act(world.house, receiver, openParcel, { parcel, words: typed });
    await expect(tries('خبز ملح')).rejects.toMatchObject({ ...refused('six-words'), values: { count: 2 } });
    await expect(tries(`${words.split(' ').slice(0, 5).join(' ')} ككككك`)).rejects.toMatchObject({ ...refused('word-not-known'), values: { place: 6 } });
    for (let n = 0; n < 4; n++) await expect(tries(drawWords('ar').join(' '))).rejects.toMatchObject(refused('words-do-not-open'));
    await expect(tries(words)).rejects.toMatchObject(refused('wait-a-little'));
    await expect(act(world.house, receiver, acceptParcel, { parcel })).rejects.toMatchObject(refused('say-words-again'));
    // A quarter of an hour later she says them right; the list of tries starts anew, the twelve of a lifetime do not.
    await move.rows(`update core.tries set until_at = now() where network_id = '${world.network}' and kind = 'words of a parcel'`);
    await tries(words.replaceAll(' ', '، '));
    await move.rows(`update core.tries set points = 12 where network_id = '${world.network}' and kind = 'words of a parcel, ever'`);
    await expect(tries(words)).rejects.toMatchObject(refused('words-used-up'));
  });

  it('nor at another hub, nor for a colleague whom she keeps apart', async () => {
    const move = await openOnTheMove();
    const { world, receiver, woman, there } = move;
    await move.agrees(everyField.filter((field) => field !== 'phone'));
    const { parcel, words } = await move.prepare();
    const third = await (await world.secondHub()).as('case_worker');
    for (const elsewhere of [third, move.worker]) await expect(act(world.house, elsewhere, openParcel, { parcel, words })).rejects.toMatchObject({ name: 'NotFound' });
    const apart = await there.as('case_worker');
    await move.rows(`
      insert into people.conflict (network_id, person_id, account_id, since) values ('${world.network}', '${woman}', '${apart.account}', now())`);
    await expect(act(world.house, apart, openParcel, { parcel, words })).rejects.toMatchObject(refused('words-do-not-open'));
    await act(world.house, receiver, openParcel, { parcel, words });
    // What one opened stays shut for the others, until they hear the words themselves.
    const other = await there.as('supervisor');
    expect((await ask(world.house, other, openedParcel, { parcel })).content).toBeNull();
    await expect(act(world.house, other, acceptParcel, { parcel })).rejects.toMatchObject(refused('say-words-again'));
  });
});

describe('a parcel that nobody accepts', () => {
  it('is unreadable at its last moment and destroyed that night; the sender finds it back', async () => {
    const move = await openOnTheMove();
    const { world, receiver, worker } = move;
    await move.agrees(everyField.filter((field) => field !== 'phone'));
    const { parcel, words } = await move.prepare();
    await move.rows(`update transfer.parcel set prepared_at = now() - interval '7 days 1 minute', until_at = now() - interval '1 minute' where id = '${parcel}'`);
    await move.rows(`update transfer.piece set from_at = now() - interval '7 days 1 minute', until_at = now() - interval '1 minute' where parcel_id = '${parcel}'`);
    await expect(act(world.house, receiver, openParcel, { parcel, words })).rejects.toMatchObject({ ...refused('parcel-over'), values: { state: 'late' } });
    expect((await ask(world.house, receiver, transferList, {})).arriving).toEqual([]);
    expect(await act(world.house, job(world.network), destroyLateParcels, {})).toEqual({ late: 1 });
    expect(await move.rows(`select 1 from transfer.piece where parcel_id = '${parcel}'`)).toEqual([]);
    expect((await ask(world.house, worker, transferList, {})).sent).toMatchObject([{ id: parcel, state: 'late', back: true }]);
    await move.prepare();
  });

  it('is refused with a reason and comes back to who sent it', async () => {
    const move = await openOnTheMove();
    const { world, receiver, worker } = move;
    await move.agrees(everyField.filter((field) => field !== 'phone'));
    const { parcel, words } = await move.prepare();
    await act(world.house, receiver, refuseParcel, { parcel, reason: 'no_place' });
    await expect(act(world.house, receiver, refuseParcel, { parcel, reason: 'other' })).rejects.toMatchObject(refused('parcel-over'));
    await expect(act(world.house, receiver, openParcel, { parcel, words })).rejects.toMatchObject(refused('parcel-over'));
    expect((await ask(world.house, worker, transferList, {})).sent).toMatchObject([{ id: parcel, state: 'refused', back: true }]);
    expect((await ask(world.house, worker, transferSheet, { parcel })).reason).toBe('no_place');
    const counts = async () => [await ask(world.house, worker, transfersWaiting, {}), await ask(world.house, receiver, transfersWaiting, {})];
    expect(await counts()).toEqual([1, 0]);
    await move.prepare();
    expect(await counts()).toEqual([0, 1]);
    expect(await move.rows(`select 1 from transfer.piece where parcel_id = '${parcel}'`)).toEqual([]);
  });

  it('goes the moment she takes her yes back, and when the sender takes it back', async () => {
    const move = await openOnTheMove();
    const { world, receiver, worker } = move;
    const consent = await move.agrees(everyField.filter((field) => field !== 'phone'));
    const first = await move.prepare();
    await act(world.house, receiver, openParcel, { parcel: first.parcel, words: first.words });
    await act(world.house, worker, withdrawConsent, { consent });
    expect(await move.rows(`select 1 from transfer.piece where parcel_id = '${first.parcel}' union all select 1 from transfer.opening where parcel_id = '${first.parcel}'`)).toEqual([]);
    await expect(act(world.house, receiver, acceptParcel, { parcel: first.parcel })).rejects.toMatchObject({ ...refused('parcel-over'), values: { state: 'withdrawn' } });
    await expect(move.prepare()).rejects.toMatchObject(refused('consent-missing'));
    await move.agrees(everyField.filter((field) => field !== 'phone'));
    const second = await move.prepare();
    // She agrees to less than what waits.
    await move.agrees(everyField.filter((field) => !['phone', 'plan'].includes(field)));
    await expect(act(world.house, worker, withdrawTransfer, { parcel: second.parcel })).rejects.toMatchObject(refused('parcel-over'));
    const third = await move.prepare();
    await act(world.house, worker, withdrawTransfer, { parcel: third.parcel });
    expect(await move.rows(`select 1 from transfer.piece where parcel_id = '${third.parcel}'`)).toEqual([]);
  });

  it('opens nothing with a clock that was set back before it was prepared', async () => {
    const move = await openOnTheMove();
    await move.agrees(everyField.filter((field) => field !== 'phone'));
    const { parcel, words } = await move.prepare();
    await move.rows(`update transfer.piece set from_at = now() + interval '1 hour' where parcel_id = '${parcel}'`);
    await expect(act(move.world.house, move.receiver, openParcel, { parcel, words })).rejects.toMatchObject(refused('words-do-not-open'));
  });
});

describe('what is not prepared', () => {
  it('to one’s own hub, a second time, with a phone that is not open, with papers she did not agree to, or too many of them', async () => {
    const move = await openOnTheMove();
    const { world, worker, woman, there } = move;
    const given = { person: woman, to: there.hub, kind: 'move', language: 'fr' };
    const prepare = (more = {}) => act(world.house, worker, prepareTransfer, { ...given, ...more });
    await expect(prepare({ to: world.hub })).rejects.toMatchObject(refused('hub-not-open'));
    await expect(prepare()).rejects.toMatchObject(refused('consent-missing'));
    await move.agrees();
    await move.rows(`update people.access_grant set revoked_at = now() where person_id = '${woman}'`);
    await expect(prepare()).rejects.toMatchObject(refused('contact-closed'));
    await move.agrees(everyField.filter((field) => !['phone', 'documents'].includes(field)));
    await expect(prepare({ documents: [woman] })).rejects.toMatchObject(refused('documents-not-agreed'));
    await prepare();
    await expect(prepare()).rejects.toMatchObject(refused('already-on-its-way'));
  });

  it('with more paper than a parcel holds', async () => {
    const move = await openOnTheMove();
    await move.agrees(everyField.filter((field) => field !== 'phone'));
    const heavy = Buffer.from(Buffer.from(pdf, 'base64').toString().replace('trailer', `%${' '.repeat(4_900_000)}\ntrailer`)).toString('base64');
    const documents = [];
    for (let n = 0; n < 3; n++) documents.push((await act(move.world.house, move.desk.officer, addDocument, { person: move.woman, paper: 'certificate', file: heavy })).document);
    await move.desk.visit(move.woman);
    await expect(move.prepare({ documents })).rejects.toMatchObject(refused('parcel-too-big'));
    await move.prepare({ documents: documents.slice(0, 1) });
  });
});

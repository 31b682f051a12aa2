import { describe, expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { openAccompanied } from '#tests/fixtures/accompanied.ts';
import { eventsAbout } from '#tests/fixtures/events-about.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { recordAct } from '../act/record-act.ts';
import { setSpecialNeeds, specialNeedsQuery } from '../case/special-needs.ts';
import { addFollowUp, finishFollowUp } from '../follow-up/follow-ups.ts';
import { endNotesGrant, grantNotes } from '../notes-grant/notes-grants.ts';
import { callOffSession } from './call-off-session.ts';
import { holdSession } from './hold-session.ts';
import { planSession } from './plan-session.ts';
import { saveSessionDraft } from './save-session-draft.ts';
import { sessionSheet } from './session-sheet.query.ts';
import { settleSessionNote } from './settle-session-note.ts';

const secret = 'قالت إن دكان أختها يكفيها';

async function withSession() {
  const there = await openAccompanied();
  const { session } = await act(there.world.house, there.coach, planSession, { case: there.file, on: '2026-11-20', at: '09:30', place: 'hub' });
  const read = (actor = there.coach) => ask(there.world.house, actor, sessionSheet, { session });
  return { ...there, session, read };
}

describe('the notes of a session', () => {
  it('are kept field by field, sealed, and open to who accompanies her only', async () => {
    const { world, coach, supervisor, session, read } = await withSession();
    const first = await act(world.house, coach, saveSessionDraft, { session, notes: { heard: secret } });
    const again = await act(world.house, coach, saveSessionDraft, { session, notes: { heard: `${secret}، وتريد ميزانا` }, shown: first.marks });
    expect(again.apart).toBe(0);
    await act(world.house, coach, saveSessionDraft, { session, notes: { agreed: 'ميزان قبل الجمعة' } });
    expect((await read()).notes.map(({ field, copy, text }) => [field, copy, text])).toEqual([['agreed', 0, 'ميزان قبل الجمعة'], ['heard', 0, `${secret}، وتريد ميزانا`]]);
    const rows = await ownerQuery<{ sealed: Buffer }>(world.house, 'select sealed from accompaniment.session_note where session_id = $1', [session]);
    expect(rows.length).toBe(2);
    for (const { sealed } of rows) expect(sealed.includes('دكان')).toBe(false);
    expect(await read(supervisor)).toMatchObject({ writes: false, granted: false, notes: [] });
    await expect(act(world.house, supervisor, saveSessionDraft, { session, notes: { heard: 'x' } })).rejects.toMatchObject({ code: 'accompaniment.not-accompanied' });
    await expect(act(world.house, await world.as('trainer'), saveSessionDraft, { session, notes: { heard: 'x' } })).rejects.toMatchObject({ code: 'core.role-missing' });
    await expect(ask(world.house, await (await world.secondHub()).as('coach'), sessionSheet, { session })).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('written in two windows at once, both are kept and one is made of them', async () => {
    const { world, coach, session, read } = await withSession();
    const { marks } = await act(world.house, coach, saveSessionDraft, { session, notes: { heard: 'الأول' } });
    await act(world.house, coach, saveSessionDraft, { session, notes: { heard: 'الأول، من المكتب' }, shown: marks });
    const other = await act(world.house, coach, saveSessionDraft, { session, notes: { heard: 'الأول، من الهاتف' }, shown: marks });
    expect(other.apart).toBe(1);
    const more = await act(world.house, coach, saveSessionDraft, { session, notes: { heard: 'الأول، من الهاتف أيضا' }, shown: other.marks });
    expect((await read()).notes.map(({ copy, text }) => [copy, text])).toEqual([[0, 'الأول، من المكتب'], [1, 'الأول، من الهاتف أيضا']]);
    // The same words once more, as after an answer that got lost, are no third text.
    await act(world.house, coach, saveSessionDraft, { session, notes: { heard: 'الأول، من الهاتف أيضا' }, shown: other.marks });
    expect((await read()).notes).toHaveLength(2);
    expect(more.apart).toBe(1);
    await act(world.house, coach, settleSessionNote, { session, field: 'heard', text: 'الاثنان' });
    expect((await read()).notes.map(({ copy, text }) => [copy, text])).toEqual([[0, 'الاثنان']]);
    await expect(act(world.house, coach, settleSessionNote, { session, field: 'heard', text: 'x' })).rejects.toMatchObject({ code: 'accompaniment.nothing-to-settle' });
  });

  it('are read by leave of another, for a purpose and some days, until it is taken back or over', async () => {
    const { world, coach, supervisor, file, session, read } = await withSession();
    await act(world.house, coach, saveSessionDraft, { session, notes: { heard: secret } });
    await expect(act(world.house, supervisor, grantNotes, { case: file, account: supervisor.account, purpose: 'supervision', days: 9 })).rejects.toMatchObject({ code: 'accompaniment.grant-to-oneself' });
    await expect(act(world.house, coach, grantNotes, { case: file, account: (await world.as('desk_officer')).account, purpose: 'cover', days: 9 })).rejects.toMatchObject({ code: 'accompaniment.reader-not-here' });
    await expect(act(world.house, coach, grantNotes, { case: file, account: supervisor.account, purpose: 'cover', days: 91 })).rejects.toMatchObject({ name: 'InvalidInput' });
    const { grant } = await act(world.house, coach, grantNotes, { case: file, account: supervisor.account, purpose: 'supervision', days: 9 });
    expect(await read(supervisor)).toMatchObject({ writes: false, granted: true, notes: [{ text: secret }] });
    const looks = await ownerQuery(world.house, `select 1 from core.look where account_id = $1 and fields @> array['accompaniment.session_note.sealed']`, [supervisor.account]);
    expect(looks.length).toBeGreaterThan(0);
    await act(world.house, coach, endNotesGrant, { grant });
    expect((await read(supervisor)).notes).toEqual([]);
    const second = await act(world.house, coach, grantNotes, { case: file, account: supervisor.account, purpose: 'cover', days: 1 });
    await ownerQuery(world.house, `update accompaniment.life_grant set from_at = now() - interval '3 days', until_at = now() - interval '1 second' where id = $1`, [second.grant]);
    expect((await read(supervisor)).notes).toEqual([]);
  });

  it('survive a browser that is killed: the page shows what was typed, and without a script the button keeps it', async () => {
    const { world, coach, file, session } = await withSession();
    const web = await openWeb(world);
    const at = `/cases/${file}/sessions/${session}`;
    const draft = await web.send(`${at}/draft`, { 'notes.heard': secret, 'shown.heard': '' }, coach, at);
    expect(draft.status).toBe(200);
    const mark = /name="shown\.heard" value="([^"]+)"/.exec(await draft.text())?.[1];
    const page = await (await web.get(at, coach)).text();
    expect(page).toContain(secret);
    expect(page).toContain(`name="shown.heard" value="${mark}"`);
    const kept = await web.send(at, { 'notes.heard': `${secret}.`, 'shown.heard': mark!, 'notes.agreed': '', 'shown.agreed': '', 'notes.observed': '', 'shown.observed': '' }, coach);
    expect([kept.status, kept.headers.get('location')]).toEqual([303, `${at}?kept=1`]);
    const apart = await web.send(at, { 'notes.heard': 'من نافذة قديمة', 'shown.heard': mark! }, coach);
    expect(apart.headers.get('location')).toBe(`${at}?kept=both`);
    expect(await (await web.get(`${at}?kept=both`, coach)).text()).toContain('من نافذة قديمة');
  });
});

describe('hours', () => {
  it('a session that took place counts its minutes by kind; a missed one counts none and asks no reason', async () => {
    const { world, coach, file, session, sheet } = await withSession();
    await act(world.house, coach, holdSession, { session, act: 'entrepreneurship', minutes: 50 });
    await expect(act(world.house, coach, holdSession, { session, act: 'legal', minutes: 5 })).rejects.toMatchObject({ code: 'accompaniment.session-over' });
    await act(world.house, coach, recordAct, { case: file, act: 'legal', minutes: 35, on: '2026-11-01' });
    await act(world.house, coach, recordAct, { case: file, act: 'legal', minutes: 10 });
    await expect(act(world.house, coach, recordAct, { case: file, act: 'legal', minutes: 10, on: '2199-01-01' })).rejects.toMatchObject({ code: 'accompaniment.day-to-come' });
    expect((await sheet()).acts).toEqual([{ act: 'entrepreneurship', minutes: 50, count: 1 }, { act: 'legal', minutes: 45, count: 2 }]);
    expect(await eventsAbout(world, file, 'accompaniment.act-recorded')).toMatchObject([{ body: { act: 'entrepreneurship', minutes: 50, sex: 'female' } }, { body: { act: 'legal', on: '2026-11-01' } }, { body: { minutes: 10 } }]);
    const { session: second } = await act(world.house, coach, planSession, { case: file, on: '2026-12-20', at: '10:00', place: 'phone' });
    await act(world.house, coach, callOffSession, { session: second, state: 'missed' });
    await expect(act(world.house, coach, callOffSession, { session: second, state: 'cancelled' })).rejects.toMatchObject({ code: 'accompaniment.session-over' });
  });

  it('one comes back to things on their day, once', async () => {
    const { world, coach, file, sheet } = await openAccompanied();
    const { followUp } = await act(world.house, coach, addFollowUp, { case: file, what: 'm3', due_on: '2026-01-10' });
    expect((await sheet()).next).toMatchObject({ kind: 'follow-up', what: 'm3' });
    await act(world.house, coach, finishFollowUp, { follow_up: followUp, found: 'well' });
    await expect(act(world.house, coach, finishFollowUp, { follow_up: followUp, found: 'well' })).rejects.toMatchObject({ code: 'accompaniment.follow-up-over' });
    expect((await sheet()).followUps).toMatchObject([{ found: 'well' }]);
  });
});

describe('what she needs in order to come', () => {
  it('is sealed, written by who accompanies her, and not shown to who leads', async () => {
    const { world, coach, supervisor, file } = await openAccompanied();
    await act(world.house, coach, setSpecialNeeds, { case: file, needs: ['sign_language', 'escort'] });
    await act(world.house, coach, setSpecialNeeds, { case: file, needs: ['sign_language', 'home_visit'] });
    expect(await ask(world.house, coach, specialNeedsQuery, { case: file })).toEqual({ needs: ['sign_language', 'home_visit'] });
    expect(await ask(world.house, supervisor, specialNeedsQuery, { case: file })).toEqual({ needs: [] });
    await expect(act(world.house, supervisor, setSpecialNeeds, { case: file, needs: [] })).rejects.toMatchObject({ code: 'accompaniment.not-accompanied' });
  });
});

import { describe, expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { NotFound } from '#core/refusal.ts';
import { openReferringDesk } from '#tests/fixtures/refer.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { answerComplaint } from './answer-complaint.ts';
import { complaintList } from './complaint-list.query.ts';
import { receiveComplaint } from './receive-complaint.ts';

const words = 'انتظرت طويلاً أمام الشباك';

describe('a complaint', () => {
  it('reaches the manager alone, sealed, with an answer due in 15 days', async () => {
    const desk = await openReferringDesk();
    const { house, hub } = desk.world;
    await act(house, desk.officer, receiveComplaint, { ticket: desk.visitOf, kind: 'complaint', words, named: true });
    const [row] = await ownerQuery<{ sealed: Buffer; days: number }>(house, "select sealed, due_on - (received_at at time zone 'Africa/Tunis')::date as days from desk.complaint where hub_id = $1", [hub]);
    expect(row!.days).toBe(15);
    expect(row!.sealed.includes(Buffer.from('انتظرت'))).toBe(false);
    for (const role of ['desk_officer', 'supervisor', 'case_worker'] as const) {
      await expect(ask(house, await desk.world.as(role), complaintList, {})).rejects.toMatchObject({ code: 'core.role-missing' });
    }
    const manager = await desk.world.as('hub_manager');
    const [read] = await ask(house, manager, complaintList, {});
    expect(read).toMatchObject({ kind: 'complaint', words, late: false, person: { id: desk.woman } });
    const looks = await ownerQuery(house, "select id from core.look where action = 'desk.complaint-list' and compartment = 'C1b' and account_id = $1", [manager.account]);
    expect(looks).toHaveLength(1);
  });

  it('without a name keeps none: neither the row nor the event nor the log of looks leads to her', async () => {
    const desk = await openReferringDesk();
    const { house, hub, network } = desk.world;
    await act(house, desk.officer, receiveComplaint, { ticket: desk.visitOf, kind: 'suggestion', words });
    const manager = await desk.world.as('hub_manager');
    expect((await ask(house, manager, complaintList, {}))[0]).toMatchObject({ words, person: null });
    expect(await ownerQuery(house, 'select person_id from desk.complaint where hub_id = $1', [hub])).toEqual([{ person_id: null }]);
    const [event] = await ownerQuery<{ all: string }>(house, "select to_jsonb(e)::text as all from core.event e where network_id = $1 and name = 'desk.complaint-received'", [network]);
    expect(event!.all).not.toContain(desk.woman);
    expect(event!.all).not.toContain(desk.visitOf);
  });

  it('is answered once, by the manager of its own hub', async () => {
    const desk = await openReferringDesk();
    const { house } = desk.world;
    await act(house, desk.officer, receiveComplaint, { ticket: desk.visitOf, kind: 'complaint', words });
    const manager = await desk.world.as('hub_manager');
    const complaint = (await ask(house, manager, complaintList, {}))[0]!.id;
    const stranger = await (await desk.world.secondHub()).as('hub_manager');
    expect(await ask(house, stranger, complaintList, {})).toEqual([]);
    await expect(act(house, stranger, answerComplaint, { complaint, words: 'نعتذر' })).rejects.toThrow(NotFound);
    await act(house, manager, answerComplaint, { complaint, words: 'نعتذر' });
    await expect(act(house, manager, answerComplaint, { complaint, words: 'مرة أخرى' })).rejects.toMatchObject({ code: 'desk.complaint-answered' });
    expect(await ask(house, manager, complaintList, {})).toEqual([]);
    expect(await ask(house, manager, complaintList, { state: 'answered' })).toMatchObject([{ words, answer: 'نعتذر' }]);
  });
});

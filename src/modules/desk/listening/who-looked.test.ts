import { describe, expect, it } from 'vitest';
import { visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { whoLooked } from '#modules/people/who-looked/who-looked.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openReferringDesk } from '#tests/fixtures/refer.ts';
import { linkedReferral } from '../answer-referral/linked-referral.query.ts';
import { beginVisit } from '../begin-visit/begin-visit.ts';
import { callTicket } from '../call-ticket/call-ticket.ts';
import { inboxReferral } from '../inbox/inbox-referral.query.ts';
import { listeningNotes } from './listening-notes.query.ts';
import { writeListeningNote } from './write-listening-note.ts';

describe('who looked', () => {
  it('also tells of a note that was sealed before anybody was named', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const { ticket } = await desk.ticket();
    await act(world.house, desk.officer, callTicket, { ticket, counter: 1 });
    await act(world.house, desk.officer, writeListeningNote, { ticket, note: 'كلام في السر' });
    await ask(world.house, desk.officer, listeningNotes, { ticket });
    const [woman, other] = [await desk.person(), await desk.person('سعاد العمري', 1971)];
    await act(world.house, desk.officer, beginVisit, { ticket, person: woman, typed_for: true });
    for (const reader of [await world.as('dpo', { scope: 'hub' }), await world.as('dpo'), await world.as('supervisor')]) {
      expect((await ask(world.house, reader, whoLooked, { person: woman })).map(({ fields }) => fields)).toEqual([['desk.listening_note.note']]);
      expect(await ask(world.house, reader, whoLooked, { person: other })).toEqual([]);
    }
  });

  it('tells the hub what a body opened by link or by account, although that reader stands in no hub', async () => {
    const desk = await openReferringDesk();
    const { house, network } = desk.world;
    const referral = await desk.refer();
    const token = await desk.token(referral);
    const dpo = await desk.world.as('dpo', { scope: 'hub' });
    const before = (await ask(house, dpo, whoLooked, { person: desk.woman })).length;
    await ask(house, visitor(network), linkedReferral, { token });
    await ask(house, await desk.world.as('municipal_officer', { scope: 'org', organization: desk.body, name: 'Habib Zouari' }), inboxReferral, { referral });
    const looks = await ask(house, dpo, whoLooked, { person: desk.woman });
    expect(looks).toHaveLength(before + 2);
    expect(looks.slice(0, 2).map(({ who, byLink }) => ({ who, byLink }))).toEqual([{ who: 'Habib Zouari', byLink: false }, { who: null, byLink: true }]);
  });

  it('is for the auditor and for the supervisor where she stands; nobody else, and no refused try for her', async () => {
    const desk = await openReferringDesk();
    const { house } = desk.world;
    await desk.see(await desk.refer());
    for (const role of ['desk_officer', 'hub_manager', 'coach'] as const) {
      await expect(ask(house, await desk.world.as(role), whoLooked, { person: desk.woman })).rejects.toMatchObject({ code: 'core.role-missing' });
    }
    const elsewhere = await (await desk.world.secondHub()).as('supervisor');
    expect(await ask(house, elsewhere, whoLooked, { person: desk.woman })).toEqual([]);
    const here = await ask(house, await desk.world.as('supervisor'), whoLooked, { person: desk.woman });
    expect(here.length).toBeGreaterThan(0);
    expect(here.every(({ outcome }) => outcome === 'opened')).toBe(true);
  });
});

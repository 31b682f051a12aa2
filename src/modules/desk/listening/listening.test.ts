import { describe, expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { everyOrdinaryRow } from '#tests/fixtures/every-row.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { callTicket } from '../call-ticket/call-ticket.ts';
import { closeVisit } from '../close-visit/close-visit.ts';
import { listeningNotes } from './listening-notes.query.ts';
import { writeListeningNote } from './write-listening-note.ts';

const words = 'تخاف أن يعرف أحد أنها جاءت';

async function talk(world: World) {
  const desk = await openDesk(world);
  const { ticket } = await desk.ticket();
  await act(world.house, desk.officer, callTicket, { ticket, counter: 1 });
  await act(world.house, desk.officer, writeListeningNote, { ticket, note: words });
  return { desk, ticket };
}

describe('listening', () => {
  it('comes before any form: she who wrote reads her note though nobody is named yet', async () => {
    const world = await openHub();
    const { desk, ticket } = await talk(world);
    const notes = await ask(world.house, desk.officer, listeningNotes, { ticket });
    expect(notes.map(({ text }) => text)).toEqual([words]);
  });

  it('is closed to the manager, to every colleague and to another hub', async () => {
    const world = await openHub();
    const { ticket } = await talk(world);
    const manager = await world.as('hub_manager');
    await expect(ask(world.house, manager, listeningNotes, { ticket })).rejects.toMatchObject({ code: 'core.role-missing' });
    for (const other of [await world.as('desk_officer'), await world.as('case_worker', { also: ['hub_manager'] })]) {
      expect(await ask(world.house, other, listeningNotes, { ticket })).toEqual([]);
      await expect(act(world.house, other, writeListeningNote, { ticket, note: 'x' })).rejects.toMatchObject({ code: 'desk.not-your-visit' });
    }
    const stranger = await (await world.secondHub()).as('desk_officer');
    await expect(act(world.house, stranger, writeListeningNote, { ticket, note: 'x' })).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('closes to its writer too when the visit closes', async () => {
    const world = await openHub();
    const { desk, ticket } = await talk(world);
    await act(world.house, desk.officer, closeVisit, { ticket });
    expect(await ask(world.house, desk.officer, listeningNotes, { ticket })).toEqual([]);
    await expect(act(world.house, desk.officer, writeListeningNote, { ticket, note: 'x' })).rejects.toMatchObject({ code: 'desk.not-your-visit' });
  });

  it('keeps nothing readable in the database and a trace of every opening', async () => {
    const world = await openHub();
    const { desk, ticket } = await talk(world);
    await ask(world.house, desk.officer, listeningNotes, { ticket });
    const everything = await everyOrdinaryRow(world);
    expect(everything).toContain('desk.listening_note');
    expect(everything).not.toContain(words);
    expect(everything).not.toContain(Buffer.from(words).toString('hex'));
    expect(everything).toMatch(/desk\.listening-notes,[^\n]*C1b,opened,\{desk\.listening_note\.note\}/);
  });
});

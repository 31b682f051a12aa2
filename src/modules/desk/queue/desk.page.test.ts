import { describe, expect, it } from 'vitest';
import { act } from '#core/pipeline.ts';
import { inventOrganization } from '#tests/fixtures/invent-organization.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { callTicket } from '../call-ticket/call-ticket.ts';

async function counter() {
  const world = await openHub();
  const desk = await openDesk(world);
  const web = await openWeb(world);
  const go = async (answer: Response) => answer.headers.get('location') ?? `stayed: ${answer.status}`;
  const read = async (address: string) => (await web.get(address, desk.officer)).text();
  return {
    world, desk, web, read,
    send: async (address: string, fields: Record<string, string>, from?: string) => go(await web.send(address, fields, desk.officer, from)),
  };
}

describe('the pages of the desk', () => {
  it('lead from nobody to a closed visit by links and buttons alone', async () => {
    const { desk, read, send } = await counter();
    const person = await desk.person('خديجة العيادي');
    expect(await read('/desk')).toContain('لا أحد في الانتظار');
    expect(await send('/desk/tickets/new', { via: 'walk-in', reason: 'project' })).toBe('/desk?given=1');
    const visit = await send('/desk', { counter: '4' });
    expect(visit).toMatch(/^\/desk\/tickets\/[0-9a-f-]{36}$/);
    expect(await send(`${visit}/listening`, { note: 'تفكر في مشروع خياطة' })).toBe(`${visit}/listening`);
    expect(await read(`${visit}/listening`)).toContain('تفكر في مشروع خياطة');
    expect(await read(`${visit}/client?q=Khadija%20Ayadi`)).toContain(person);
    expect(await send(`${visit}/client`, { person, typed_for: 'true' })).toBe(visit);
    expect(await read('/desk')).toContain('خديجة العيادي');
    expect(await send(`${visit}/close`, {}, visit)).toBe('/desk');
    expect(await read(visit)).toContain('انتهت هذه الزيارة');
  });

  it('show numbers and never a name in the waiting room', async () => {
    const { desk, read } = await counter();
    await desk.visit(await desk.person('زينب الورتاني'));
    const board = await read('/desk/board?live=yes');
    expect(board).toContain('http-equiv="refresh"');
    expect(board).toMatch(/<strong><bdi class="num">1<\/bdi><\/strong>/);
    expect(board).not.toContain('زينب');
    expect(await read('/desk/board')).not.toContain('http-equiv="refresh"');
  });

  it('tell the slower of two officers who was faster, on the queue she came from', async () => {
    const { world, desk, web } = await counter();
    const { ticket } = await desk.ticket();
    const colleague = await world.as('desk_officer', { name: 'هدى المزوغي' });
    await act(world.house, colleague, callTicket, { ticket, counter: 9 });
    const answer = await web.send(`/desk/tickets/${ticket}/call`, { counter: '2' }, desk.officer, '/desk');
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(/نودي عليه من قبل في المكتب 9.*هدى المزوغي/s);
  });

  it('ask who acts for an organization before receiving it', async () => {
    const { world, desk, read, send } = await counter();
    const organization = await inventOrganization(world);
    const acting = await desk.person('Mabrouka Jelassi');
    const { ticket } = await desk.ticket();
    await act(world.house, desk.officer, callTicket, { ticket, counter: 1 });
    const at = `/desk/tickets/${ticket}/client`;
    expect(await read(`${at}?q=zitouna`)).toContain(`organization=${organization}`);
    expect(await read(`${at}?organization=${organization}&q=mabrouka`)).toContain(`value="${acting}"`);
    expect(await send(at, { organization, acting_person: acting, typed_for: 'true' })).toBe(`/desk/tickets/${ticket}`);
    expect(await read(`/desk/tickets/${ticket}`)).toContain('تعاضدية الزيتونة');
  });

  it('keep what was typed when a paper sheet is refused', async () => {
    const { desk, web } = await counter();
    const answer = await web.send('/desk/paper', { paper_number: 'CM-7', date: '2099-01-01', reason: 'talk' }, desk.officer);
    const page = await answer.text();
    expect([answer.status, page.includes('value="CM-7"'), page.includes('لم يحن هذا التاريخ بعد')]).toEqual([422, true, true]);
  });

  it('are not there for a visitor of another hub', async () => {
    const { world, desk, web } = await counter();
    const { ticket } = await desk.ticket();
    const stranger = await (await world.secondHub()).as('desk_officer');
    expect((await web.get(`/desk/tickets/${ticket}`, stranger)).status).toBe(404);
    expect((await web.get('/desk')).status).toBe(303);
  });
});

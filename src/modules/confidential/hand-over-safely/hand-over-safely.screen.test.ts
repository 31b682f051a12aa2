import { describe, expect, it } from 'vitest';
import { newId } from '#core/id.ts';
import { ask } from '#core/pipeline.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { handovers } from '../handovers/handovers.query.ts';

describe('the button that hands over safely', () => {
  it('shows the same page before, after, and when pressed twice', async () => {
    const world = await openHub();
    const web = await openWeb(world);
    const desk = await openDesk(world);
    const ticket = await desk.visit(await desk.person());
    const at = `/desk/tickets/${ticket}`;
    const page = async () => (await (await web.get(at, desk.officer)).text()).replace(/name="_key" value="[^"]+"/g, '').replace(/nonce="[^"]+"/g, '');
    const before = await page();
    expect(before).toContain('_csrf');
    for (const _ of [1, 2]) {
      const answer = await web.send(at, { _key: newId() }, desk.officer);
      expect([answer.status, answer.headers.get('location'), answer.headers.getSetCookie()]).toEqual([303, at, []]);
      expect(await page()).toBe(before);
    }
    const protector = await world.as('protection_officer');
    expect(await ask(world.house, protector, handovers, {})).toHaveLength(1);
  });
});

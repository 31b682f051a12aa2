import { expect, it } from 'vitest';
import { act } from '#core/pipeline.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { recordUnmetNeed } from './record-unmet-need.ts';

it('counts a need once for a visit, also when the button is pressed twice at the same moment', async () => {
  const world = await openHub();
  const desk = await openDesk(world);
  const ticket = await desk.visit(await desk.person());
  const count = () => act(world.house, desk.officer, recordUnmetNeed, { ticket, cause: 'too-far', service_type: 'FIN' });
  const pressed = await Promise.allSettled([count(), count()]);
  expect(pressed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(count()).rejects.toMatchObject({ code: 'desk.unmet-counted-before' });
  const counted = await ownerQuery(world.house, 'select from core.event where network_id = $1 and name = $2', [world.network, 'desk.need-unmet']);
  expect(counted).toHaveLength(1);
});

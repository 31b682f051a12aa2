import type { Actor } from '#core/actor.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import type { Town } from '../town/town.ts';

/** Five who must learn nothing of what a hub keeps: nobody, the same job next door, no job here, a job that ended, another network. */
export async function wrongActors({ world }: Town): Promise<Readonly<Record<string, Actor | null>>> {
  const next = await world.secondHub();
  const stranger = await openHub();
  const ended = await world.as('desk_officer', { also: ['supervisor', 'hub_manager'] });
  await ownerQuery(world.house, `update network.held_role set from_at = now() - interval '9 days', until_at = now() - interval '1 day' where account_id = $1`, [ended.account]);
  return {
    'a visitor': null,
    'the staff of the next hub': await next.as('desk_officer', { also: ['supervisor', 'hub_manager', 'case_worker'] }),
    'a mentor of this hub': await world.as('mentor'),
    'an officer whose role ended': { ...ended, roles: [] },
    'an officer of another network': await stranger.as('desk_officer', { also: ['supervisor', 'hub_manager'] }),
  };
}

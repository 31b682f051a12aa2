import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import type { World } from '#tests/fixtures/open-hub.ts';

/**
 * What stands beside a call and a course once somebody used it: a word for her own page and the page once opened, a paper that was only shown, a closing
 * that was moved, a code on the wall of a room, a signed sheet. Each needs an hour or a state that this house is past; they are written as the owner of the tables.
 */
export async function leaveTraces({ house, network }: World): Promise<void> {
  const own = (text: string) => ownerQuery(house, text, [network]);
  const code = (id: string) => `upper(translate(right(${id}::text, 8), '-', '0'))`;
  const bytes = (many: number, id = "''") => `decode(rpad(translate(${id}::text, '-', ''), ${many * 2}, '0'), 'hex')`;
  await own(`insert into incubation.application_door (network_id, hub_id, call_id, application_id, person_id, code, door, made_at) select network_id, hub_id, call_id, id, person_id, ${code('id')}, ${bytes(32, 'id')}, now() from incubation.application where network_id = $1`);
  await own(`insert into incubation.application_opening (network_id, pass, application_id, call_id, until_at) select network_id, ${bytes(32, 'id')}, id, call_id, now() + interval '1 hour' from incubation.application where network_id = $1`);
  await own(`insert into incubation.paper (network_id, id, hub_id, application_id, person_id, code, handed_at) select network_id, gen_random_uuid(), hub_id, id, person_id, 'identity', now() from incubation.application where network_id = $1`);
  await own(`insert into incubation.call_extension (network_id, hub_id, call_id, n, closes_from, closes_to, day_from, day_to, reason, moved_at)
    select network_id, hub_id, id, 1, now(), now() + interval '5 days', current_date, current_date + 5, '{"fr":"Pluies"}', now() - interval '1 day' from incubation.call where network_id = $1`);
  await own(`insert into training.room (network_id, half_day_id, hub_id, session_id, code, door, until_at, opened_at) select network_id, id, hub_id, session_id, ${code('id')}, ${bytes(32, 'id')}, now() + interval '1 hour', now() from training.half_day where network_id = $1`);
  await own(`insert into training.check_in (network_id, half_day_id, seat_code, hub_id, session_id, at) select network_id, half_day_id, 'ABCD2345', hub_id, session_id, now() from training.room where network_id = $1`);
  await own(`insert into training.sheet (network_id, id, hub_id, session_id, half_day_id, media_type, bytes, pieces, added_at) select network_id, gen_random_uuid(), hub_id, session_id, id, 'image/png', 40, 1, now() from training.half_day where network_id = $1`);
  await own(`insert into training.sheet_piece (network_id, hub_id, sheet_id, n, sealed) select network_id, hub_id, id, 0, ${bytes(40)} from training.sheet where network_id = $1`);
}

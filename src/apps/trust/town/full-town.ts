import type { RoleCode } from '#core/actor.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import type { Random } from '../random.ts';
import { fillHouse, type Said } from './full-house.ts';
import { Known } from './known.ts';
import type { Town } from './town.ts';

/** Where the things that addresses name are kept, by the part of the address. */
const kept: Readonly<Record<string, readonly string[]>> = {
  person: ['people.person'], a: ['people.person'], b: ['people.person'], contact: ['people.person_contact'], consent: ['people.consent'], merge: ['people.merge'],
  ticket: ['desk.ticket'], referral: ['desk.referral'], appointment: ['desk.appointment'], complaint: ['desk.complaint'], form: ['desk.form'],
  case: ['accompaniment.case_file'], goal: ['accompaniment.goal'], step: ['accompaniment.step'], session: ['accompaniment.session'], assignment: ['accompaniment.assignment'],
  approval: ['accompaniment.approval'], followup: ['accompaniment.follow_up'], follow_up: ['accompaniment.follow_up'], grant: ['accompaniment.life_grant'],
  document: ['documents.document'], message: ['messages.message'], parcel: ['transfer.parcel'], request: ['rights.request', 'confidential.key_request'],
  file: ['confidential.file'], handover: ['confidential.handover'], exclusion: ['confidential.exclusion'], import: ['exchange.import'],
  account: ['network.account'], organization: ['network.organization'], service: ['directory.service'], household: ['people.household'],
};

/** A house in which everything that touches a person was done, as a town whose every thing is known by the name it has in addresses. */
export async function fullTown(random: Random, said: Said): Promise<Town> {
  const full = await fillHouse(said);
  const { world, staff: { coach, supervisor, manager, admin, protector }, officer } = full;
  const known = new Known(random);
  for (const [part, tables] of Object.entries(kept)) for (const table of tables) {
    const rows = await ownerQuery<{ id: string }>(world.house, `select id from ${table} where network_id = $1 order by id`, [world.network]);
    // Of two that may be one, the second is always another than the first.
    const meant = part === 'a' ? rows.slice(0, -1) : part === 'b' ? rows.slice(-1) : rows;
    for (const { id } of meant) known.learn({ [part]: id });
  }
  known.learn({ hub: world.hub });
  const staff = new Map<RoleCode, typeof officer>([['desk_officer', officer], ['coach', coach], ['supervisor', supervisor], ['hub_manager', manager], ['network_admin', admin], ['protection_officer', protector]]);
  return { world, known, staff, done: new Map(), undone: new Map(), bugs: [] };
}

/** Parts of addresses that name a thing of a person and of which this town holds none. */
export const missingParts = ({ known }: Town): string[] => Object.keys(kept).filter((part) => known.all(part).length === 0);

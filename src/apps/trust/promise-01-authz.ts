import { decide } from '#core/policy/decide.ts';
import '../web/sitemap.ts';
import { decideCells } from './authz/decide-cells.ts';
import { httpCells } from './authz/http-cells.ts';
import { rowCells } from './authz/row-cells.ts';
import { withOwner } from './owner-client.ts';
import { noneOf, type TrustPromise } from './promise.ts';

export const authzPromise: TrustPromise = {
  number: 1,
  name: 'authz',
  title: 'the policy, PostgreSQL and the pages say of everyone what an oracle written from the roles says',
  run: async (kit) => {
    const { house } = await kit.hadina();
    const decided = decideCells(kit.random, 100_000);
    const rows = await withOwner(kit, (owner) => rowCells(house, owner, kit.random, kit.rounds(4_000, 20_000, 100_000)));
    const asked = await httpCells(kit.random, kit.rounds(500, 5_000, 20_000));
    return noneOf('disagreements', decided.cells + rows.cells + asked.cells, [...decided.faults, ...rows.faults, ...asked.faults], 100_000,
      [`${decided.cells} cells in the policy, ${rows.cells} through row-level security, ${asked.cells} through HTTP`,
        ...(asked.unasked.length ? [`no valid input was found for ${asked.unasked.join(', ')}`] : [])]);
  },
  plantedFault: async (kit) => {
    // A policy that lets a hub's manager open contact, as if "she manages, so she may".
    const lax: typeof decide = (actor, name, resource, now) =>
      name === 'people.person-contact' && actor.roles.some(({ role }) => role === 'hub_manager')
        ? { allow: true, reason: 'role' } : decide(actor, name, resource, now);
    const inPolicy = decideCells(kit.random, 0, lax, ['people.person-contact']).faults.length > 0;
    const { house } = await kit.hadina();
    const inRows = await withOwner(kit, async (owner) => {
      const [kept] = (await owner.query(`select pg_get_expr(polqual, polrelid) as using from pg_policy where polname = 'enrolment_read'`)).rows;
      await owner.query('alter policy enrolment_read on people.enrolment using (network_id is not null)');
      try {
        return (await rowCells(house, owner, kit.random, kit.size === 'quick' ? 600 : 2_000)).faults.length > 0;
      } finally {
        await owner.query(`alter policy enrolment_read on people.enrolment using (${kept.using})`);
      }
    });
    return inPolicy && inRows;
  },
};

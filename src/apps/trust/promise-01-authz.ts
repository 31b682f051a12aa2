import { decide } from '#core/policy/decide.ts';
import { accessToFile } from '#modules/confidential/file-access.ts';
import '../web/sitemap.ts';
import { decideCells } from './authz/decide-cells.ts';
import { fileCells } from './authz/file-cells.ts';
import { houseRows } from './authz/house-rows.ts';
import { httpCells } from './authz/http-cells.ts';
import { rowCells } from './authz/row-cells.ts';
import type { Kit } from './kit.ts';
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
    // In a quick run the rows of ten tables stand for all: filling a house with every table takes longer than the whole run.
    const whole = kit.size === 'quick' ? null : await withOwner(kit, (owner) => houseRows(owner, kit.random, 20_000));
    const files = fileCells(kit.random);
    const asked = await httpCells(kit.random, kit.rounds(500, 5_000, 20_000));
    return noneOf('disagreements', decided.cells + files.cells + rows.cells + (whole?.cells ?? 0) + asked.cells,
      [...decided.faults, ...files.faults, ...rows.faults, ...(whole?.faults ?? []), ...asked.faults], 100_000,
      [`${decided.cells + files.cells} cells in the policy, ${rows.cells + (whole?.cells ?? 0)} through row-level security${whole ? ` in ${whole.tables} tables` : ''}, ${asked.cells} through HTTP`,
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
    // A grant that counts although it was taken back.
    const inFiles = fileCells(kit.random, (standing, file, now) => accessToFile({ ...standing, grants: standing.grants.map((grant) => ({ ...grant, revokedAt: null })) }, file, now)).faults.length > 0;
    return inPolicy && inRows && inFiles && (kit.size === 'quick' || await inWholeHouse(kit));
  },
};

/** Notes of sessions open to everyone of the hub who may read lives at all, assigned or not. */
const inWholeHouse = (kit: Kit): Promise<boolean> => withOwner(kit, async (owner) => {
  const [kept] = (await owner.query(`select pg_get_expr(polqual, polrelid) as using from pg_policy where polname = 'session_note_read'`)).rows;
  await owner.query('alter policy session_note_read on accompaniment.session_note using (network_id is not null)');
  try {
    return (await houseRows(owner, kit.random, 4_000)).faults.some((fault) => fault.startsWith('accompaniment.session_note is seen'));
  } finally {
    await owner.query(`alter policy session_note_read on accompaniment.session_note using (${kept.using})`);
  }
});

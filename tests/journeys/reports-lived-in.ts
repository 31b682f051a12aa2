import type { Actor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { keptIndicators } from '#modules/evidence/public.ts';
import { monthOf, monthPlus } from '#modules/evidence/reading/period.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { openReport } from '#modules/reports/compose/open-report.ts';
import { deliverReport } from '#modules/reports/deliver/deliver-report.ts';
import { setSchedule } from '#modules/reports/deliver/set-schedule.ts';
import { freezeReport } from '#modules/reports/freeze/freeze-report.ts';
import type { World } from '#tests/fixtures/open-hub.ts';

/** A draft, and a frozen report that was handed to a donor and goes out each month: every page of reports has something to show. Something must be sealed already. Gives the donor. */
export async function reportsLivedIn(world: World, manager: Actor): Promise<Actor> {
  const { house, network } = world;
  const indicators = (await inTransaction(house.app, beginFor(manager), (tx) => keptIndicators(tx, network))).slice(0, 4).map(({ id }) => id);
  const last = monthPlus(monthOf(new Date()), -1);
  const begin = () => act(house, manager, openReport, { template: 'own', from: last, to: last, indicators } as never);
  await begin();
  const { report } = await begin();
  await act(house, manager, freezeReport, { report });
  const donor = await world.as('donor_viewer', { name: 'Donatella Greco' });
  await act(house, manager, deliverReport, { report, reader: donor.account! });
  await act(house, manager, setSchedule, { report, reader: donor.account!, every: 'quarter' });
  return donor;
}

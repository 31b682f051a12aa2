import { sealEvents } from '#core/chain/seal-events.ts';
import { signingKey } from '#core/chain/signing.ts';
import { indicatorList } from '#modules/evidence/kept/indicator-list.query.ts';
import { monthOf, monthPlus } from '#modules/evidence/reading/period.ts';
import { setTarget } from '#modules/evidence/target/set-target.ts';
import { targetList } from '#modules/evidence/target/target-list.query.ts';
import { changeReport } from '#modules/reports/compose/change-report.ts';
import { openReport } from '#modules/reports/compose/open-report.ts';
import { deliverReport } from '#modules/reports/deliver/deliver-report.ts';
import { freezeReport } from '#modules/reports/freeze/freeze-report.ts';
import { demoNarrative, demoTargets } from './content/report.ts';
import { said } from './content/written.ts';
import { asks, colleagueAt, daysAgo, does, known, type Load } from './load.ts';

/** The cluster of the Medina reports on MedTOWN’s targets since the project began: a report frozen and handed to the donor, in three languages, and the next one begun. */
export async function reportToADonor(load: Load): Promise<void> {
  if (!load.hubs.has('medina') || !load.staff.has('donor')) return;
  const manager = colleagueAt(load, 'manager.medina', daysAgo(load, 1));
  const indicators = await asks(load, manager, indicatorList, {});
  const ofSet = indicators.filter(({ set }) => set === 'medtown');
  const there = await asks(load, manager, targetList, { level: 'hub' });
  for (const [code, value] of Object.entries(demoTargets)) {
    const indicator = ofSet.find((one) => one.code === code);
    if (!indicator || there.some((one) => one.indicator === indicator.id)) continue;
    await does(load, manager, setTarget, { indicator: indicator.id, level: 'hub', of_hub: known(load.hubs, 'medina'), value: String(value), from: '2019-09-05', to: '2030-12-31', said_by: 'MedTOWN, project card' });
  }
  const key = signingKey(load.house.keyFor('chain-heads'));
  while (await sealEvents({ pool: load.house.worker, key, headsFile: null }, 'core', true));
  const months = { from: '2019-09', to: monthPlus(monthOf(manager.demoAt!), -1) };
  const programme = load.programmes.get('medtown');
  const begin = () => does(load, manager, openReport, { template: 'medtown', ...months, ...(programme ? { programme } : {}) });
  const { report } = await begin();
  await does(load, manager, changeReport, {
    report, ...months, indicators: ofSet.map(({ id }) => id), titles: said(demoNarrative.title), sections: demoNarrative.sections.map(({ head, words }) => ({ heads: said(head), words: said(words) })),
  });
  await does(load, manager, freezeReport, { report });
  await does(load, manager, deliverReport, { report, reader: load.staff.get('donor')!.account, days: 365 });
  await begin();
  load.say('  a report frozen and handed to the donor');
}

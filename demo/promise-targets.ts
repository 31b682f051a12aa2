import { setFunderShare } from '#modules/evidence/attribution/set-share.ts';
import { indicatorList } from '#modules/evidence/kept/indicator-list.query.ts';
import { loadIndicatorSet } from '#modules/evidence/kept/load-set.ts';
import { enterCost } from '#modules/evidence/money/enter-cost.ts';
import { enterRevenue } from '#modules/evidence/money/enter-revenue.ts';
import { stateRate } from '#modules/evidence/money/state-rate.ts';
import { rescopeTarget, setTarget } from '#modules/evidence/target/set-target.ts';
import { adminAt, asks, colleagueAt, dayAgo, daysAgo, does, known, type Load } from './load.ts';

/** MedTOWN's card (domain.md 3.1): eight numbers; six pilots were announced and ten promised. */
const card = { from: '2019-09-05', to: '2023-12-04', said_by: 'MedTOWN, fiche du projet' };
const eight: readonly (readonly [indicator: string, value: string])[] = [
  ['people-involved', '20000'], ['agreements-in-force', '6'], ['job-opportunities', '210'], ['study-visits', '12'], ['recommendations', '42'], ['studies', '13'], ['pilots', '6'], ['professionals-trained', '120'],
];
/** What the cluster lived on: invented, so that project money is 62 % of it (domain.md 3.11). */
const lived = [['dues', '4200'], ['paid-services', '9800'], ['grants', '5000'], ['project-money', '31000']] as const;

/** Targets of five levels, who pays which part, a rate, costs and revenue: what was promised from the sources, what was spent invented. */
export async function promiseTargets(load: Load): Promise<void> {
  const programme = load.programmes.get('medtown');
  if (!load.hubs.has('medina') || !programme) return;
  const admin = adminAt(load, daysAgo(load, 45));
  const manager = colleagueAt(load, 'manager.medina', daysAgo(load, 44));
  await does(load, admin, loadIndicatorSet, { set: 'environment' });
  const list = await asks(load, admin, indicatorList, {});
  const named = (code: string) => list.find((one) => one.code === code)!.id;
  const targets = new Map<string, string>();
  for (const [code, value] of eight) targets.set(code, (await does(load, admin, setTarget, { indicator: named(code), level: 'programme', programme, value, ...card })).target);
  await does(load, admin, rescopeTarget, { target: targets.get('pilots')!, value: '10', ...card, reason: 'عشرة مشاريع بعد الدعوة الثانية · dix pilotes après le second appel', said_by: 'Avenant (exemple)' });
  const funder = known(load.bodies, 'eu');
  await does(load, admin, setFunderShare, { programme, funder, share: '86.5', from: card.from, to: card.to, said_by: card.said_by });
  await does(load, admin, setTarget, { indicator: named('study-visits'), level: 'funder', funder, value: '10', ...card });
  const year = { from: dayAgo(load, load.began.desks), to: dayAgo(load, -180), said_by: 'Plan de l’année (exemple)' };
  await does(load, admin, setTarget, { indicator: named('people-involved'), level: 'network', value: '2000', ...year });
  await does(load, admin, setTarget, { indicator: named('people-involved'), level: 'region', region: 'TN-11', value: '400', ...year });
  await does(load, manager, setTarget, { indicator: named('people-involved'), level: 'hub', value: '400', ...year });
  await does(load, manager, setTarget, { indicator: named('people-fully-served'), level: 'hub', value: '150', ...year });
  await spend(load, named('people-involved'));
}

async function spend(load: Load, indicator: string): Promise<void> {
  const manager = colleagueAt(load, 'manager.medina', daysAgo(load, 43));
  await does(load, adminAt(load, daysAgo(load, 43)), stateRate, { from_currency: 'EUR', to_currency: 'TND', on: dayAgo(load, 120), rate: '3.35', said_by: 'مثال · exemple' });
  const cost = (amount: string, currency: string, what: string) => does(load, manager, enterCost, { indicator, amount, currency, from: dayAgo(load, 90), to: dayAgo(load, 50), what, paper: 'مثال · exemple' });
  await cost('5400', 'TND', 'أجور الشباك · salaires du guichet');
  await cost('600', 'EUR', 'مواد ولوازم · matériel');
  for (const [kind, amount] of lived) await does(load, manager, enterRevenue, { year: String(load.now.getUTCFullYear() - 1), kind, amount, currency: 'TND', said_by: 'مثال · exemple' });
}

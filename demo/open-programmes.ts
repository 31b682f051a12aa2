import { registerOrganization } from '#modules/network/organization/register-organization.ts';
import { addCost } from '#modules/programme/cost/add-cost.ts';
import { addFunder } from '#modules/programme/cost/add-funder.ts';
import { changePeriod, closeProgramme } from '#modules/programme/open-programme/change-programme.ts';
import { openProgramme } from '#modules/programme/open-programme/open-programme.ts';
import { namePartner } from '#modules/programme/partner/name-partner.ts';
import { setTarget } from '#modules/programme/target/set-target.ts';
import { type DemoProgramme, demoProgrammes, programmeBodies } from './content/programmes.ts';
import { said } from './content/written.ts';
import { adminAt, daysAgo, does, known, type Load } from './load.ts';

/** The administrator on the day programmes were typed in. */
const admin = (load: Load) => adminAt(load, daysAgo(load, load.began.hired, 10));

/** Strategies, programmes and projects of the sources, where one of their hubs is open; parents and first phases come first. */
export async function openProgrammes(load: Load): Promise<void> {
  for (const plan of demoProgrammes.filter(({ where }) => load.hubs.has(where))) await openOne(load, plan);
}

async function openOne(load: Load, plan: DemoProgramme): Promise<void> {
  const { programme } = await does(load, admin(load), openProgramme, {
    level: plan.level, code: plan.key, names: said(plan.names), about: said(plan.about), parent: plan.parent && known(load.programmes, plan.parent),
    predecessor: plan.follows && known(load.programmes, plan.follows), lead: plan.lead && (await body(load, plan.lead)), starts_on: plan.from, ends_on: plan.to,
    said_by: plan.said, listed: 'on', sensitive: plan.sensitive ? 'on' : '',
  });
  load.programmes.set(plan.key, programme);
  for (const { to, said: said_by, reason } of plan.replanned ?? []) await does(load, admin(load), changePeriod, { programme, starts_on: plan.from, ends_on: to, said_by, reason });
  await pay(load, plan, programme);
  await takePart(load, plan, programme);
  for (const { value, said: said_by, sex = 'all', ...target } of plan.targets ?? []) await does(load, admin(load), setTarget, { programme, sex, value: String(value), said_by, ...target });
  if (plan.closed) await does(load, admin(load), closeProgramme, { programme, on: plan.closed });
}

async function pay(load: Load, plan: DemoProgramme, programme: string): Promise<void> {
  for (const { shares, said: said_by, ...cost } of plan.costs ?? []) {
    const made = await does(load, admin(load), addCost, { programme, said_by, ...cost, approximate: cost.approximate ? 'on' : '' });
    for (const { body: payer, names, ...share } of shares ?? []) {
      await does(load, admin(load), addFunder, { programme, cost: made.cost, organization: payer && (await body(load, payer)), ...(names ? { names: said(names) } : {}), ...share, approximate: share.approximate ? 'on' : '' });
    }
  }
}

async function takePart(load: Load, plan: DemoProgramme, programme: string): Promise<void> {
  const there = new Map<string, string>();
  for (const { body: key, hub, replaces, said: said_by, ...partner } of plan.partners ?? []) {
    if (hub && !load.hubs.has(hub)) continue;
    const organization = key && (await body(load, key));
    if (key && !organization) continue;
    const named = await does(load, admin(load), namePartner, { programme, organization, partner_hub: hub && known(load.hubs, hub), said_by, ...partner, replaces: replaces && there.get(replaces) });
    if (key) there.set(key, named.partner);
  }
}

/** A body of the demo; one that only programmes name is registered the first time. Nothing where its hub is not open in this load. */
async function body(load: Load, key: string): Promise<string | undefined> {
  const plan = programmeBodies.find((one) => one.key === key);
  if (plan && !load.bodies.has(key)) {
    const { organization } = await does(load, admin(load), registerOrganization, { names: said(plan.names), sector: plan.sector, kind: plan.kind, listed: 'on' } as never);
    load.bodies.set(key, organization);
  }
  return load.bodies.get(key);
}

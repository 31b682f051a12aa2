import { setController } from '#modules/network/controller/set-controller.ts';
import { openHub } from '#modules/network/open-hub/open-hub.ts';
import { openNetwork } from '#modules/network/open-network/open-network.ts';
import { setHubHours } from '#modules/network/hub-hours/set-hub-hours.ts';
import { setHubTerms } from '#modules/network/hub-terms/set-hub-terms.ts';
import { beginMembership } from '#modules/network/organization/membership.ts';
import { openOrgUnit } from '#modules/network/organization/open-org-unit.ts';
import { registerOrganization } from '#modules/network/organization/register-organization.ts';
import { needsFormV1 } from '#modules/desk/form/needs-form-v1.ts';
import { needsFormV2 } from '#modules/desk/form/needs-form-v2.ts';
import { publishForm } from '#modules/desk/form/publish-form.ts';
import { callProjectForm } from '#modules/incubation/form/call-project-form.ts';
import { type DemoBody, demoBodies } from './content/bodies.ts';
import type { DemoHub } from './content/hubs.ts';
import { demoServices } from './content/services.ts';
import { said } from './content/written.ts';
import { inLanes } from './in-lanes.ts';
import { adminAt, dayAgo, daysAgo, does, known, type Load } from './load.ts';

/** Opens the network, registers its bodies, opens the hubs with their hours and members, and publishes the questionnaire. */
export async function openTheNetwork(load: Load): Promise<void> {
  const admin = adminAt(load, daysAgo(load, load.began.opened));
  await does(load, admin, openNetwork, {
    names: { ar: 'شبكة حاضنة التجريبية', fr: 'Réseau de démonstration Hadina', en: 'Hadina demonstration network' },
    countries: [...new Set(load.hubsToOpen.map(({ country }) => country))], demo: true, reference_incubators_per_region: 1,
  });
  await does(load, admin, publishForm, needsFormV1);
  await does(load, admin, publishForm, needsFormV2);
  await does(load, admin, publishForm, callProjectForm);
  await inLanes(bodiesOf(load), 6, (body) => registerBody(load, body));
  await inLanes(load.hubsToOpen, 6, (hub) => openOneHub(load, hub));
  await openDepartments(load);
}

function bodiesOf({ hubsToOpen }: Load): readonly DemoBody[] {
  const open = new Set(hubsToOpen.map(({ key }) => key));
  const named = new Set([
    ...hubsToOpen.flatMap(({ body, members }) => [body, ...members]),
    ...demoServices.filter(({ hub }) => open.has(hub)).map(({ by }) => by),
  ]);
  return demoBodies.filter(({ key }) => named.has(key));
}

async function registerBody(load: Load, body: DemoBody): Promise<void> {
  const { organization } = await does(load, adminAt(load, daysAgo(load, load.began.opened, 9)), registerOrganization, {
    names: said(body.names), sector: body.sector, kind: body.kind, listed: true, support_body: body.support ?? false,
    territory: body.territory, founded_year: body.founded, ...(body.descriptions ? { descriptions: said(body.descriptions) } : {}),
  });
  load.bodies.set(body.key, organization);
}

async function openOneHub(load: Load, plan: DemoHub): Promise<void> {
  const admin = adminAt(load, daysAgo(load, load.began.opened, 10));
  const { hub } = await does(load, admin, openHub, {
    kind: plan.kind, country: plan.country, territory: plan.territory, names: said(plan.names), welcomes: said(plan.welcomes),
    opened_on: plan.openedOn, ...(plan.address ? { address: said(plan.address) } : {}),
  });
  load.hubs.set(plan.key, hub);
  // A project that is over keeps no hours.
  if (!plan.until) await does(load, admin, setHubHours, { hub, ...hoursOf(plan) });
  for (const member of [plan.body, ...plan.members]) {
    await does(load, admin, beginMembership, { organization: known(load.bodies, member), hub, since: plan.since ?? dayAgo(load, load.began.opened), mandate_until: plan.until ?? dayAgo(load, load.began.opened - 730) });
  }
  await answerForData(load, plan, hub);
  if (plan.key === 'lmdina') await does(load, admin, setHubTerms, { hub, fr: { hub: 'station Lingare', the_hub: 'la station Lingare' }, en: { hub: 'Lingare station' } });
}

/** The body that runs the hub answers for its personal data; nothing of a demo is declared anywhere, and the notice says so. */
async function answerForData(load: Load, { body, country }: DemoHub, hub: string): Promise<void> {
  const open = demoBodies.find(({ key }) => key === body)!.sector === 'public';
  await does(load, adminAt(load, daysAgo(load, load.began.opened, 11)), setController, {
    organization: known(load.bodies, body), hub, regime: open ? 'public-body' : 'association', legal_basis: open ? 'public-task' : 'consent',
    retention_months: 60, hosting_country: country, declaration: 'not-made',
  });
}

/** Half past eight to half past twelve and two to half past four, Friday shorter; one stretch in Ramadan. */
function hoursOf({ key }: DemoHub) {
  const morning = { opens: '08:30', closes: '12:30' };
  const days = (short: object, long: object) => Object.fromEntries([1, 2, 3, 4, 5].map((day) => [String(day), day === 5 ? short : long]));
  const week = days({ first: morning }, { first: morning, second: { opens: '14:00', closes: '16:30' } });
  const saturday = key === 'library' || key === 'lmdina' ? { 6: { first: { opens: '09:00', closes: '13:00' } } } : {};
  const ramadan = days({ first: { opens: '09:00', closes: '13:00' } }, { first: { opens: '09:00', closes: '14:30' } });
  return { ordinary: { ...week, ...saturday }, ramadan_differs: true, ramadan };
}

/** The departments of the Municipality of Tunis, each with its own users (domain.md 0.8, 0.9). */
async function openDepartments(load: Load): Promise<void> {
  const organization = known(load.bodies, 'tunis');
  const departments = [
    { key: 'culture', areas: ['library', 'bookings', 'events'], names: { ar: 'دائرة الثقافة', fr: 'Service de la culture', en: 'Culture department' } },
    { key: 'economy', areas: ['market', 'figures'], names: { ar: 'دائرة الشؤون الاقتصادية', fr: 'Service des affaires économiques', en: 'Economic affairs department' } },
  ];
  for (const { key, ...department } of departments) {
    const { unit } = await does(load, adminAt(load, daysAgo(load, load.began.opened, 11)), openOrgUnit, { organization, ...department, opened_on: dayAgo(load, load.began.opened) });
    load.units.set(key, unit);
  }
}

import type { Browser } from 'playwright-core';
import type { Actor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { setApprovalLimit } from '#modules/funding/fund/approval-limits.ts';
import { callProjectForm } from '#modules/incubation/form/call-project-form.ts';
import { registerOrganization } from '#modules/network/public.ts';
import { publishForm } from '#modules/desk/form/publish-form.ts';
import { registerPerson } from '#modules/people/register-person/register-person.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { type Hands, openHands } from './hands.ts';

/** Who carries a call from its first line to the enterprise a year later, each with her own part of it. */
export const parts = ['manager', 'officer', 'juror', 'decider', 'trainer', 'coach', 'funding', 'treasurer'] as const;
export type Part = (typeof parts)[number];

const roles = {
  manager: ['hub_manager', 'منيرة الحداد'], officer: ['desk_officer', 'سلمى الطرابلسي'], juror: ['juror', 'هالة القروي'], decider: ['supervisor', 'نجاة بوزيد'],
  trainer: ['trainer', 'رجاء الماجري'], coach: ['coach', 'هالة المنصوري'], funding: ['funding_officer', 'كوثر الجزيري'], treasurer: ['treasurer', 'لطيفة السالمي'],
} as const;

/** A hub before its first call, who works there, and a phone at which somebody from the street reads. */
export interface CallTeam {
  readonly world: World;
  readonly web: Web;
  readonly actors: Readonly<Record<Part, Actor>>;
  readonly hands: Readonly<Record<Part, Hands>>;
  /** A citizen's phone: 360 pixels wide, no script, nobody signed in. */
  readonly phone: Hands;
  readonly funder: string;
  /** Two whom the desk knows already; the first is registered on the way to her application. */
  readonly known: readonly string[];
  stop(): Promise<void>;
}

/** The names that no juror, no funding officer and no public page may show before it is time. */
export const women = ['خديجة العيادي', 'سعاد المثلوثي', 'وداد التليلي'] as const;

/** Opens it in Sidi Bouzid: the form of calls is published, limits are set, a funder is in the register. */
export async function openCallTeam(browser: Browser): Promise<CallTeam> {
  const world = await openHub({ country: 'TN', kind: 'citess', territory: 'TN-43' });
  const { house, hub } = world;
  const admin = await world.as('network_admin');
  const actors = Object.fromEntries(await Promise.all(parts.map(async (part) => [part, await world.as(roles[part][0], { name: roles[part][1] })]))) as Record<Part, Actor>;
  await act(house, admin, publishForm, callProjectForm);
  await act(house, admin, setApprovalLimit, { hub, role: 'hub_manager', currency: 'TND', alone: '5000', most: '50000' });
  const { organization: funder } = await act(house, actors.manager, registerOrganization, { names: { ar: 'بلدية سيدي بوزيد التجريبية' }, sector: 'public', kind: 'municipality', listed: 'true' } as never) as unknown as { organization: string };
  const known = [];
  for (const [at, name] of women.slice(1).entries()) known.push((await act(house, actors.officer, registerPerson, { name, birth_year: 1985 + at * 7, sex: 'female', territory: 'TN-43' })).person);
  const web = await openWeb(world);
  const { origin, stop } = await web.listen();
  const hands = Object.fromEntries(await Promise.all(parts.map(async (part) => [part, await openHands(browser, { origin, web, actor: actors[part] })]))) as Record<Part, Hands>;
  const phone = await openHands(browser, { origin, web, actor: null, width: 360, script: false });
  return { world, web, actors, hands, phone, funder, known, stop: async () => { await Promise.all([...Object.values(hands), phone].map((each) => each.close())); await stop(); } };
}

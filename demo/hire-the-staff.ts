import { randomInt } from 'node:crypto';
import { newId } from '#core/id.ts';
import { setPassword } from '#modules/network/sign-in/set-password.ts';
import { grantRole } from '#modules/network/staff/grant-role.ts';
import { inviteStaff } from '#modules/network/staff/invite-staff.ts';
import { demoHubs } from './content/hubs.ts';
import { type DemoStaff, demoStaff } from './content/staff.ts';
import { adminAt, dayAgo, daysAgo, does, known, type Load } from './load.ts';

const HIRED = 200;

/** A login of the demo as it is printed. */
export interface DemoLogin {
  readonly login: string;
  readonly password: string;
  readonly role: string;
  readonly hub?: string;
}

/** Opens the accounts with their roles, at once; every password is random and already chosen, so that signing in leads to the desk. */
export async function hireTheStaff(load: Load): Promise<readonly DemoLogin[]> {
  const wanted = demoStaff.filter((one) => isHere(load, one));
  return Promise.all(wanted.map((one) => hire(load, one)));
}

function isHere({ hubs, bodies, units }: Load, { hub, body, unit, territory }: DemoStaff): boolean {
  if (hub) return hubs.has(hub);
  if (territory) return hubs.has('dakhla');
  return (!body || bodies.has(body)) && (!unit || units.has(unit));
}

async function hire(load: Load, { login, name, language, role, ...place }: DemoStaff): Promise<DemoLogin> {
  const hub = place.hub ? known(load.hubs, place.hub) : null;
  const admin = adminAt(load, daysAgo(load, HIRED));
  const { account, password: first } = await does(load, admin, inviteStaff, { login, name, language, hub });
  load.staff.set(login, { account, hub, role });
  await does(load, admin, grantRole, {
    account, role, until: dayAgo(load, -400), hub, territory: place.territory,
    organization: place.body && known(load.bodies, place.body), org_unit: place.unit && known(load.units, place.unit),
    trained_on: role === 'protection_officer' ? dayAgo(load, HIRED + 60) : undefined,
  });
  const password = newPassword();
  const herself = { network: load.network, account, person: null, hub, roles: [], session: newId(), app: 'demo', demoAt: daysAgo(load, HIRED, 9) } as const;
  await does(load, herself, setPassword, { current: first, password });
  const where = demoHubs.find(({ key }) => key === place.hub);
  return { login, password, role, ...(where ? { hub: where.names[1] } : {}) };
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Three groups of five letters and digits that cannot be taken for each other; 74 bits. */
const newPassword = (): string => Array.from({ length: 3 }, () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')).join('-');

import { randomInt } from 'node:crypto';
import { newId } from '#core/id.ts';
import { setPassword } from '#modules/network/sign-in/set-password.ts';
import { grantRole } from '#modules/network/staff/grant-role.ts';
import { inviteStaff } from '#modules/network/staff/invite-staff.ts';
import { demoHubs } from './content/hubs.ts';
import { type DemoStaff, demoStaff } from './content/staff.ts';
import { inLanes } from './in-lanes.ts';
import { adminAt, dayAgo, daysAgo, does, known, type Load } from './load.ts';

/** A login of the demo as it is printed. */
export interface DemoLogin {
  readonly login: string;
  readonly password: string;
  readonly role: string;
  readonly hub?: string;
}

/** A colleague with her role and the password she was handed. */
export interface Hired {
  readonly login: DemoLogin;
  readonly account: string;
  readonly first: string;
}

// A password takes 64 MiB and one thread to hash, and Node has four of them.
const LANES = 4;

/** Opens the accounts with their roles. */
export const hireTheStaff = (load: Load): Promise<readonly Hired[]> =>
  inLanes(demoStaff.filter((one) => isHere(load, one)), LANES, (one) => hire(load, one));

/** Everybody chooses her own random password, the day she is hired unless said, so that signing in leads to the desk at once. */
export const choosePasswords = (load: Load, hired: readonly Hired[], at = daysAgo(load, load.began.hired, 9)): Promise<readonly DemoLogin[]> =>
  inLanes(hired, LANES, async ({ login, account, first }) => {
    const herself = { network: load.network, account, person: null, hub: null, roles: [], session: newId(), app: 'demo', demoAt: at } as const;
    await does(load, herself, setPassword, { current: first, password: login.password });
    return login;
  });

function isHere({ hubs, bodies, units }: Load, { hub, body, unit, territory }: DemoStaff): boolean {
  if (hub) return hubs.has(hub);
  if (territory) return hubs.has('dakhla');
  return (!body || bodies.has(body)) && (!unit || units.has(unit));
}

async function hire(load: Load, { login, name, language, role, ...place }: DemoStaff): Promise<Hired> {
  const hub = place.hub ? known(load.hubs, place.hub) : null;
  const admin = adminAt(load, daysAgo(load, load.began.hired));
  const { account, password: first } = await does(load, admin, inviteStaff, { login, name, language, hub });
  load.staff.set(login, { account, hub, role });
  await does(load, admin, grantRole, {
    account, role, until: dayAgo(load, -400), hub, territory: place.territory,
    organization: place.body && known(load.bodies, place.body), org_unit: place.unit && known(load.units, place.unit),
    trained_on: role === 'protection_officer' ? dayAgo(load, load.began.hired + 60) : undefined,
  });
  const where = demoHubs.find(({ key }) => key === place.hub);
  return { account, first, login: { login, password: newPassword(), role, ...(where ? { hub: where.names[1] } : {}) } };
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Three groups of five letters and digits that cannot be taken for each other; 74 bits. */
export const newPassword = (): string => Array.from({ length: 3 }, () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')).join('-');

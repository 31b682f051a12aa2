import type { Actor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { needsFormV1 } from '#modules/desk/form/needs-form-v1.ts';
import { publishForm } from '#modules/desk/form/publish-form.ts';
import { setEligibility } from '#modules/directory/set-eligibility/set-eligibility.ts';
import { confirmRole } from '#modules/network/staff/confirm-role.ts';
import { grantRole } from '#modules/network/staff/grant-role.ts';
import { inviteStaff } from '#modules/network/staff/invite-staff.ts';
import { registerPerson } from '#modules/people/register-person/register-person.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';

/** A hub ready for a day at the desk: its officer's login, a witness, two services, and a woman known from before. */
export interface ReadyHub {
  readonly world: World;
  readonly login: string;
  readonly password: string;
  readonly witness: Actor;
  /** Fits a project being set up; given by a body that has no account here. */
  readonly fitting: string;
  /** Fits later only, when the project is running. */
  readonly later: string;
}

const year = () => dayAtHub(300);

/** Opens a CitESS in Sidi Bouzid. Everything afterwards is done in the browser. */
export async function openReadyHub(lang: 'ar' | 'fr'): Promise<ReadyHub> {
  const world = await openHub({ country: 'TN', kind: 'citess', territory: 'TN-43' });
  const { house, hub } = world;
  const admin = await world.as('network_admin');
  await act(house, admin, publishForm, needsFormV1);
  const directory = await openDirectory(world);
  const legalAid = await directory.body({ ar: 'جمعية العون القانوني التجريبية', fr: 'Association d’aide juridique d’essai' });
  const fitting = await directory.service({
    organization: legalAid, names: { ar: 'استشارة قانونية', fr: 'Consultation juridique' }, mainType: 'LEG', stages: ['creation'], waitingDays: 5, freePlaces: 4,
  });
  await directory.do(setEligibility, { service: fitting, rules: [{ field: 'client-kind', codes: ['person', 'organization'] }], priorities: [] });
  const later = await directory.service({ names: { ar: 'قرض النمو', fr: 'Crédit de croissance' }, mainType: 'FIN', stages: ['development'] });
  const witness = await world.as('coach', { name: 'Nour Jlassi' });
  await act(house, await world.as('desk_officer'), registerPerson, {
    name: 'خديجة العيادي', name_other: 'Khadija Ayadi', birth_year: 1988, sex: 'female', territory: 'TN-43',
  });
  const login = `officer.${hub.slice(-12)}`;
  const { account, password } = await act(house, admin, inviteStaff, { name: 'Salma Trabelsi', login, language: lang, hub });
  const { grant } = await act(house, admin, grantRole, { account, role: 'desk_officer', hub, until: year() });
  // A role that reads contacts, for an account nobody has entered yet: a second officer confirms it.
  await act(house, await world.as('hub_manager'), confirmRole, { grant });
  return { world, login, password, witness, fitting, later };
}

import type { RoleCode } from '#core/actor.ts';
import { anyone, defineAccess, overNetwork, type Rule } from '#core/policy/rule.ts';

const admin: readonly RoleCode[] = ['network_admin'];
/** Who leads a hub, handles its money, looks over a region or watches over the whole: programmes hold nothing of persons. */
const watching: Omit<Rule, 'name'> = {
  roles: [...admin, 'hub_manager', 'supervisor', 'funding_officer', 'treasurer', 'regional_coordinator', 'ministry_viewer', 'donor_viewer'], reach: 'region', compartment: 'C0',
};
/** Who runs a committee: of the network, of her region, of the hub where she stands; the action and the rows say which. */
const running: Omit<Rule, 'name'> = { roles: [...admin, 'hub_manager', 'supervisor', 'funding_officer', 'regional_coordinator'], reach: 'region', compartment: 'C0' };
/** The same, and those who only sit in one: the rows show them theirs. */
const sitting: Omit<Rule, 'name'> = { ...running, roles: [...running.roles, 'treasurer', 'ministry_viewer', 'municipal_officer', 'juror'] };

/** Who may do and see what with programmes and committees (trust.md 2.1). */
export const programmeAccess = defineAccess('programme', {
  'open-programme': overNetwork(admin),
  'edit-programme': overNetwork(admin),
  'change-period': overNetwork(admin),
  'link-predecessor': overNetwork(admin),
  'close-programme': overNetwork(admin),
  'add-cost': overNetwork(admin),
  'withdraw-cost': overNetwork(admin),
  'add-funder': overNetwork(admin),
  'name-partner': overNetwork(admin),
  'end-partner': overNetwork(admin),
  'set-target': overNetwork(admin),
  'name-controller': overNetwork(admin),
  'programme-choices': overNetwork(admin),
  'programme-list': watching,
  'programme-sheet': watching,
  'listed-programmes': anyone(),
  'listed-programme': anyone(),

  'name-committee': running,
  'close-committee': running,
  'name-member': running,
  'end-member': running,
  'hold-meeting': running,
  'add-action': running,
  'begin-action': running,
  'close-action': running,
  'committee-choices': running,
  'committee-list': sitting,
  'committee-sheet': sitting,
});

import type { RoleCode } from '#core/actor.ts';
import { anyone, byJob, defineAccess, overNetwork, signedIn } from '#core/policy/rule.ts';
import type { Rule } from '#core/policy/rule.ts';

const admin: readonly RoleCode[] = ['network_admin'];
const manager: readonly RoleCode[] = ['hub_manager'];
const staff: readonly RoleCode[] = ['desk_officer', 'coach', 'trainer', 'case_worker', 'supervisor', 'hub_manager'];

/** A hub's manager where she stands, or an administrator of the network; the action and row-level security say where. */
const managing: Omit<Rule, 'name'> = { roles: [...admin, ...manager], reach: 'region', compartment: 'C0' };
/** The same and those who look over a region. */
const overseeing: Omit<Rule, 'name'> = { ...managing, roles: [...managing.roles, 'regional_coordinator'] };

/** Who may do and see what in a network (trust.md 2.1). */
export const networkAccess = defineAccess('network', {
  'open-network': overNetwork(admin),
  'change-network-rules': overNetwork(admin),
  'add-territory': overNetwork(admin),
  'open-hub': overNetwork(admin),
  'edit-hub': managing,
  'close-hub': overNetwork(admin),
  'set-hub-hours': managing,
  'set-hub-terms': managing,
  'hub-doors': anyone(),
  'hub-door': anyone(),
  'territory-list': anyone(),
  'hub-settings': managing,
  'network-sheet': overseeing,
  'coverage': overseeing,

  // A manager where she stands, the data protection officer in her hubs, an administrator anywhere; the action and the rows say where.
  'controller-list': { ...managing, roles: [...managing.roles, 'dpo'] },
  'set-controller': { ...managing, roles: [...managing.roles, 'dpo'] },
  'processing-register': { ...managing, roles: [...managing.roles, 'dpo'] },

  'register-organization': { roles: [...admin, 'desk_officer', 'supervisor', 'hub_manager'], reach: 'region', compartment: 'C0' },
  'edit-organization': { roles: [...admin, 'desk_officer', 'supervisor', 'hub_manager'], reach: 'region', compartment: 'C0' },
  'registry': anyone(),
  'registry-body': anyone(),
  'begin-membership': managing,
  'end-membership': managing,
  'open-org-unit': overNetwork(admin),
  'organization-list': signedIn(),
  'organization-sheet': signedIn(),

  'invite-staff': managing,
  'grant-role': managing,
  'end-role': managing,
  'replace-password': managing,
  'close-account': managing,
  'staff-list': managing,

  'record-competence': managing,
  'end-competence': managing,
  'competence-list': managing,
  'competence-sheet': managing,

  'confirm-role': managing,
  'ask-recovery': managing,
  'confirm-recovery': managing,
  'open-recovery': managing,

  'sign-in': anyone(),
  'sign-in-by-passkey': anyone(),
  'sign-in-question': anyone(),
  'sign-in-from-outside': anyone(),
  'outside-doors': anyone(),
  'open-provider': overNetwork(admin),
  'close-provider': overNetwork(admin),
  'provider-list': overNetwork(admin),
  'sign-out': { ...signedIn(), owing: ['second-step', 'setting-up'] },
  'prove-again': signedIn(),
  'set-password': { ...signedIn(), owing: ['setting-up'] },
  'choose-hub': signedIn(),
  'choose-language': { ...signedIn(), owing: ['second-step', 'setting-up'] },
  'renew-session': signedIn(),
  'my-second-steps': { ...signedIn(), owing: ['second-step'] },
  'show-code': { ...signedIn(), owing: ['second-step'] },
  'show-passkey': { ...signedIn(), owing: ['second-step'] },
  'use-recovery': { ...signedIn(), owing: ['second-step'] },
  'my-security': { ...signedIn(), owing: ['setting-up'] },
  'new-code': { ...signedIn(), fresh: true, owing: ['setting-up'] },
  'set-up-code': { ...signedIn(), fresh: true, owing: ['setting-up'] },
  'new-passkey-question': { ...signedIn(), fresh: true, owing: ['setting-up'] },
  'add-passkey': { ...signedIn(), fresh: true, owing: ['setting-up'] },
  'revoke-passkey': { ...signedIn(), fresh: true },
  'end-code': { ...signedIn(), fresh: true },
  'close-session': signedIn(),
  'report-lost-device': { ...signedIn(), fresh: true },
  'report-lost-device-of': managing,
  'close-other-sessions': signedIn(),
  'my-account': signedIn(),
  'create-token': managing,
  'revoke-token': managing,
  'token-list': managing,

  'register-centre': managing,
  'assess-centre': managing,
  'check-centre': managing,
  'plan-works': managing,
  'start-works': managing,
  'finish-works': managing,
  'upgrade-centre': managing,
  'open-centre-desk': overNetwork(admin),
  'centre-list': overseeing,
  'centre-sheet': overseeing,

  'draft-agreement': managing,
  'conclude-negotiation': managing,
  'approve-agreement': managing,
  'sign-agreement': managing,
  'amend-agreement': managing,
  'suspend-agreement': managing,
  'resume-agreement': managing,
  'terminate-agreement': managing,
  'renew-agreement': managing,
  'agreement-list': { ...overseeing, roles: [...overseeing.roles, ...staff, 'municipal_officer'] },
  'agreement-sheet': { ...overseeing, roles: [...overseeing.roles, ...staff, 'municipal_officer'] },
  'ending-agreements': managing,
  'warn-of-ending-agreements': byJob(),
});

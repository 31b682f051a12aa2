import type { RoleCode } from '#core/actor.ts';

/** Roles the manager of a hub may give at her own hub. Managers, protection officers and the rest come from the network. */
export const rolesOfHub = [
  'desk_officer', 'coach', 'mentor', 'trainer', 'case_worker', 'supervisor', 'funding_officer', 'juror', 'process_clerk',
] as const satisfies readonly RoleCode[];

/** Roles an administrator of the network may give, each with the scopes at which it makes sense. */
export const scopesOfRole: Readonly<Partial<Record<RoleCode, readonly ('network' | 'region' | 'hub' | 'org')[]>>> = {
  ...Object.fromEntries(rolesOfHub.map((role) => [role, ['hub']])),
  protection_officer: ['hub'], hub_manager: ['hub'], treasurer: ['hub'],
  municipal_officer: ['org'], merchant: ['org'],
  regional_coordinator: ['region'],
  ministry_viewer: ['network'], donor_viewer: ['network'], researcher: ['network'],
  dpo: ['hub', 'network'], network_admin: ['network'],
};

/** Every role that can be given, in the order of lists. */
export const grantableRoles = Object.keys(scopesOfRole) as [RoleCode, ...RoleCode[]];

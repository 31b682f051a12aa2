import { type Actor, holds, type RoleCode } from '../actor.ts';

/** Roles that may read ordinary (C0) rows about persons in the hub where they hold them (trust.md 2.1). */
export const personReaders: readonly RoleCode[] = ['desk_officer', 'case_worker', 'supervisor', 'hub_manager'];
/** Roles that may open contact and identity (C1a) of persons with an open ticket, need or referral at their desk. */
export const contactReaders: readonly RoleCode[] = ['desk_officer', 'case_worker', 'supervisor'];
/** Roles that read the log of who looked, without content. */
export const auditReaders: readonly RoleCode[] = ['dpo'];
/** Who leads a team reads who opened sealed fields at her hub; refused tries and protected matters stay with the dpo. */
export const lookReaders: readonly RoleCode[] = ['supervisor'];

/** The hubs whose rows PostgreSQL lets this actor reach; row-level security reads exactly these lists. */
export interface RowReach {
  /** Ordinary rows about persons. */
  readonly hubs: readonly string[];
  /** Contact rows, where a live grant exists too. */
  readonly contactHubs: readonly string[];
  /** Hubs she manages: services, staff, centre, agreements. */
  readonly managedHubs: readonly string[];
  /** Hubs whose whole case work she reads, because she leads or belongs to the team. */
  readonly caseHubs: readonly string[];
  /** Where files that are assigned to her open to her. */
  readonly assignedHubs: readonly string[];
  /** Where notes on a life (C1b) may open to her at all; an assignment or a live grant must open each. */
  readonly lifeHubs: readonly string[];
  /** The audit log. */
  readonly auditHubs: readonly string[];
  /** Who opened sealed fields here, for whoever leads the team. */
  readonly lookHubs: readonly string[];
  /** Protected rows; only the protected login reads this list. */
  readonly protectedHubs: readonly string[];
  /** Where applications to calls are typed, read and accompanied. */
  readonly callHubs: readonly string[];
  /** Where calls are opened, judged and decided. */
  readonly callDeciderHubs: readonly string[];
  /** Where money of funds and grants is read: proposed, approved, executed by different hands. */
  readonly moneyHubs: readonly string[];
  /** The hubs of a region, read by number and never by name, wherever its coordinator stands. */
  readonly regionHubs: readonly string[];
  /** Hand-overs may be left here by anyone on the staff of the hub; it opens no reading. */
  readonly staffHubs: readonly string[];
  readonly managesNetwork: boolean;
  /** Referrals addressed to these organizations may be read and answered by account. */
  readonly organizations: readonly string[];
}

/** Turns roles into the lists that row-level security understands: only the hub where she stands, only what roles open. */
export function rowReach(actor: Actor): RowReach {
  const here = (roles: readonly RoleCode[]): readonly string[] =>
    actor.hub && holds({ ...actor, roles: actor.roles.filter((r) => r.scope !== 'network') }, roles) ? [actor.hub] : [];
  const regionHubs = actor.roles.filter(({ role, scope }) => role === 'regional_coordinator' && scope === 'region').flatMap(({ hubs }) => hubs);
  const dpoHubs = actor.roles.filter(({ role }) => auditReaders.includes(role)).flatMap(({ hubs }) => hubs);
  return {
    hubs: here(personReaders),
    contactHubs: here(contactReaders),
    managedHubs: here(['hub_manager']),
    caseHubs: here(['case_worker', 'supervisor', 'hub_manager']),
    assignedHubs: here(['coach', 'trainer', 'case_worker', 'supervisor']),
    lifeHubs: here(['coach', 'case_worker', 'supervisor', 'hub_manager']),
    auditHubs: [...new Set(dpoHubs)],
    lookHubs: here(lookReaders),
    protectedHubs: here(['protection_officer']),
    callHubs: here(['desk_officer', 'coach', 'trainer', 'case_worker', 'supervisor', 'hub_manager']),
    callDeciderHubs: here(['funding_officer', 'supervisor', 'hub_manager']),
    moneyHubs: here(['funding_officer', 'treasurer', 'supervisor', 'hub_manager']),
    regionHubs: [...new Set(regionHubs)],
    staffHubs: here(['desk_officer', 'coach', 'trainer', 'case_worker', 'protection_officer', 'supervisor', 'hub_manager']),
    managesNetwork: actor.roles.some(({ role, scope }) => role === 'network_admin' && scope === 'network'),
    organizations: actor.roles.filter(({ scope }) => scope === 'org').flatMap(({ scopeId }) => scopeId ?? []),
  };
}

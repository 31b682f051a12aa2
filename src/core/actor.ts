/** The roles of trust.md 2.1. A role is held at a scope, with an end date; nobody holds one everywhere. */
export const roleCodes = [
  'visitor', 'member', 'desk_officer', 'coach', 'mentor', 'trainer', 'case_worker', 'protection_officer', 'supervisor',
  'hub_manager', 'funding_officer', 'juror', 'merchant', 'treasurer', 'municipal_officer', 'regional_coordinator',
  'ministry_viewer', 'donor_viewer', 'researcher', 'process_clerk', 'dpo', 'network_admin',
] as const;
export type RoleCode = (typeof roleCodes)[number];

export type ScopeKind = 'network' | 'region' | 'hub' | 'org' | 'self';

export interface HeldRole {
  readonly role: RoleCode;
  readonly scope: ScopeKind;
  /** The hub, region (territory), organization or org unit; null for the whole network. */
  readonly scopeId: string | null;
  /** The hubs this role reaches now: one for a hub role, those of the region for a regional one, all for the network. */
  readonly hubs: readonly string[];
}

/** Where a request comes from: a page, the API, the command, a background job, or the demo's loader. */
export type App = 'web' | 'api' | 'cli' | 'job' | 'demo';

/** Whoever asks: a person at a screen, a program with a token, a job, or a visitor. She acts at one hub at a time. */
export interface Actor {
  readonly network: string;
  readonly account: string | null;
  /** The person herself, when a member reads her own file. */
  readonly person: string | null;
  /** The hub she stands in; roles held elsewhere do not count here. */
  readonly hub: string | null;
  readonly roles: readonly HeldRole[];
  readonly app: App;
  /** Set when an officer writes in somebody's name (domain.md rule 14). */
  readonly typedFor?: string | null;
  /** The signed-in screen she uses, so that she can leave it, move it to another hub or prove herself in it. */
  readonly session?: string | null;
  /** Where the request comes from, as an address: only to count wrong passwords, for minutes, in memory. Never written. */
  readonly from?: string | null;
  /** When she last proved who she is; some acts want it fresh (minutes). */
  readonly provedAt?: Date | null;
  /** What she still owes before anything opens: her second step, or setting one up. Her roles do not count until then. */
  readonly owes?: Owed | null;
  /** The token a program came with. */
  readonly token?: string | null;
  /** The names of actions and queries its token is limited to; absent: all that its role may. */
  readonly scopes?: readonly string[] | null;
  /** What her browser brought, for signing in and nothing else. */
  readonly door?: Door;
  /** An earlier date, allowed only to the loader of a network flagged demo. */
  readonly demoAt?: Date;
}

/** `second-step`: she has one and has not shown it in this session. `setting-up`: she has none yet. */
export type Owed = 'second-step' | 'setting-up';

/** The door of a page: where it stands and what the browser says of itself. */
export interface Door {
  /** The address of the house as this request reached it: `https://hub.example`. */
  readonly origin: string;
  /** Browser and system as two words: `firefox-android`. */
  readonly device: string;
  /** The cookie of a device that signed in before; it lets her try while others are made to wait. */
  readonly known: string | null;
}

/** Somebody without an account, reading public pages of a network. */
export const visitor = (network: string, app: App = 'web'): Actor => ({
  network, account: null, person: null, hub: null, roles: [], app,
});

/** The roles that count where she stands: those reaching her hub, and those held over the whole network. */
export const rolesAt = (actor: Actor, hub: string | null): readonly HeldRole[] =>
  actor.roles.filter((held) => held.scope === 'network' || (hub !== null && held.hubs.includes(hub)));

/** Does she hold one of these roles at this hub (or over the whole network)? */
export const holds = (actor: Actor, roles: readonly RoleCode[], hub: string | null = actor.hub): boolean =>
  rolesAt(actor, hub).some((held) => roles.includes(held.role));

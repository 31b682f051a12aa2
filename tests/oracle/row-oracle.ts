import type { RoleCode } from '#core/actor.ts';

/** A row as the story tells it: where it lies, whom it is about, who wrote it, what opens it. */
export interface StoryRow {
  readonly table: StoryTable;
  readonly id: string;
  readonly network: string;
  readonly hub: string | null;
  readonly person?: string;
  readonly account?: string;
  readonly compartment?: 'C0' | 'C1a' | 'C1b';
}

export type StoryTable = 'person' | 'enrolment' | 'contact' | 'life' | 'grant' | 'ticket' | 'note' | 'event' | 'look' | 'handover';

/** A reason why contact may be opened at a hub. */
export interface StoryGrant {
  readonly hub: string;
  readonly person: string;
  readonly state: 'live' | 'expired' | 'revoked' | 'future';
}

export interface Story {
  readonly rows: readonly StoryRow[];
  readonly grants: readonly StoryGrant[];
  /** Where each person is received. */
  readonly enrolled: ReadonlySet<string>;
  /** Visits that are open, with who called them. */
  readonly openVisitOf: ReadonlyMap<string, string>;
  /** Accounts whose protection certificate counts today. */
  readonly trained: ReadonlySet<string>;
}

export interface Reader {
  readonly network: string;
  readonly account: string;
  readonly standsAt: string | null;
  readonly holds: readonly { readonly role: RoleCode; readonly over: 'hub' | 'network'; readonly hub: string }[];
}

const ordinary: readonly RoleCode[] = ['desk_officer', 'case_worker', 'supervisor', 'hub_manager'];
const contact: readonly RoleCode[] = ['desk_officer', 'case_worker', 'supervisor'];

/** Where a person is received, as one word. */
export const enrolment = (hub: string, person: string): string => `${hub} ${person}`;

/**
 * May she read this row? trust.md 2.1, row by row: only where she stands, only what her role there opens, contact and life
 * only while a grant is live, notes and life only by who wrote them, the log by its auditor and by who looked.
 */
export function mayRead(reader: Reader, row: StoryRow, story: Story): boolean {
  if (row.network !== reader.network) return false;
  const here = (roles: readonly RoleCode[], hub: string | null) =>
    hub !== null && hub === reader.standsAt && reader.holds.some(({ role, over, hub: at }) => over === 'hub' && at === hub && roles.includes(role));
  const open = () => story.grants.some(({ hub, person, state }) => hub === row.hub && person === row.person && state === 'live');
  const audits = (hub: string | null) => hub !== null && reader.holds.some(({ role, over, hub: at }) => role === 'dpo' && (over === 'network' || at === hub));
  switch (row.table) {
    case 'person': return [...story.enrolled].some((at) => at.endsWith(` ${row.id}`) && here(ordinary, at.split(' ')[0]!));
    case 'enrolment': case 'grant': case 'ticket': return here(ordinary, row.hub);
    case 'contact': return here(contact, row.hub) && open();
    case 'life': return here(contact, row.hub) && open() && row.account === reader.account;
    case 'note': return here(ordinary, row.hub) && row.account === reader.account && story.openVisitOf.get(row.id) === reader.account;
    case 'event': return audits(row.hub) || (row.compartment === 'C0' && (row.hub === null
      ? reader.holds.some(({ role, over }) => role === 'network_admin' && over === 'network') : here(ordinary, row.hub)));
    case 'look': return row.account === reader.account || audits(row.hub)
      || (here(['supervisor'], row.hub) && (row.compartment === 'C1a' || row.compartment === 'C1b'));
    case 'handover': return here(['protection_officer'], row.hub) && story.trained.has(reader.account);
  }
}

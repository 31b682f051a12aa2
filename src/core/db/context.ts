import pg from 'pg';
import type { Actor } from '../actor.ts';
import { rowReach } from '../policy/reach.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const LINK_BYTES = 32;

interface Begin {
  readonly readOnly?: boolean;
  readonly jobHubs?: readonly string[] | undefined;
  /** Fingerprint of what the visitor brought instead of an account; it reaches the row that keeps the same bytes. */
  readonly link?: Buffer | undefined;
  /** Fingerprint of a second thing that was brought with it. */
  readonly beside?: Buffer | undefined;
  /** The import at work: it alone sees the records it wrote before they are published. */
  readonly importing?: string | undefined;
}

/** Everything row-level security reads, as one text to send with `begin`. The only place that writes the context. */
export function beginFor(actor: Actor, options: Begin = {}): string {
  const reach = rowReach(actor);
  const job = options.jobHubs;
  const settings: Record<string, string> = {
    network: uuid(actor.network),
    account: actor.account ? uuid(actor.account) : '',
    person: actor.person ? uuid(actor.person) : '',
    hub: actor.hub ? uuid(actor.hub) : '',
    hubs: list(job ?? reach.hubs),
    contact_hubs: list(reach.contactHubs),
    sending_hubs: list(job ?? reach.contactHubs),
    managed_hubs: list(job ?? reach.managedHubs),
    case_hubs: list(job ?? reach.caseHubs),
    assigned_hubs: list(reach.assignedHubs),
    life_hubs: list(reach.lifeHubs),
    audit_hubs: list(reach.auditHubs),
    look_hubs: list(reach.lookHubs),
    protected_hubs: list(reach.protectedHubs),
    staff_hubs: list(reach.staffHubs),
    call_hubs: list(job ?? reach.callHubs),
    call_decider_hubs: list(job ?? reach.callDeciderHubs),
    money_hubs: list(job ?? reach.moneyHubs),
    region_hubs: list(reach.regionHubs),
    organizations: list(reach.organizations),
    manages_network: reach.managesNetwork || job ? 'yes' : '',
    demo: actor.app === 'demo' ? 'yes' : '',
    link: fingerprint(options.link),
    beside: fingerprint(options.beside),
    importing: options.importing ? uuid(options.importing) : '',
  };
  const lines = Object.entries(settings).map(([name, value]) => `set local app.${name} = ${pg.escapeLiteral(value)}`);
  // Invented rows need not wait for the disk one by one: a machine that stops while the demo loads has to load it again anyway.
  // And its few thousand rows are read the same way by everybody: each statement is planned once, not anew for each of its first askers.
  if (actor.app === 'demo') lines.push('set local synchronous_commit = off', 'set local plan_cache_mode = force_generic_plan');
  return [options.readOnly ? 'begin read only' : 'begin', ...lines].join('; ');
}

/** Context values are UUIDs and nothing else; anything else is a bug, not a refusal. */
function uuid(value: string): string {
  if (!UUID.test(value)) throw new Error('The database context takes UUIDs only');
  return value;
}

/** A fingerprint as hexadecimal; another length is a bug. */
function fingerprint(link: Buffer | undefined): string {
  if (link && link.length !== LINK_BYTES) throw new Error('The database context takes fingerprints of 32 bytes only');
  return link?.toString('hex') ?? '';
}

const list = (ids: readonly string[]): string => `{${ids.map(uuid).join(',')}}`;

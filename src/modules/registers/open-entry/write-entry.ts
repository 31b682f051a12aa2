import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import type { Multilingual } from '#core/input.ts';
import { organizationCard, territoryCard } from '#modules/network/public.ts';
import { programmeCard } from '#modules/programme/public.ts';
import type { EventForm, Kind, Level } from '../codes.ts';
import { machines, told } from '../machines.ts';
import type { RegisterTables } from '../registers.ts';
import { todayAt } from '../today.ts';

/** What opening an entry may refuse. */
export const entryRefusals = ['ends-before-start', 'day-in-future', 'unknown-territory'] as const;

interface Typed {
  readonly names: Multilingual;
  readonly about: Multilingual;
  readonly programme?: string | undefined;
  readonly organization: string;
  readonly on?: string | undefined;
  readonly territory?: string | undefined;
  readonly country?: string | undefined;
  readonly starts_on?: string | undefined;
  readonly ends_on?: string | undefined;
  readonly form?: EventForm;
  readonly level?: Level;
  readonly from_event?: string | undefined;
  readonly authors?: string;
  readonly languages?: readonly string[];
}

/** Writes an entry down in the first state of its kind, with its first step. A body, programme or event that the hub does not see is absent. */
export async function writeEntry(doing: Doing<RegisterTables>, kind: Kind, typed: Typed): Promise<{ entry: string }> {
  const { tx, network, hub, now, actor, refuse, absent, record } = doing;
  const { names, about, programme = null, organization, territory = null, starts_on = null, ends_on = null, from_event = null } = typed;
  const today = await todayAt(doing);
  const on = typed.on ?? today;
  if (on > today) refuse('day-in-future', {}, 'on');
  if (ends_on && (!starts_on || ends_on < starts_on)) refuse('ends-before-start', {}, 'ends_on');
  if (territory && !(await territoryCard(tx, territory))) refuse('unknown-territory', {}, 'territory');
  if (!(await organizationCard(tx, organization))) absent();
  if (programme && !(await programmeCard(tx, programme))) absent();
  if (from_event && !(await tx.selectFrom('registers.entry').select('id').where('network_id', '=', network).where('hub_id', '=', hub).where('kind', '=', 'event').where('id', '=', from_event).executeTakeFirst())) absent();
  const { first } = machines[kind];
  const entry = newId(now.getTime());
  await tx.insertInto('registers.entry').values({
    network_id: network, id: entry, hub_id: hub, kind, names, about, state: first, state_at: now, state_on: on, programme_id: programme, organization_id: organization,
    territory_code: territory, country: typed.country ?? null, starts_on, ends_on, form: typed.form ?? null, level: typed.level ?? null, from_event_id: from_event,
    authors: typed.authors ?? null, languages: [...(typed.languages ?? [])], doi: null, url: null, opened_by: actor.account, opened_at: now,
  }).execute();
  await tx.insertInto('registers.step').values({
    network_id: network, id: newId(now.getTime()), hub_id: hub, entry_id: entry, kind, from_state: null, to_state: first, on_day: on, proof_id: null, note: null, by_account: actor.account, at: now,
  }).execute();
  await record({ name: told[kind][first]!, subject: entry, organization, body: { programme, territory, on, proof: null, female: 0, male: 0, unknown: 0 } });
  return { entry };
}

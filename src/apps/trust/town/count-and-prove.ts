import '../../web/sitemap.ts';
import { allActions } from '#core/action.ts';
import type { Actor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import type { ReferringDesk } from '#tests/fixtures/refer.ts';
import type { Said } from './full-house.ts';

/** What a hub proves and counts: a visit with its report, an event with a measure, a professional who was trained, a baseline, a story, an indicator with a stated and a printed number. */
export async function countAndProve({ world, body: organization }: ReferringDesk, manager: Actor, said: Said): Promise<void> {
  const { house, network, hub } = world;
  const done = (name: string, input: Record<string, unknown>) => act(house, manager, allActions().get(name)!, input) as Promise<Record<string, string>>;
  const file = () => Buffer.from(`%PDF-1.4\n% ${said.words('proof')}\n%%EOF`).toString('base64');
  const step = (entry: string | undefined, to: string, on: string, more: Record<string, unknown> = {}) => done('registers.take-step', { entry, to, on, ...more });
  const { entry: visit } = await done('registers.plan-study-visit', { names: { fr: 'Visite à Séville' }, about: {}, organization, country: 'ES', starts_on: '2025-03-10' });
  await step(visit, 'done', '2025-03-12', { female: '7' });
  await step(visit, 'reported', '2025-04-02', { file: file() });
  const { entry: event } = await done('registers.plan-event', { names: { fr: 'Journée d’étude' }, organization, form: 'study_day', starts_on: '2025-05-07' });
  await step(event, 'announced', '2025-05-07');
  await step(event, 'held', '2025-05-07');
  await done('registers.add-measure', { event, what: { fr: 'Ouvrir une incubatrice' }, owner: 'Direction régionale', due_on: '2025-12-31' });
  const { professional } = await done('registers.add-professional', { name: 'Salma Trabelsi', organization, occupation: 'social_worker', sex: 'female' });
  await done('registers.train-professionals', { professionals: [professional], topic: { fr: 'Écoute active' }, on: '2025-06-03', hours: '12', file: file() });
  await done('registers.set-baseline', { what: { fr: 'Part rurale' }, value: '36', unit: 'percent', on: '2025-01-15', method: 'register', said_by: 'Recensement' });
  await done('registers.tell-story', { kind: 'unintended', level: 'meso', organization, names: { fr: 'Les voisins reviennent' }, words: { fr: 'Ils reviennent au marché.' }, original: 'fr', on: '2025-09-01', names_nobody: 'on', file: file() });
  const { indicator } = await done('evidence.open-indicator', { code: 'ateliers', unit: 'other', counted: 'each', reach: 'direct', source: 'stated', names: { fr: 'Ateliers tenus' }, said_by: 'Le comité', since: '2020-01-01' });
  await done('evidence.state-value', { indicator, value: '3', from: '2025-01-01', to: '2025-01-31', said_by: 'Cahier des ateliers' });
  // A figure is printed at a sealed head, and nobody seals in this house.
  await ownerQuery(house, `insert into evidence.printed_figure (network_id, id, hub_id, indicator_id, version, definition_digest, from_month, to_month, suppression, value, events, events_digest, head_seq, head_hash, printed_at)
    values ($1, gen_random_uuid(), $2, $3, 1, decode(repeat('00', 32), 'hex'), '2025-01', '2025-01', 'exact', 3, 3, decode(repeat('00', 32), 'hex'), 1, decode(repeat('00', 32), 'hex'), now())`, [network, hub, indicator]);
  await leftTheHouse(world, manager.account!);
}

/** What came of that figure outside: a sample for an auditor, a receipt, another network's; and a request of research. Each needs a seal or two persons more than stand here. */
async function leftTheHouse({ house, network, hub }: ReferringDesk['world'], account: string): Promise<void> {
  const own = (text: string, ...more: unknown[]) => ownerQuery(house, text, [network, ...more]);
  const zero = (bytes: number) => `decode(repeat('00', ${bytes}), 'hex')`;
  await own(`insert into evidence.sample (network_id, id, hub_id, figure_id, seed, drawn_from, drawn_for, drawn_at) select network_id, gen_random_uuid(), hub_id, id, '7', 3, 'Cour des comptes', now() from evidence.printed_figure where network_id = $1 and hub_id = $2`, hub);
  await own(`insert into evidence.sample_item (network_id, sample_id, place, hub_id, event_id) select network_id, id, 1, hub_id, gen_random_uuid() from evidence.sample where network_id = $1`);
  await own(`insert into evidence.sample_finding (network_id, id, sample_id, place, hub_id, result, found_at) select network_id, gen_random_uuid(), id, 1, hub_id, 'seen', now() from evidence.sample where network_id = $1`);
  await own(`insert into evidence.released_figure (network_id, figure_id, hub_id, body, signature, released_at) select network_id, id, hub_id, '{}', ${zero(64)}, now() from evidence.printed_figure where network_id = $1`);
  await own(`insert into evidence.other_network (network_id, id, other_id, names, public_key, agreed_on, agreed_by, added_at) values ($1, gen_random_uuid(), gen_random_uuid(), '{"fr":"Réseau voisin"}', ${zero(32)}, '2025-01-01', 'Accord', now())`);
  await own(`insert into evidence.taken_receipt (network_id, id, other_id, indicator, month, value, definition, body, signature, taken_at) select network_id, gen_random_uuid(), other_id, 'visits', '2025-01', 12, '{}', '{}', ${zero(64)}, now() from evidence.other_network where network_id = $1`);
  await own(`insert into research.extract (network_id, id, asked_by, purpose, ethics, columns, from_on, to_on, days, asked_at, state) values ($1, gen_random_uuid(), $2, 'Chemins des femmes rurales', 'Comité 3', '{sex}', '2025-01-01', '2025-01-31', 30, now(), 'asked')`, account);
  await own(`insert into research.content (network_id, extract_id, asked_by, sealed, made_at) select network_id, id, asked_by, ${zero(40)}, now() from research.extract where network_id = $1`);
}

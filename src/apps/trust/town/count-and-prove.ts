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
}

import '../../web/sitemap.ts';
import { allActions } from '#core/action.ts';
import type { Actor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import type { ReferringDesk } from '#tests/fixtures/refer.ts';
import type { Said } from './full-house.ts';

/** What a hub proves and counts: a visit with its report, an event with a measure, a professional who was trained, a baseline, a story, an indicator with a stated and a printed number. */
export async function countAndProve({ world, body: organization }: ReferringDesk, { manager, admin }: { readonly manager: Actor; readonly admin: Actor }, said: Said): Promise<void> {
  const { house, network, hub } = world;
  const by = (who: Actor) => (name: string, input: Record<string, unknown>) => act(house, who, allActions().get(name)!, input) as Promise<Record<string, string>>;
  const done = by(manager);
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
  const { indicator } = await done('evidence.open-indicator', { code: 'ateliers', ...stated });
  const { indicator: ofNetwork } = await by(admin)('evidence.open-indicator', { code: 'ateliers-du-reseau', ...stated });
  await done('evidence.state-value', { indicator, value: '3', from: '2025-01-01', to: '2025-01-31', said_by: 'Cahier des ateliers' });
  // A figure is printed at a sealed head, and nobody seals in this house.
  await ownerQuery(house, `insert into evidence.printed_figure (network_id, id, hub_id, indicator_id, version, definition_digest, from_month, to_month, suppression, value, events, events_digest, head_seq, head_hash, printed_at)
    values ($1, gen_random_uuid(), $2, $3, 1, decode(repeat('00', 32), 'hex'), '2025-01', '2025-01', 'exact', 3, 3, decode(repeat('00', 32), 'hex'), 1, decode(repeat('00', 32), 'hex'), now())`, [network, hub, indicator]);
  await promise(done, by(admin), { indicator, ofNetwork, funder: organization });
  await leftTheHouse(world, manager.account!);
}

const stated = { unit: 'other', counted: 'each', reach: 'direct', source: 'stated', names: { fr: 'Ateliers tenus' }, said_by: 'Le comité', since: '2020-01-01' };

type Done = (name: string, input: Record<string, unknown>) => Promise<Record<string, string>>;

/** What was promised of an indicator and by whom it is paid: a target of the hub and one of the network, a share, a cost, a rate, what the hub lives on. */
async function promise(asManager: Done, asAdmin: Done, { indicator, ofNetwork, funder }: Readonly<Record<string, string | undefined>>): Promise<void> {
  const [said_by, from, to] = ['Convention', '2025-01-01', '2025-12-31'];
  const { programme } = await asAdmin('programme.open-programme', { level: 'project', code: 'suivi', names: { fr: 'Projet suivi' }, starts_on: from, said_by });
  await asManager('evidence.set-target', { indicator, level: 'hub', value: '10', from, to, said_by });
  await asAdmin('evidence.set-target', { indicator: ofNetwork, level: 'network', value: '40', from, to, said_by });
  await asAdmin('evidence.set-funder-share', { programme, funder, share: '60', from, said_by });
  await asManager('evidence.enter-cost', { indicator, programme, amount: '300', currency: 'TND', from, to, what: 'Salle' });
  await asAdmin('evidence.state-rate', { from_currency: 'EUR', to_currency: 'TND', on: from, rate: '3.3', said_by: 'Banque centrale' });
  await asManager('evidence.enter-revenue', { year: '2025', kind: 'dues', amount: '120', currency: 'TND', said_by });
}

/** What came of that figure outside: a sample for an auditor, a receipt, another network's; and a request of research. Each needs a seal or two persons more than stand here. */
async function leftTheHouse({ house, network, hub }: ReferringDesk['world'], account: string): Promise<void> {
  const own = (text: string, ...more: unknown[]) => ownerQuery(house, text, [network, ...more]);
  const zero = (bytes: number) => `decode(repeat('00', ${bytes}), 'hex')`;
  await own(`insert into evidence.sample (network_id, id, hub_id, figure_id, seed, drawn_from, drawn_for, drawn_at) select network_id, gen_random_uuid(), hub_id, id, '7', 3, 'Cour des comptes', now() from evidence.printed_figure where network_id = $1 and hub_id = $2`, hub);
  await own(`insert into evidence.sample_item (network_id, sample_id, place, hub_id, event_id) select network_id, id, 1, hub_id, gen_random_uuid() from evidence.sample where network_id = $1`);
  await own(`insert into evidence.sample_finding (network_id, id, sample_id, place, hub_id, result, found_at) select network_id, gen_random_uuid(), id, 1, hub_id, 'seen', now() from evidence.sample where network_id = $1`);
  await own(`insert into evidence.released_figure (network_id, figure_id, hub_id, body, signature, released_at) select network_id, id, hub_id, '{}', ${zero(64)}, now() from evidence.printed_figure where network_id = $1`);
  for (const at of [hub, null]) await own(`insert into evidence.frozen_month (network_id, id, hub_id, month, head_seq, head_hash, frozen_at) values ($1, gen_random_uuid(), $2, '2025-01', 1, ${zero(32)}, now())`, at);
  await own(`insert into evidence.frozen_figure (network_id, frozen_id, hub_id, figure, cut, key, value, events, kept) select network_id, id, hub_id, 'persons-received', '', '', 12, 12, false from evidence.frozen_month where network_id = $1`);
  for (const frozen of ['now()', 'null']) {
    await own(`insert into reports.report (network_id, id, hub_id, template, titles, sections, indicator_ids, from_month, to_month, opened_at, changed_at, frozen_at)
      select network_id, gen_random_uuid(), hub_id, 'own', '{"fr":"Rapport"}', '[]', array[indicator_id], '2025-01', '2025-01', now(), now(), ${frozen} from evidence.printed_figure where network_id = $1 and hub_id = $2`, hub);
  }
  await own(`insert into reports.number (network_id, id, hub_id, report_id, place, value, events, left_out, stated_ids) select network_id, gen_random_uuid(), hub_id, id, 1, 3, 3, '[]', '{}' from reports.report where network_id = $1`);
  await own(`insert into reports.said_number (network_id, id, hub_id, report_id, place, indicator_id, said, value, left_out) select n.network_id, n.id, n.hub_id, n.report_id, 1, r.indicator_ids[1], 'exact', 3, '[]'
    from reports.number n join reports.report r on r.network_id = n.network_id and r.id = n.report_id where n.network_id = $1`);
  await own(`insert into reports.delivery (network_id, id, hub_id, report_id, account_id, sent_at, until_at) select network_id, gen_random_uuid(), hub_id, id, $2, now() - interval '40 days', now() + interval '1 day' from reports.report where network_id = $1`, account);
  await own(`insert into reports.schedule (network_id, id, hub_id, report_id, account_id, every, next_month, set_at) select network_id, gen_random_uuid(), hub_id, id, $2, 'month', '2025-02', now() from reports.report where network_id = $1`, account);
  await own(`insert into evidence.other_network (network_id, id, other_id, names, public_key, agreed_on, agreed_by, added_at) values ($1, gen_random_uuid(), gen_random_uuid(), '{"fr":"Réseau voisin"}', ${zero(32)}, '2025-01-01', 'Accord', now())`);
  await own(`insert into evidence.taken_receipt (network_id, id, other_id, indicator, month, value, definition, body, signature, taken_at) select network_id, gen_random_uuid(), other_id, 'visits', '2025-01', 12, '{}', '{}', ${zero(64)}, now() from evidence.other_network where network_id = $1`);
  await own(`insert into research.extract (network_id, id, asked_by, purpose, ethics, columns, from_on, to_on, days, asked_at, state) values ($1, gen_random_uuid(), $2, 'Chemins des femmes rurales', 'Comité 3', '{sex}', '2025-01-01', '2025-01-31', 30, now(), 'asked')`, account);
  await own(`insert into research.content (network_id, extract_id, asked_by, sealed, made_at) select network_id, id, asked_by, ${zero(40)}, now() from research.extract where network_id = $1`);
}

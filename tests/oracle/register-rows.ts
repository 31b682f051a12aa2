import type { RoleCode } from '#core/actor.ts';
import type { Eyes, Row } from './house-oracle.ts';

type Judge = (eyes: Eyes, row: Row) => boolean;

/** Everybody who works at a hub reads what it visited, recommended, decided; who leads its work keeps it. */
const staff: readonly RoleCode[] = ['desk_officer', 'coach', 'trainer', 'case_worker', 'protection_officer', 'supervisor', 'hub_manager'];
const leads: readonly RoleCode[] = ['case_worker', 'supervisor', 'hub_manager'];
const counts: readonly RoleCode[] = ['desk_officer', 'case_worker', 'supervisor', 'hub_manager'];

const worksHere: Judge = (eyes, row) => eyes.here(staff, row.hub_id);
/** What the network counts is known to everybody with an account; what a hub counts for itself, to who reads its persons' figures. */
const ofNetworkOrHub: Judge = (eyes, row) => row.hub_id === null || eyes.here(counts, row.hub_id);

/** What a hub lives on is read where its money is handled, and by whoever manages the network. */
const livesOn: Judge = (eyes, row) => eyes.here(['funding_officer', 'treasurer', 'supervisor', 'hub_manager'], row.hub_id) || eyes.reader.holds.some(({ role, over }) => role === 'network_admin' && over === 'network');

/** What was sampled for an auditor stays with whoever leads the team or the hub. */
const ledHere: Judge = (eyes, row) => eyes.here(['supervisor', 'hub_manager'], row.hub_id);

/** A request of research is read by who asked and by who may have to decide; its rows by who asked alone. */
const decidesOnResearch: Judge = (eyes, row) => row.asked_by === eyes.me || eyes.reader.holds.some(({ role, over }) => role === 'dpo' || (role === 'network_admin' && over === 'network'));

/** A report is read where its figures are read exactly; frozen, by whoever was handed it, until its day and while it was not taken back. */
const handedOr = (reportOf: (row: Row) => unknown, also: (row: Row) => boolean = () => true): Judge => (eyes, row) =>
  eyes.here(counts, row.hub_id) || (also(row) && eyes.facts.rows('reports.delivery').some((one) =>
    one.report_id === reportOf(row) && one.account_id === eyes.me && one.withdrawn_at === null && new Date(String(one.until_at)) > eyes.facts.now));

/** Registers tell of no person the hubs serve; names of other bodies' professionals are for whoever keeps them. Figures as printed stay where they were read. */
export const registerRows: Readonly<Record<string, Judge>> = {
  ...Object.fromEntries(['proof', 'entry', 'step', 'measure', 'professional_training', 'measurement', 'story'].map((table) => [`registers.${table}`, worksHere])),
  'registers.professional': (eyes, row) => eyes.here(leads, row.hub_id),
  'evidence.indicator': ofNetworkOrHub, 'evidence.indicator_version': ofNetworkOrHub, 'evidence.stated_value': ofNetworkOrHub,
  'evidence.sample': ledHere, 'evidence.sample_item': ledHere, 'evidence.sample_finding': ledHere,
  // What was promised, who pays which part, what it cost and by which rate it is converted is told with every figure; a month that was frozen, as it was read.
  ...Object.fromEntries(['target', 'target_version', 'funder_share', 'eligible_cost', 'exchange_rate'].map((table) => [`evidence.${table}`, () => true])),
  'evidence.frozen_month': ofNetworkOrHub, 'evidence.frozen_figure': ofNetworkOrHub, 'evidence.hub_revenue': livesOn,
  'evidence.released_figure': () => true, 'evidence.other_network': () => true, 'evidence.taken_receipt': () => true,
  'research."extract"': decidesOnResearch, 'research.content': (eyes, row) => row.asked_by === eyes.me,
  'reports.report': handedOr((row) => row.id, (row) => row.frozen_at !== null), 'reports.said_number': handedOr((row) => row.report_id), 'reports.number': (eyes, row) => eyes.here(counts, row.hub_id),
  'reports.delivery': (eyes, row) => row.account_id === eyes.me || eyes.here(counts, row.hub_id), 'reports.schedule': (eyes, row) => eyes.here(counts, row.hub_id),
  'evidence.printed_figure': (eyes, row) => eyes.here(counts, row.hub_id),
};

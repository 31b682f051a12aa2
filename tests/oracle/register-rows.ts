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

/** What was sampled for an auditor stays with whoever leads the team or the hub. */
const ledHere: Judge = (eyes, row) => eyes.here(['supervisor', 'hub_manager'], row.hub_id);

/** Registers tell of no person the hubs serve; names of other bodies' professionals are for whoever keeps them. Figures as printed stay where they were read. */
export const registerRows: Readonly<Record<string, Judge>> = {
  ...Object.fromEntries(['proof', 'entry', 'step', 'measure', 'professional_training', 'measurement', 'story'].map((table) => [`registers.${table}`, worksHere])),
  'registers.professional': (eyes, row) => eyes.here(leads, row.hub_id),
  'evidence.indicator': ofNetworkOrHub, 'evidence.indicator_version': ofNetworkOrHub, 'evidence.stated_value': ofNetworkOrHub,
  'evidence.sample': ledHere, 'evidence.sample_item': ledHere, 'evidence.sample_finding': ledHere,
  'evidence.released_figure': () => true, 'evidence.other_network': () => true, 'evidence.taken_receipt': () => true,
  'evidence.printed_figure': (eyes, row) => eyes.here(counts, row.hub_id),
};

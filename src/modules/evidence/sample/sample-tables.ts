/** What the proof of a drawn event turned out to be. */
export const findings = ['seen', 'not_found', 'differs'] as const;
export type Finding = (typeof findings)[number];

/** Samples of the proofs behind printed figures (0063). Rows are only ever added. */
export interface SampleTables {
  'evidence.sample': { network_id: string; id: string; hub_id: string; figure_id: string; seed: string; drawn_from: number; drawn_for: string; drawn_at: Date; drawn_by: string | null };
  'evidence.sample_item': { network_id: string; sample_id: string; place: number; hub_id: string; event_id: string };
  'evidence.sample_finding': { network_id: string; id: string; sample_id: string; place: number; hub_id: string; result: Finding; note: string | null; found_at: Date; found_by: string | null };
}

/** States that were reached, and applications that may be one person's (migration 0046). */
export interface RegistrationTables {
  'incubation.reached': { network_id: string; hub_id: string; call_id: string; application_id: string; state: string; at: Date; import_id: string | null };
  'incubation.perhaps_twice': {
    network_id: string; hub_id: string; call_id: string; application_id: string; first_id: string; score: number; reasons: string[];
    state: 'open' | 'same' | 'apart'; settled_by: string | null; settled_at: Date | null; import_id: string | null;
  };
}

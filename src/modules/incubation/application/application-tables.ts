import type { Generated } from 'kysely';
import type { ApplicantKind, ApplicationState, Sex, Stage } from '../codes.ts';

/** An application, who stands behind it, what it answers and what its answers gave (migration 0040); its papers and the door of her own page (0050); how many stand where (0056). */
export interface ApplicationTables {
  'incubation.application': {
    network_id: string; id: string; hub_id: string; call_id: string; receipt: string; applicant: ApplicantKind; person_id: string; organization_id: string | null;
    state: ApplicationState; state_at: Date; reason: string | null; stage: Stage | null; territory_code: string | null; sex: Sex | null; age: number | null;
    members: number; counts_for: string[]; typed_by: string | null; import_id: string | null; import_row: number | null; version: number; begun_at: Date; submitted_at: Date | null;
  };
  'incubation.application_count': {
    network_id: string; hub_id: string; id: string; call_id: string; import_id: string | null; state: ApplicationState; territory_code: string | null; sex: Sex | null; applications: number; members: number;
  };
  'incubation.applicant': {
    network_id: string; hub_id: string; call_id: string; application_id: string; person_id: string; part: 'lead' | 'member'; sex: Sex | null; joined_at: Date; left_at: Date | null;
    age_band: Generated<string | null>;
  };
  'incubation.answer': {
    network_id: string; hub_id: string; application_id: string; question: string; said: unknown; sealed: Buffer | null; version: number; saved_at: Date; saved_by: string | null;
  };
  'incubation.points': {
    network_id: string; hub_id: string; call_id: string; application_id: string; criterion: string; points: number; why: { reads: string; answer?: unknown };
  };
  'incubation.paper': {
    network_id: string; id: string; hub_id: string; application_id: string; person_id: string; code: string; document_id: string | null; handed_at: Date; handed_by: string | null; taken_back_at: Date | null;
  };
  'incubation.application_door': {
    network_id: string; hub_id: string; call_id: string; application_id: string; person_id: string; code: string; door: Buffer; made_at: Date; made_by: string | null;
  };
  'incubation.application_opening': { network_id: string; pass: Buffer; application_id: string; call_id: string; until_at: Date };
}

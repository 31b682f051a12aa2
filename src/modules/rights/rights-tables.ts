import type { Generated } from 'kysely';
import type { HoldReason, Identifier, incidentData, incidentKinds, incidentRisks, RefusalReason, RequestKind, RequestState } from './codes.ts';

/** rights.request: what a person asked, until when it is due, the answer. */
export interface RequestTable {
  network_id: string; id: string; hub_id: string; person_id: string; kind: RequestKind; basis: 'asked' | 'retention'; identified_by: Identifier[];
  wish: Buffer | null; asked_at: Date; asked_by: string; due_on: string;
  confirmed_at: Date | null; confirmed_by: string | null; until_at: Date | null;
  state: RequestState; reason: RefusalReason | null; answer: Buffer | null; answered_at: Date | null; answered_by: string | null;
  answered_as: Generated<'dpo' | 'hub_manager' | null>; for_dpo: Generated<boolean>;
}

/** rights.subject: whose rows the login of rights reaches now. */
export interface SubjectTable {
  network_id: string; request_id: string; person_id: string; hub_id: string; reach: 'hub' | 'everywhere'; until_at: Date;
}

/** rights.hold: why something may not be erased yet. */
export interface HoldTable {
  network_id: string; id: string; hub_id: string; person_id: string; why: HoldReason; until_on: string; set_at: Date; set_by: string;
  ended_at: Date | null; ended_by: string | null;
}

/** rights.certificate: the signed word that somebody was erased. */
export interface CertificateTable {
  network_id: string; id: string; hub_id: string; body: string; signature: Buffer; made_at: Date;
}

/** rights.incident: data lost or seen by others, with its clock. */
export interface IncidentTable {
  network_id: string; id: string; hub_id: string; kind: (typeof incidentKinds)[number]; data: (typeof incidentData)[number][]; persons: number;
  happened_at: Date; known_at: Date; due_at: Date; risk: (typeof incidentRisks)[number]; recorded_by: string;
  told_authority_at: Date | null; told_authority_by: string | null; told_people_at: Date | null; told_people_by: string | null;
  closed_at: Date | null; closed_by: string | null;
}

export interface RightsTables {
  'rights.request': RequestTable;
  'rights.subject': SubjectTable;
  'rights.hold': HoldTable;
  'rights.certificate': CertificateTable;
  'rights.incident': IncidentTable;
}

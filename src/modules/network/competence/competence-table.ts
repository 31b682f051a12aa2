import type { Generated } from 'kysely';

/** network.competence: what a colleague is trained or accredited for, seen on paper by another. Days are "2026-11-22". */
export interface CompetenceTable {
  network_id: string;
  id: string;
  account_id: string;
  hub_id: string | null;
  kind: string;
  standing: 'held' | 'not_applicable';
  number: string | null;
  issuer: string | null;
  since_on: string | null;
  until_on: string | null;
  why: 'civil_servant' | 'not_her_work' | null;
  recorded_by: string | null;
  recorded_at: Date;
  ended_at: Generated<Date | null>;
  ended_why: Generated<'replaced' | 'withdrawn' | 'mistaken' | null>;
  ended_by: Generated<string | null>;
}

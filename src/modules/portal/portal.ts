import type { Generated } from 'kysely';
import { openModule } from '#core/action.ts';
import type { ContentTables } from './content/content-tables.ts';

/** The tables of the portal, as its actions and queries see them. */
export interface PortalTables extends ContentTables {
  'portal.intake': {
    network_id: string;
    id: Generated<string>;
    hub_id: string;
    request_id: string;
    arrived_at: Generated<Date>;
    letter: Buffer | null;
    state: Generated<'waiting' | 'taken' | 'ended'>;
    taken_by: string | null;
    taken_at: Date | null;
    ended_by: string | null;
    ended_at: Date | null;
    outcome: RequestOutcome | null;
  };
}

/** How a request ended: a time or a visit was given, she was answered, could not be reached, was sent elsewhere, or it held nothing. */
export const requestOutcomes = ['appointment', 'visit', 'answered', 'not-reached', 'elsewhere', 'empty'] as const;
export type RequestOutcome = (typeof requestOutcomes)[number];

export const { action, query } = openModule<PortalTables>('portal');

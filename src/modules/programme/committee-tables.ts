import type { Generated } from 'kysely';
import type { Multilingual } from '#core/input.ts';
import type { ActionState, CommitteeKind } from './codes.ts';

interface Written { set_at: Date; set_by: string | null }

/** The tables of committees: seats, meetings with their quorum, decisions, followed actions (migration 0042). */
export interface CommitteeTables {
  'programme.committee': Written & {
    network_id: string; id: string; programme_id: string | null; hub_id: string | null; territory_code: string | null; kind: CommitteeKind; names: Multilingual;
    quorum: number; opened_on: string; closed_on: Generated<string | null>;
  };
  'programme.committee_member': Written & {
    network_id: string; id: string; committee_id: string; hub_id: string | null; territory_code: string | null; organization_id: string | null; seat: Multilingual; account_id: string | null; votes: boolean;
    since: string; until: Generated<string | null>;
  };
  'programme.meeting': Written & {
    network_id: string; id: string; committee_id: string; number: number; held_on: string; place: string | null; quorum: number; present: number;
    quorum_reached: boolean; minutes: string | null; language: string;
  };
  'programme.presence': { network_id: string; committee_id: string; meeting_id: string; member_id: string; quorum_reached: boolean };
  'programme.decision': Written & {
    network_id: string; id: string; committee_id: string; meeting_id: string; quorum_reached: boolean; number: number; decided: string; about: Generated<string | null>;
    votes_for: number; votes_against: number; abstained: number;
  };
  'programme.followed_action': Written & {
    network_id: string; id: string; committee_id: string; meeting_id: string | null; number: number; what: string; member_id: string | null; due_on: string;
    state: Generated<ActionState>; closed_on: Generated<string | null>; outcome: Generated<string | null>;
  };
}

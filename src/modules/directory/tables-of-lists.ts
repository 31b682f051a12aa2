import type { Generated } from 'kysely';
import type { Multilingual } from '#core/input.ts';

interface OfService {
  network_id: string;
  id: string;
  service_id: string;
  hub_id: string;
}

/** A test on a client, as kept: a rule that must be met, or a group that comes first. */
export interface TestRow extends OfService {
  position: number;
  field: string;
  operator: string;
  codes: string[];
  lowest: number | null;
  highest: number | null;
  words: Multilingual;
}

interface NamedRow extends OfService {
  position: number;
  names: Multilingual;
}

/** The tables that hang on a service: where, when, for whom, with which papers, at what price, how it sounds, how it is found. */
export interface EntryListTables {
  'directory.service_at_location': OfService & {
    location_id: string;
    created_at: Date;
    source_id: Generated<string | null>;
    source: Generated<Record<string, unknown> | null>;
  };
  'directory.schedule': OfService & {
    location_id: string | null;
    season: string;
    weekday: number;
    opens: string;
    closes: string;
    by_appointment: boolean;
  };
  'directory.eligibility_rule': TestRow;
  'directory.priority_group': TestRow & { weight: number };
  'directory.required_document': NamedRow;
  'directory.cost_option': NamedRow & { amount_minor: bigint; currency: string };
  'directory.may_lose': NamedRow & { kind: string };
  'directory.audio': {
    network_id: string;
    id: string;
    hub_id: string;
    subject_kind: string;
    subject_id: string;
    variety: string;
    media_type: string;
    content: Buffer;
    recorded_by: string | null;
    recorded_at: Date;
  };
  'directory.service_use': {
    network_id: string;
    id: string;
    service_id: string;
    kind: string;
    faces: number | null;
    used_on: string;
  };
  'directory.search_words': {
    network_id: string;
    service_id: string;
    hub_id: string;
    words: string;
    norm_version: number;
  };
  'directory.search_slip': { network_id: string; slip: string; term: string };
}

import type { Generated } from 'kysely';
import type { CloseWhy, EntryKind, FileKind, GrantBasis, GrantPurpose, KeyKind, KeyReason, Review } from './codes.ts';

/** Protected files, who may open them, the two keys, and whom she keeps out. */
export interface FileTables {
  'confidential.file': {
    network_id: string;
    id: string;
    hub_id: string;
    kind: FileKind;
    /** Eight letters and digits by which colleagues speak of the file. */
    code: string;
    mark: Buffer;
    sealed: Buffer;
    opened_by: string;
    opened_at: Date;
    handover_id: string | null;
    closed_at: Generated<Date | null>;
    closed_why: Generated<CloseWhy | null>;
  };
  /** One bare line per file, for counting. */
  'confidential.counted_file': {
    network_id: string;
    file_id: string;
    hub_id: string;
    mark: Buffer;
    opened_at: Date;
    declared_on: Generated<string | null>;
    closed_at: Generated<Date | null>;
  };
  'confidential.entry': {
    network_id: string;
    id: string;
    file_id: string;
    hub_id: string;
    kind: EntryKind;
    written_by: string;
    written_at: Date;
    sealed: Buffer;
  };
  'confidential.file_grant': {
    network_id: string;
    id: string;
    file_id: string;
    hub_id: string;
    code: string;
    mark: Buffer;
    account_id: string;
    actions: string[];
    purpose: GrantPurpose;
    basis: GrantBasis;
    granted_by: string | null;
    from_at: Date;
    until_at: Date;
    revoked_at: Generated<Date | null>;
    revoked_by: Generated<string | null>;
  };
  'confidential.key_request': {
    network_id: string;
    id: string;
    hub_id: string;
    kind: KeyKind;
    mark: Buffer;
    file_id: string | null;
    code: string | null;
    reason: KeyReason;
    words: Buffer | null;
    voided: boolean;
    voided_at: Generated<Date | null>;
    asked_by: string;
    asked_at: Date;
    lapses_at: Date;
    approved_by: Generated<string | null>;
    approved_at: Generated<Date | null>;
    until_at: Generated<Date | null>;
    declined_by: Generated<string | null>;
    declined_at: Generated<Date | null>;
    ended_at: Generated<Date | null>;
    reviewed_by: Generated<string | null>;
    reviewed_at: Generated<Date | null>;
    review: Generated<Review | null>;
  };
  'confidential.on_call': {
    network_id: string;
    id: string;
    hub_id: string;
    account_id: string;
    from_at: Date;
    until_at: Date;
    ended_at: Generated<Date | null>;
  };
  'confidential.exclusion': {
    network_id: string;
    id: string;
    hub_id: string;
    file_id: string;
    mark: Buffer;
    handover_mark: Buffer | null;
    account_id: string | null;
    person_id: string | null;
    label: Buffer;
    conflict_id: Generated<string | null>;
    added_by: string;
    since: Date;
    ended_at: Generated<Date | null>;
    ended_by: Generated<string | null>;
  };
  /** What happened in protected matters; read where the file it is about is open. */
  'confidential.event': { network_id: string; id: string; at: Date; hub_id: string | null; account_id: string | null; name: string; subject_id: string; body: unknown };
  /** Who opened what; `person_id` is the file. */
  'confidential.look': { network_id: string; id: string; at: Date; account_id: string | null; person_id: string | null; outcome: string; fields: string[] };
  /** Fingerprints of all that belongs to those who keep the reader out. */
  'confidential.kept_from_me': { mark: Buffer };
  /** Fingerprints of files that are one identity, read only. */
  'core.same_mark': { network_id: string; mark: Buffer; identity: Buffer };
  /** How phones and addresses of the hub may be used; only "never" may be added here. */
  'people.contact_rule': {
    network_id: string; id: string; hub_id: string; person_id: string; contact_id: string; kind: string; owner: string; shared: boolean;
    asked: boolean; never: boolean; sealed_words: Buffer | null; set_at: Date; ended_at: Generated<Date | null>;
  };
  /** Fingerprints of phones of the hub, read only. */
  'people.contact_mark': { network_id: string; hub_id: string; contact_id: string; blind: Buffer };
  /** A colleague to whom a person is absent. */
  'people.conflict': { network_id: string; id: Generated<string>; account_id: string; person_id: string; since: Date; ended_at: Generated<Date | null> };
}

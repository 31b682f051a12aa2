import type { ColumnType, Generated } from 'kysely';
import type { IdKind } from '#core/text/id-number.ts';
import type { Channel, SafeHours } from '../safe-contact/may-contact.ts';
import type { MarkKind } from './contact-mark.ts';

/** people.access_grant: why a desk may open somebody's contact, and until when. */
export interface AccessGrantTable {
  network_id: string;
  id: string;
  hub_id: string;
  person_id: string;
  basis: 'ticket' | 'need' | 'referral';
  basis_id: string;
  from_at: Date;
  until_at: Date;
  revoked_at: Date | null;
  granted_by: string | null;
}

/** people.person_contact: one sealed value of identity or contact (C1a). */
export interface PersonContactTable {
  network_id: string;
  id: string;
  hub_id: string;
  person_id: string;
  kind: 'phone' | 'email' | 'address' | 'birth-date' | 'id-number';
  sealed: Buffer;
  owner: 'self' | 'household' | 'relative' | 'neighbour' | 'other' | null;
  shared: Generated<boolean>;
  id_kind: IdKind | null;
  country: string | null;
  set_at: Date;
  ended_at: Date | null;
  /** Who saw the paper and read the number on it, and when. */
  seen_by: string | null;
  seen_at: Date | null;
}

/** people.contact_mark: fingerprint of a sealed value, so that a double shows without opening anything. */
export interface ContactMarkTable {
  network_id: string;
  hub_id: string;
  blind: Buffer;
  /** Of what; the value stays sealed. */
  kind: MarkKind | null;
  person_id: string;
  contact_id: string;
}

/** people.person_life: a sealed note on her life (C1b). */
export interface PersonLifeTable {
  network_id: string;
  id: string;
  hub_id: string;
  person_id: string;
  kind: 'household' | 'situation';
  sealed: Buffer;
  written_by: string;
  written_at: Date;
}

/** people.contact_rule: how one phone or e-mail address may be used, as she said. */
export interface ContactRuleTable {
  network_id: string;
  id: string;
  hub_id: string;
  person_id: string;
  contact_id: string;
  kind: 'phone' | 'email';
  owner: 'self' | 'household' | 'relative' | 'neighbour' | 'other';
  shared: boolean;
  asked: boolean;
  never: Generated<boolean>;
  channels: Generated<Channel[]>;
  /** Written as JSON text. */
  hours: ColumnType<SafeHours[], string, never>;
  voicemail: Generated<boolean>;
  sealed_words: Buffer | null;
  set_at: Date;
  /** No longer written: where something was said must not show by who wrote it down. */
  set_by: string | null;
  ended_at: Date | null;
}

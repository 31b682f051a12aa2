import type { Generated } from 'kysely';

/** What she may be asked to agree to; each is asked apart (domain.md rule 5). */
export const consentPurposes = ['service', 'known-elsewhere', 'sharing', 'contact', 'image', 'introductions', 'story', 'research'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** How an answer is given at the desk: signed, said before a witness, or by thumbprint before one. */
export const deskChannels = ['written', 'oral-witness', 'thumbprint'] as const;
/** The same, and by herself on a page of her own. */
export const consentChannels = [...deskChannels, 'click'] as const;
export type ConsentChannel = (typeof consentChannels)[number];

/** What may be shared with a partner or another hub, each only when she named it; `need` is the kind of help. */
export const sharedFields = ['need', 'name', 'organization', 'birth-year', 'sex', 'territory', 'languages', 'phone', 'documents', 'plan'] as const;
export type SharedField = (typeof sharedFields)[number];

/** Who agreed for a minor. */
export const guardians = ['guardian', 'guardian-and-judge'] as const;
export type Guardian = (typeof guardians)[number];

/** people.consent: one answer to one purpose; a later answer about the same partner takes its place, the row stays. */
export interface ConsentTable {
  network_id: string;
  id: string;
  hub_id: string;
  person_id: string;
  purpose: ConsentPurpose;
  answer: 'given' | 'refused';
  channel: ConsentChannel;
  witness_id: string | null;
  companion_witness: Generated<boolean>;
  guardian: Guardian | null;
  notice_version: string;
  language: string;
  answered_at: Date;
  recorded_by: string | null;
  withdrawn_at: Date | null;
  /** The partner she named, for sharing. */
  recipient_id: Generated<string | null>;
  /** The hub of the network she named, when she moves there. */
  recipient_hub_id: Generated<string | null>;
  fields: Generated<SharedField[] | null>;
  /** Empty on a no, and on answers older than ends. */
  until_at: Generated<Date | null>;
  /** The hub's own notice; empty when she was told the built-in one. */
  notice_id: Generated<string | null>;
  proof_id: Generated<string | null>;
  asked_id: Generated<string | null>;
  ended_at: Generated<Date | null>;
}

/** people.notice, people.consent_length, people.consent_ask, people.alert_duty (migration 0028). */
export interface ConsentTables {
  'people.consent': ConsentTable;
  'people.notice': {
    network_id: string; id: string; hub_id: string; purpose: ConsentPurpose; version: number;
    texts: NoticeTexts; published_at: Date; published_by: string | null;
  };
  'people.consent_length': { network_id: string; purpose: ConsentPurpose; days: number; set_at: Date; set_by: string | null };
  'people.consent_ask': {
    network_id: string; id: string; hub_id: string; person_id: string; purpose: ConsentPurpose; recipient_id: string | null;
    fields: SharedField[] | null; until_at: Date; notice_id: string | null; notice_version: string; language: string;
    asked_at: Date; asked_by: string | null; hash: Buffer; expires_at: Date; answered_at: Date | null;
  };
  'people.alert_duty': {
    network_id: string; id: string; country: string; decision: 'applies' | 'does-not-apply' | 'undecided'; reason: string;
    decided_at: Date; decided_by: string | null;
  };
}

/** The words of a notice by language; Arabic and French always. */
export interface NoticeTexts {
  readonly ar: string;
  readonly fr: string;
  readonly en?: string | undefined;
}

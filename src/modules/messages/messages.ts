import type { Generated } from 'kysely';
import { openModule } from '#core/action.ts';
import type { MessageParams, Template } from './template/templates.ts';

/** How a message leaves. A call is made by a person, never by the house. */
export const textChannels = ['sms', 'whatsapp', 'email'] as const;
export type TextChannel = (typeof textChannels)[number];

/** held · released · sent · kept (a demo network: shown, never sent) · failed · refused · taken-back */
export type MessageState = 'held' | 'released' | 'sent' | 'kept' | 'failed' | 'refused' | 'taken-back';

/** messages.message: see the comments in migration 0029. */
export interface MessageTable {
  network_id: string;
  id: string;
  hub_id: string;
  person_id: string;
  contact_id: string | null;
  channel: TextChannel | null;
  template: Template;
  params: MessageParams;
  lang: 'ar' | 'fr' | 'en';
  basis: string | null;
  basis_id: string | null;
  state: MessageState;
  reason: string | null;
  queued_at: Date;
  queued_by: string | null;
  due_at: Date;
  until_at: Date | null;
  released_at: Date | null;
  ended_at: Date | null;
  taken_back_by: string | null;
  tries: Generated<number>;
  ending: string | null;
  release_mark: Buffer;
}

/** The tables of the messages module, as its actions and queries see them. */
export interface MessagesTables {
  'messages.message': MessageTable;
}

export const { action, query } = openModule<MessagesTables>('messages');

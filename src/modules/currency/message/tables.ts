import type { Generated } from 'kysely';
import type { Category } from '../codes.ts';

/** In which languages a telephone is answered. */
export const messageLangs = ['ar', 'fr', 'en'] as const;
export type MessageLang = (typeof messageLangs)[number];

/** Telephones that pay, the prices they named, and shops that asked to take part (migration 0077). */
export interface MessageTables {
  'currency.message_phone': {
    network_id: string; id: string; hub_id: string; person_id: string; mark: Buffer; ending: string; lang: MessageLang; tied_at: Date; tied_by: string | null; ended_at: Generated<Date | null>; ended_by: Generated<string | null>;
  };
  'currency.message_request': { network_id: string; request_id: string; hub_id: string; phone_id: string; number: string; asked_at: Date };
  'currency.message_refused': { network_id: string; id: string; hub_id: string; phone_id: string; code: string; at: Date };
  'currency.shop_application': {
    network_id: string; id: string; hub_id: string; mark: Buffer; shop: string; place: string; phone: string | null; categories: Category[]; arrived_at: Date; ended_at: Generated<Date | null>; ended_by: Generated<string | null>;
    merchant_id: Generated<string | null>;
  };
}

import type { Generated } from 'kysely';
import { openModule } from '#core/action.ts';

/** Who is told what happens, and every try of it. */
export interface WebhooksTables {
  'webhooks.subscription': {
    network_id: string;
    id: string;
    hub_id: string | null;
    label: string;
    target: string;
    event_names: string[];
    state: Generated<'on' | 'paused' | 'disabled' | 'ended'>;
    secret: Buffer;
    secret_before: Buffer | null;
    secret_before_until: Date | null;
    made_at: Date;
    made_by: string | null;
    disabled_at: Date | null;
    disabled_for: 'failing' | 'gone' | null;
  };
  'webhooks.wish': { network_id: string; event_name: string; subscription_id: string; hub_id: string | null; live: boolean };
  'webhooks.delivery': {
    network_id: string;
    id: string;
    subscription_id: string;
    keeper_hub_id: string | null;
    event_id: string;
    event_name: string;
    event_at: Date;
    event_hub_id: string | null;
    subject_id: string | null;
    state: Generated<'waiting' | 'delivered' | 'given-up'>;
    tries: Generated<number>;
    since: Date;
    next_at: Date | null;
  };
  'webhooks.attempt': {
    network_id: string;
    id: string;
    delivery_id: string;
    keeper_hub_id: string | null;
    at: Date;
    status: number | null;
    fault: string | null;
    milliseconds: number | null;
  };
}

export const { action, query } = openModule<WebhooksTables>('webhooks');

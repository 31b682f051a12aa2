import type { Generated } from 'kysely';
import type { Multilingual } from '#core/input.ts';

/** The inventory of social centres. */
export interface CentreTables {
  'network.centre': {
    network_id: string;
    id: string;
    names: Multilingual;
    kind: string;
    operator_id: string | null;
    territory_code: string;
    address: Multilingual;
    condition: 'good' | 'fair' | 'poor';
    condition_on: string;
    state: Generated<'existing' | 'works' | 'upgraded'>;
    standard: string;
    keeper_hub_id: string | null;
    desk_hub_id: string | null;
    upgraded_on: string | null;
    registered_at: Date;
  };
  'network.centre_check': {
    network_id: string;
    centre_id: string;
    standard: string;
    item: string;
    keeper_hub_id: string | null;
    met: boolean;
    checked_on: string;
    checked_by: string | null;
  };
  'network.centre_work': {
    network_id: string;
    id: string;
    centre_id: string;
    keeper_hub_id: string | null;
    titles: Multilingual;
    state: Generated<'planned' | 'started' | 'done'>;
    planned_on: string;
    started_on: string | null;
    done_on: string | null;
  };
}

import type { AnyTx } from '#core/db/transaction.ts';
import { agreementInForce } from '#modules/network/public.ts';

interface Sent {
  readonly hub_id: string;
  readonly organization_id: string;
  readonly agreement_id: string | null;
}

/**
 * May the body still work on this referral? What an agreement opened closes with it, the moment it ends or is suspended (rule
 * 11). A body that never worked by agreement always may. An agreement renewed in time counts like the first.
 */
export const openedByAgreement = async (tx: AnyTx, { hub_id, organization_id, agreement_id }: Sent, at: Date): Promise<boolean> =>
  agreement_id === null
  || (await agreementInForce(tx, { opens: 'delegated-service', organization: organization_id, hub: hub_id, at })) !== undefined;

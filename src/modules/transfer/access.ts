import { atHub, byJob, defineAccess } from '#core/policy/rule.ts';

/** Who sits with her when she leaves or arrives (trust.md 2.1); whoever leads the hub sees what is on its way. */
const counter = ['desk_officer', 'case_worker', 'supervisor'] as const;
const readers = [...counter, 'hub_manager'] as const;

export const transferAccess = defineAccess('transfer', {
  'transfer-form': atHub(counter, 'C1a'),
  'prepare-transfer': atHub(counter),
  'withdraw-transfer': atHub(counter),
  'transfer-list': atHub(readers),
  'transfer-sheet': atHub(readers),
  'transfers-waiting': atHub(readers),
  'open-parcel': atHub(counter, 'C1a'),
  'opened-parcel': atHub(counter, 'C1a'),
  'accept-parcel': atHub(counter),
  'refuse-parcel': atHub(counter),
  'destroy-late-parcels': byJob(),
});

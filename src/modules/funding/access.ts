import { atHub, defineAccess, type Rule } from '#core/policy/rule.ts';

/** Who reads the money of her hub. Row list: app.money_hubs. */
const readers = ['funding_officer', 'treasurer', 'supervisor', 'hub_manager'] as const;
/** Who proposes, and who decides when she did not propose: what she may decide alone stands in the limits. */
const proposers = ['funding_officer', 'supervisor', 'hub_manager'] as const;
const leads = ['supervisor', 'hub_manager'] as const;
/** Who carries somebody's file to a lender. */
const carriers = ['desk_officer', 'coach', 'case_worker', 'supervisor', 'hub_manager'] as const;
/** Sums without any person, wherever the role is held: rows decide which. */
const sums: Omit<Rule, 'name'> = { roles: [...readers, 'regional_coordinator', 'network_admin'], reach: 'region', compartment: 'C0' };
/** Money leaves the house: she has just shown that it is she (trust.md 36). */
const withMoney = { ...atHub(['treasurer'], 'C1a'), fresh: true as const };

export const fundingAccess = defineAccess('funding', {
  'fund-list': sums,
  'fund-sheet': sums,
  'fund-form': atHub(['hub_manager']),
  'open-fund': atHub(['hub_manager']),
  'add-envelope': atHub(['hub_manager']),
  'close-fund': atHub(['hub_manager']),
  'approval-limits': { roles: [...readers, 'network_admin'], reach: 'region', compartment: 'C0' },
  'set-approval-limit': { roles: ['network_admin'], reach: 'network', compartment: 'C0' },

  'grant-list': atHub(readers),
  'grant-sheet': atHub(readers),
  'grants-waiting': atHub(proposers),
  'grant-form': atHub(proposers),
  'propose-grant': atHub(proposers),
  'approve-grant': atHub(proposers),
  'cancel-grant': atHub(proposers),
  'sign-specifications': atHub(proposers),
  'certify-grant': atHub(leads),
  'grant-certificate': atHub(leads),
  'close-grant': atHub(leads),
  'set-payee': atHub(leads, 'C1a'),
  'bring-evidence': atHub(proposers),
  'release-tranche': atHub(leads),
  'plan-repayments': atHub(proposers),
  'record-repayment': atHub(['treasurer']),

  'payment-file-list': atHub(readers),
  'payment-file-sheet': atHub(readers),
  'make-payment-file': atHub(['funding_officer', 'treasurer']),
  'settle-double': atHub(leads),
  'approve-payment-file': atHub(leads),
  'drop-payment-file': atHub(['funding_officer', 'treasurer', ...leads]),
  'take-out-payment-file': withMoney,
  'payment-file-content': withMoney,
  'bring-bank-answer': withMoney,

  'sub-grant-list': atHub(readers),
  'sub-grant-sheet': atHub(readers),
  'propose-sub-grant': atHub(proposers),
  'check-sub-grant': atHub(proposers),
  'evaluate-sub-grant': atHub(proposers),
  'decide-sub-grant': atHub(proposers),
  'advance-sub-grant': atHub(proposers),

  'financing-list': atHub(carriers),
  'financing-sheet': atHub(carriers),
  'prepare-financing': atHub(carriers),
  'submit-financing': atHub(carriers),
  'answer-financing': atHub(carriers),
});

import { anyone, atHub, byJob, byLink, defineAccess, overNetwork } from '#core/policy/rule.ts';

/** Who reads the money of aid at her hub; names only where she reads the person too. Row lists: app.hubs, app.money_hubs. */
const readers = ['desk_officer', 'case_worker', 'supervisor', 'hub_manager', 'funding_officer', 'treasurer'] as const;
/** Who reads wallets with the names of persons. */
const desks = ['desk_officer', 'case_worker', 'supervisor', 'hub_manager'] as const;
const proposers = ['case_worker', 'supervisor', 'hub_manager'] as const;
const leads = ['supervisor', 'hub_manager'] as const;

export const currencyAccess = defineAccess('currency', {
  'rulebook': anyone(),
  'budget': anyone(),
  'aid-home': atHub(readers),
  'instrument-sheet': atHub(readers),
  'open-instrument': atHub(['hub_manager']),
  'publish-rulebook': atHub(['hub_manager']),
  'name-legal-basis': overNetwork(['network_admin']),
  'basis-form': overNetwork(['network_admin']),

  'aid-programme-sheet': atHub(readers),
  'programme-form': atHub(['hub_manager']),
  'open-aid-programme': atHub(['hub_manager']),
  'publish-budget': atHub(['hub_manager']),
  'approve-load': atHub(leads),
  // Money comes into the house: she has just shown that it is she (trust.md 36).
  'load-fund': { ...atHub(['treasurer']), fresh: true },
  'close-aid-programme': atHub(['hub_manager']),

  'aid-draft': atHub(proposers),
  'propose-aid': atHub(proposers),
  'batch-sheet': atHub(desks),
  'grant-aid': atHub(leads),
  'drop-aid': atHub(proposers),
  'aid-list': atHub(desks),
  'aid-sheet': atHub(desks),
  'freeze-aid': atHub(desks),
  'thaw-aid': atHub(leads),
  'revoke-aid': atHub(leads),
  'give-wallet-link': atHub(desks),
  'own-wallet': byLink(),
  'end-aid': byJob(),
});

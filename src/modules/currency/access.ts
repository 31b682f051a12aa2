import { anyone, atHub, byJob, byLink, defineAccess, overNetwork, type Rule } from '#core/policy/rule.ts';

/** Who reads the money of aid at her hub; names only where she reads the person too. Row lists: app.hubs, app.money_hubs. */
const readers = ['desk_officer', 'case_worker', 'supervisor', 'hub_manager', 'funding_officer', 'treasurer'] as const;
/** Who reads wallets with the names of persons. */
const desks = ['desk_officer', 'case_worker', 'supervisor', 'hub_manager'] as const;
const proposers = ['case_worker', 'supervisor', 'hub_manager'] as const;
const leads = ['supervisor', 'hub_manager'] as const;
/** Who reads claims and the money of shops. Row list: app.money_hubs. */
const money = ['funding_officer', 'treasurer', 'supervisor', 'hub_manager'] as const;
/** Who works at the till of a shop; row-level security gives her the rows of her own body and no others. Row list: app.organizations. */
const byShop = (): Omit<Rule, 'name'> => ({ roles: ['merchant'], reach: 'region', compartment: 'C0' });

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

  'holder-sheet': atHub(desks),
  'give-card': atHub(desks),
  'card-sheet': atHub(desks),
  'choose-pin': atHub(desks),
  'lose-card': atHub(desks),
  'unlock-card': atHub(desks),
  'card-face': byLink(),
  'till-home': byShop(),
  'take-payment': byShop(),
  'ask-payment': byShop(),
  'receipt': byShop(),
  'refund-payment': byShop(),
  'asked-price': byLink(),
  'pay-asked': byLink(),
  'open-wallet': byLink(),
  'phone-sheet': atHub(desks),
  'tie-phone': atHub(desks),
  'untie-phone': atHub(desks),
  // A gateway that signed what it brings is heard by the house; no caller of the API is.
  'message-sender': byJob(),
  'tell-balance': byJob(),
  'name-price': byJob(),
  'confirm-price': byJob(),
  'lose-by-message': byJob(),
  'note-refused': byJob(),
  'end-aid': byJob(),

  'merchant-list': atHub(readers),
  'merchant-sheet': atHub(readers),
  'receive-application': atHub(desks),
  'shops-here': anyone(),
  'ask-to-take-part': anyone(),
  'shops-asking': atHub(desks),
  'decline-shop': atHub(desks),
  'tie-agreement': atHub(leads),
  'open-till': atHub(leads),
  'change-terms': atHub(leads),
  'suspend-merchant': atHub(leads),
  'resume-merchant': atHub(leads),
  'exit-merchant': atHub(leads),
  'say-tie': atHub(money),
  'own-shop': byShop(),
  'day-sheet': byShop(),
  'own-claim': byShop(),
  'submit-claim': byShop(),
  'object-to-claim': byShop(),
  'claim-list': atHub(money),
  'claim-sheet': atHub(money),
  'validate-claim': atHub(leads),
  'dispute-claim': atHub(money),
  'end-dispute': atHub(leads),
  'make-settlement': atHub(['funding_officer', 'supervisor', 'hub_manager']),
  // Money leaves the house: she has just shown that it is she (trust.md 36).
  'pay-settlement': { ...atHub(['treasurer']), fresh: true },
  'drop-settlement': atHub(money),
  'settlement-sheet': atHub(money),
  'reconcile-claim': atHub(['funding_officer', 'treasurer', 'hub_manager']),
  'alert-list': atHub(leads),
  'alert-sheet': atHub(leads),
  'settle-alert': atHub(leads),
  'look-through-sales': byJob(),


  'aid-figures': anyone(),
  'aid-places': anyone(),
  'circulation': anyone(),
  'aid-statement': atHub(readers),
  'voucher-list': atHub(desks),
  'voucher-sheet': atHub(desks),
  'draw-vouchers': atHub(desks),
  'void-voucher': atHub(desks),
  'redeem-voucher': byShop(),
  'refund-voucher': byShop(),
  'taken-voucher': byShop(),
  'end-vouchers': byJob(),
  'local-currency': atHub(readers),
  'open-local-wallet': atHub(desks),
  'approve-purchase': atHub(leads),
  // Money comes into the house, as with a fund.
  'take-purchase': { ...atHub(['treasurer']), fresh: true },
  'convertible': byShop(),
  'convert-units': byShop(),
});

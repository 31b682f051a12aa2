import type { Page } from '#core/page.ts';
import './access.ts';
import './events.ts';
import './aid/end-aid.ts';
import { approvePurchase, takePurchase } from './conversion/buy-units.ts';
import { convertPage } from './conversion/convert.page.tsx';
import { localCurrencyPage } from './conversion/local-currency.page.tsx';
import { openLocalWallet } from './conversion/open-local-wallet.ts';
import { aidFiguresPage } from './figures/aid-figures.page.tsx';
import { aidStatementPage, aidStatementPaper } from './figures/aid-statement.page.tsx';
import { circulationPage } from './figures/circulation.page.tsx';
import { voidVoucher } from './voucher/end-vouchers.ts';
import { redeemVoucherPage, refundVoucherPage } from './voucher/redeem.page.tsx';
import { voucherPrintPage } from './voucher/voucher-print.page.tsx';
import { vouchersPage } from './voucher/vouchers.page.tsx';
import { aidForms, aidPage, giveLinkPage } from './aid/aid.page.tsx';
import { aidListPage } from './aid/aid-list.page.tsx';
import { batchPage } from './aid/batch.page.tsx';
import { cardPage } from './card/card.page.tsx';
import { cardPrintPage } from './card/card-print.page.tsx';
import { choosePinPage } from './card/choose-pin.page.tsx';
import { holderPage } from './card/holder.page.tsx';
import { loseCard, unlockCard } from './card/stop-card.ts';
import { dropAid } from './aid/drop-aid.ts';
import { grantAid } from './aid/grant-aid.ts';
import { proposeAidPage } from './aid/propose-aid.page.tsx';
import { basisPage } from './instrument/basis.page.tsx';
import { instrumentPage } from './instrument/instrument.page.tsx';
import { openInstrumentPage } from './instrument/open-instrument.page.tsx';
import { publishRulebook } from './instrument/publish-rulebook.ts';
import { rulebookPage, rulebookPaper } from './instrument/rulebook.page.tsx';
import { aidHomePage } from './programme/aid-home.page.tsx';
import { aidProgrammePage } from './programme/aid-programme.page.tsx';
import { budgetPage } from './programme/budget.page.tsx';
import { closeAidProgramme } from './programme/close-aid-programme.ts';
import { approveLoad, loadFund } from './programme/load-fund.ts';
import { openAidProgrammePage } from './programme/open-aid-programme.page.tsx';
import { publishBudget } from './programme/publish-budget.ts';
import { postOnly } from './show.tsx';
import { askedAtTillPage, askPage } from './till/ask.page.tsx';
import { askedPage, payFromWalletPage } from './till/asked.page.tsx';
import { receiptPage, receiptPaper } from './till/receipt.page.tsx';
import { tillPage } from './till/till.page.tsx';
import './alert/look-through-sales.ts';
import { alertPage, alertsPage } from './alert/alerts.page.tsx';
import { claimPage } from './claim/claim.page.tsx';
import { claimsPage, makeSettlementPage } from './claim/claims.page.tsx';
import { disputeClaim, endDispute, objectToClaim } from './claim/dispute-claim.ts';
import { reconcileClaim } from './claim/reconcile-claim.ts';
import { dropSettlement, paySettlement } from './claim/settle-claims.ts';
import { settlementPage, settlementPaper } from './claim/settlement.page.tsx';
import { submitClaim } from './claim/submit-claim.ts';
import { validateClaim } from './claim/validate-claim.ts';
import { changeTerms, openTill, tieAgreement } from './merchant/admit-merchant.ts';
import { dayPage, dayPaper } from './merchant/day.page.tsx';
import { merchantPage } from './merchant/merchant.page.tsx';
import { merchantsPage } from './merchant/merchants.page.tsx';
import { ownClaimPage, ownShopPage } from './merchant/own-shop.page.tsx';
import { receiveApplicationPage } from './merchant/receive-application.page.tsx';
import { askToTakePartPage } from './merchant/ask-to-take-part.page.tsx';
import './merchant/end-shop-applications.ts';
import { declineShop } from './merchant/decline-shop.ts';
import { sayTie } from './merchant/say-tie.ts';
import { shopsAskingPage } from './merchant/shops-asking.page.tsx';
import { shopsHerePage } from './merchant/shops-here.page.tsx';
import { exitMerchant, resumeMerchant, suspendMerchant } from './merchant/stop-merchant.ts';
import { phonePage } from './message/phone.page.tsx';
import './message/receive-message.ts';
import { untiePhone } from './message/tie-phone.ts';
import { offlineTermsPage } from './offline/offline-terms.page.tsx';
import { offlineTillPage, registerTillPage, settleSalePage } from './offline/offline-till.page.tsx';
import { endOfflineTill, stopOfflineTill } from './offline/stop-offline-till.ts';
import { ownWalletPage } from './wallet/own-wallet.page.tsx';

const programme = '/aid/programmes/:programme';

const cardForms = [{ path: '/people/:person/means/:card/lost', action: loseCard, again: holderPage }, { path: '/people/:person/means/:card/unlock', action: unlockCard, again: holderPage }];

const shop = '/aid/merchants/:merchant';
const asked = '/aid/merchants/asked/:application';

/** The pages of instruments, aid programmes, their batches and wallets; fixed paths stand before those with a part to fill. */
export const currencyRoutes: readonly Page[] = [
  aidHomePage, basisPage, openInstrumentPage, instrumentPage, rulebookPage, rulebookPaper, openAidProgrammePage, aidProgrammePage, budgetPage, proposeAidPage, batchPage, aidListPage, aidPage, giveLinkPage, ownWalletPage,
  holderPage, choosePinPage, cardPrintPage, cardPage, tillPage, askPage, askedAtTillPage, receiptPage, receiptPaper, askedPage, payFromWalletPage,
  phonePage, shopsHerePage, askToTakePartPage, makeSettlementPage, merchantsPage, receiveApplicationPage, shopsAskingPage, merchantPage, ownShopPage, ownClaimPage, dayPage, dayPaper, claimsPage, claimPage, settlementPage, settlementPaper, alertsPage, alertPage,
  offlineTermsPage, offlineTillPage, registerTillPage, settleSalePage,
  aidFiguresPage, circulationPage, aidStatementPage, aidStatementPaper, vouchersPage, voucherPrintPage, redeemVoucherPage, refundVoucherPage, localCurrencyPage, convertPage,
  ...postOnly([
    { path: '/aid/wallets/:aid/vouchers/:voucher/void', action: voidVoucher, again: vouchersPage }, { path: '/aid/instruments/:instrument/units/wallets', action: openLocalWallet, again: localCurrencyPage },
    { path: '/aid/instruments/:instrument/units/purchases', action: approvePurchase, again: localCurrencyPage }, { path: '/aid/instruments/:instrument/units/purchases/:purchase', action: takePurchase, again: localCurrencyPage },
    { path: `${shop}/agreement`, action: tieAgreement, again: merchantPage }, { path: `${shop}/open`, action: openTill, again: merchantPage }, { path: `${shop}/terms`, action: changeTerms, again: merchantPage },
    { path: `${shop}/ties`, action: sayTie, again: merchantPage }, { path: `${shop}/suspend`, action: suspendMerchant, again: merchantPage }, { path: `${shop}/resume`, action: resumeMerchant, again: merchantPage },
    { path: `${shop}/exit`, action: exitMerchant, again: merchantPage },
    { path: '/shop/:merchant/claims', action: submitClaim, again: ownShopPage }, { path: '/shop/claims/:claim/object', action: objectToClaim, again: ownClaimPage },
    { path: '/aid/claims/:claim/validate', action: validateClaim, again: claimPage }, { path: '/aid/claims/:claim/dispute', action: disputeClaim, again: claimPage }, { path: '/aid/claims/:claim/end', action: endDispute, again: claimPage },
    { path: '/aid/claims/:claim/reconcile', action: reconcileClaim, again: claimPage },
    { path: '/aid/settlements/:settlement/pay', action: paySettlement, again: settlementPage }, { path: '/aid/settlements/:settlement/drop', action: dropSettlement, again: settlementPage },
    { path: '/aid/instruments/:instrument/rules', action: publishRulebook, again: instrumentPage },
    { path: `${programme}/budget`, action: publishBudget, again: aidProgrammePage }, { path: `${programme}/close`, action: closeAidProgramme, again: aidProgrammePage }, { path: `${programme}/loads`, action: approveLoad, again: aidProgrammePage },
    { path: `${programme}/loads/:load`, action: loadFund, again: aidProgrammePage },
    { path: '/aid/batches/:batch/grant', action: grantAid, again: batchPage }, { path: '/aid/batches/:batch/drop', action: dropAid, again: batchPage },
    { path: `${shop}/offline/:till/stop`, action: stopOfflineTill, again: offlineTermsPage }, { path: '/till/offline/phones/:till/end', action: endOfflineTill, again: offlineTillPage },
    ...aidForms,
    ...cardForms,
    { path: '/people/:person/means/phone/end', action: untiePhone, again: phonePage }, { path: asked, action: declineShop, again: shopsAskingPage },
  ]),
];
